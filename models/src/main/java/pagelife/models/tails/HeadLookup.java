package pagelife.models.tails;

import static pagelife.checker.model.Fairness.WEAK;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import pagelife.checker.model.ActorBuilder;
import pagelife.checker.model.Cell;
import pagelife.checker.model.CellFamily;
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

/** Fast GUP of a tail, whose head it looks up, counts on, and must look up again: the compound may be split meanwhile. */
public final class HeadLookup implements TailScene {
    /** The head of the compound. */
    public static final PageId HEAD = new PageId(0);

    /** The tail that is to be pinned. */
    public static final PageId TAIL = new PageId(1);

    private static final Owner PIN = new Owner.Pin(new TaskId("gup-fast"));
    private static final Owner CACHE = new Owner.Transient(new TaskId("page cache"));

    /** Where the pin is. */
    public sealed interface Pinning extends Control {
        /** g1: before the head is looked up. */
        record LookUp() implements Pinning {}

        /** g3: before the head is counted. */
        record Grab(PageId head) implements Pinning {}

        /** g3h: before the head is looked up again. */
        record Recheck(PageId head) implements Pinning, Holder {
            @Override
            public Seq<Held> held() {
                return Vector.of(Held.shortly(head, 1));
            }
        }

        /** The tail is pinned, by a reference of {@code head}. */
        record Pinned(PageId head) implements Pinning, Holder {
            @Override
            public Seq<Held> held() {
                return Vector.of(Held.pin(head, 1));
            }
        }
    }

    /** The split is about to come. */
    public record Split() implements Control {}

    private final CellFamily<PageId, Page> page;
    private final Cell<PageId> headOfTail;
    private final boolean rechecks;
    private final Model model;

    HeadLookup(String name, Choices rules) {
        this.rechecks = rules.on("recheckHead");
        ModelBuilder builder = Model.builder(name);
        this.page =
                builder.cells("page", Vector.of(HEAD, TAIL), Page.class, of -> Page.unused(of.equals(HEAD) ? 1 : 0));
        this.headOfTail = builder.cell("head(P1)", PageId.class, HEAD);
        Source grab = Source.kernel("mm/gup.c", "try_get_compound_head", rechecks ? "5.14" : "5.12");
        ActorBuilder<Pinning> gup = builder.actor("gup-fast", Pinning.class, new Pinning.LookUp())
                .step(
                        "g1",
                        "look head up",
                        grab,
                        Pinning.LookUp.class,
                        WEAK,
                        (at, view) -> new Pinning.Grab(view.read(headOfTail)))
                .step("g3", "add unless zero", grab, Pinning.Grab.class, WEAK, this::g3)
                .step(
                        "g6",
                        "unpin",
                        Source.kernel("mm/gup.c", "unpin_user_page", "5.12"),
                        Pinning.Pinned.class,
                        WEAK,
                        (at, view) -> put(view, at.head()));
        if (rechecks) {
            gup.step("g3h", "look head up again", grab, Pinning.Recheck.class, WEAK, this::g3h);
        } else {
            gup.without(Pinning.Recheck.class);
        }
        builder.actor("split", Split.class, new Split())
                .step(
                        "y1",
                        "freeze and split",
                        Source.kernel("mm/huge_memory.c", "split_huge_page_to_list", "5.12"),
                        Split.class,
                        this::y1);
        this.model = builder.build();
    }

    private Control g3(Pinning.Grab grab, StepView view) {
        if (!Counting.getUnlessZero(view, page.of(grab.head()), grab.head(), 1, PIN)) {
            return Control.finished();
        }
        return rechecks ? new Pinning.Recheck(grab.head()) : new Pinning.Pinned(grab.head());
    }

    private Control g3h(Pinning.Recheck recheck, StepView view) {
        return view.read(headOfTail).equals(recheck.head())
                ? new Pinning.Pinned(recheck.head())
                : put(view, recheck.head());
    }

    private Control put(StepView view, PageId head) {
        Counting.put(view, page.of(head), head, 1, PIN);
        return Control.finished();
    }

    /** y1: with the count frozen there is nobody else; afterwards each page counts for itself. */
    private Control y1(Split split, StepView view) {
        if (view.read(page.of(HEAD)).refs() != 1) {
            return Control.finished(); // somebody has a reference: the split fails
        }
        view.write(headOfTail, TAIL);
        view.write(page.of(TAIL), Page.unused(0));
        Counting.get(view, page.of(TAIL), TAIL, 1, CACHE);
        return Control.finished();
    }

    @Override
    public Model model() {
        return model;
    }

    /** {@code struct page}. */
    public Cell<Page> page(PageId of) {
        return page.of(of);
    }

    /** The page that counts for the tail. */
    public Cell<PageId> headOfTail() {
        return headOfTail;
    }
}
