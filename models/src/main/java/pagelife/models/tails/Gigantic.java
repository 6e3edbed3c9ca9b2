package pagelife.models.tails;

import static pagelife.checker.model.Fairness.WEAK;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import pagelife.checker.model.ActorBuilder;
import pagelife.checker.model.Cell;
import pagelife.checker.model.Control;
import pagelife.checker.model.Model;
import pagelife.checker.model.ModelBuilder;
import pagelife.checker.model.Source;
import pagelife.checker.model.StepView;
import pagelife.models.Choices;
import pagelife.models.page.Counting;
import pagelife.models.page.Held;
import pagelife.models.page.Holder;
import pagelife.models.page.Owner;
import pagelife.models.page.Page;
import pagelife.models.page.PageId;
import pagelife.models.page.TaskId;

/**
 * A compound page is made of allocated pages, whose count of 1 must become 0 in the tails, while somebody may hold a
 * speculative reference: mm/hugetlb.c, against page-cache lookups.
 */
public final class Gigantic implements TailScene {
    /** The tail. */
    public static final PageId TAIL = new PageId(1);

    private static final Owner MAKER = new Owner.Transient(new TaskId("prepare"));
    private static final Owner SEEKER = new Owner.Transient(new TaskId("lookup"));

    /** Where the making of the compound is. */
    public sealed interface Prepare extends Control {
        /** h2: before the count of the tail is set to 0. */
        record ClearTail() implements Prepare, Holder {
            @Override
            public Seq<Held> held() {
                return one();
            }
        }

        /** The pages are given back: somebody had a reference. */
        record GiveUp() implements Prepare, Holder {
            @Override
            public Seq<Held> held() {
                return one();
            }
        }
    }

    /** Where a speculative lookup is. */
    public sealed interface Seek extends Control {
        /** h1: before it takes a reference. */
        record Get() implements Seek {}

        /** h3: it has one; it will see that the page is not what it was looking for. */
        record Got() implements Seek, Holder {
            @Override
            public Seq<Held> held() {
                return one();
            }
        }
    }

    private final boolean freezes;
    private final Cell<Page> tail;
    private final Cell<Boolean> compound;
    private final Model model;

    Gigantic(String name, Choices rules) {
        this.freezes = rules.get("tailCount").equals("freeze");
        ModelBuilder builder = Model.builder(name);
        this.tail = builder.cell("page(tail)", Page.class, Page.unused(1));
        this.compound = builder.cell("compound", Boolean.class, false);
        Source hugetlb = Source.kernel("mm/hugetlb.c", "prep_compound_gigantic_page", freezes ? "5.14" : "5.13");
        ActorBuilder<Prepare> prepare = builder.actor("prepare", Prepare.class, new Prepare.ClearTail())
                .step("h2", freezes ? "freeze tail" : "set count of tail", hugetlb, Prepare.ClearTail.class, this::h2);
        if (freezes) {
            prepare.step("h2r", "give pages back", hugetlb, Prepare.GiveUp.class, (at, view) -> {
                Counting.put(view, tail, TAIL, 1, MAKER);
                return Control.finished();
            });
        } else {
            prepare.without(Prepare.GiveUp.class);
        }
        Source lookup = Source.kernel("mm/filemap.c", "find_get_entry", "5.13");
        builder.actor("lookup", Seek.class, new Seek.Get())
                .step(
                        "h1",
                        "get unless zero",
                        lookup,
                        Seek.Get.class,
                        WEAK,
                        (at, view) -> Counting.getUnlessZero(view, tail, TAIL, 1, SEEKER)
                                ? new Seek.Got()
                                : Control.finished())
                .step("h3", "put", lookup, Seek.Got.class, WEAK, (at, view) -> {
                    Counting.put(view, tail, TAIL, 1, SEEKER);
                    return Control.finished();
                });
        this.model = builder.build();
    }

    private static Seq<Held> one() {
        return Vector.of(Held.shortly(TAIL, 1));
    }

    /** h2: a plain store loses what came between; {@code page_ref_freeze} fails then. */
    private Control h2(Prepare.ClearTail clear, StepView view) {
        if (freezes && view.read(tail).refs() != 1) {
            return new Prepare.GiveUp();
        }
        view.write(tail, Page.unused(0));
        view.write(compound, true);
        return Control.finished();
    }

    @Override
    public Model model() {
        return model;
    }

    /** {@code struct page} of the tail. */
    public Cell<Page> tail() {
        return tail;
    }

    /** Whether the compound is made. */
    public Cell<Boolean> compound() {
        return compound;
    }
}
