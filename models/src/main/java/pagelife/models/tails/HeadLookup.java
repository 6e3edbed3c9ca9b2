package pagelife.models.tails;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import pagelife.checker.model.At;
import pagelife.checker.model.Cell;
import pagelife.checker.model.CellFamily;
import pagelife.checker.model.Model;
import pagelife.checker.model.ModelBuilder;
import pagelife.checker.model.Now;
import pagelife.checker.model.Place;
import pagelife.checker.model.Script;
import pagelife.checker.model.View;
import pagelife.models.Choices;
import pagelife.models.page.Books;
import pagelife.models.page.Counting;
import pagelife.models.page.Frame;
import pagelife.models.page.Holds;
import pagelife.models.page.Owner;
import pagelife.models.page.Page;
import pagelife.models.page.PageId;
import pagelife.models.page.TaskId;

/**
 * Fast GUP of a tail, whose head it looks up, counts on, and must look up again: the compound may be split meanwhile.
 */
public final class HeadLookup implements TailScene {
    /** The tail that is to be pinned. */
    public static final PageId TAIL = new PageId(1);

    private static final PageId HEAD = new PageId(0);
    private static final TaskId GUP = new TaskId("gup-fast");
    private static final Owner PIN = new Owner.Pin(GUP);
    private static final Owner CACHE = Owner.of("page cache");

    /** g6: the tail is pinned, by a reference of the page that is carried. */
    private static final Place<PageId> PINNED = Place.of("g6", PageId.class);

    private final CellFamily<PageId, Page> pages;
    private final Cell<Frame> frame;
    private final Model model;
    private final Books books;

    HeadLookup(String name, Choices rules) {
        boolean rechecks = rules.get(TailsFamily.RECHECK_HEAD);
        ModelBuilder builder = Model.builder(name);
        this.pages =
                builder.cells("page", Vector.of(HEAD, TAIL), Page.class, of -> Page.counting(of.equals(HEAD) ? 1 : 0));
        this.frame = builder.cell("frame(" + TAIL + ")", Frame.tailOf(HEAD));
        Script gup = builder.task(GUP.name())
                .in("mm/gup.c", "try_get_compound_head", rechecks ? "5.14" : "5.12")
                .step("g1 look head up", this::lookUp)
                .statement("head = compound_head(page)")
                .step("g3 add unless zero", PageId.class, this::grab)
                .statement("page_cache_get_speculative(head)");
        if (rechecks) {
            gup.step("g3h look head up again", PageId.class, this::lookUpAgain)
                    .statement("if (compound_head(page) != head) undo")
                    .has(PageId.class, HeadLookup::pin);
        }
        gup.in("mm/gup.c", "unpin_user_page", "5.12")
                .step(PINNED, "g6 unpin", this::put)
                .has(PageId.class, HeadLookup::pin);
        builder.task("split")
                .in("mm/huge_memory.c", "split_huge_page_to_list", "5.12")
                .step("y1 freeze and split", this::split);
        this.model = builder.build();
        this.books = Books.of(model)
                .page(HEAD, pages.of(HEAD))
                .page(TAIL, pages.of(TAIL))
                .standing(this::cached);
    }

    private static Holds pin(PageId head) {
        return new Holds(head, PIN, 1);
    }

    /** The page cache holds each page that counts for itself. */
    private Seq<Holds> cached(View view) {
        return Vector.of(HEAD, view.read(frame).head()).distinct().map(page -> new Holds(page, CACHE, 1));
    }

    private void lookUp(Now now) {
        PageId head = now.read(frame).head();
        now.saw("head = %s", head);
        now.hand(head);
    }

    private void grab(Now now, PageId head) {
        if (!Counting.getUnlessZero(now, pages.of(head), head, 1, PIN)) {
            now.saw("refs 0: give up");
            now.end();
        }
    }

    private void lookUpAgain(Now now, PageId head) {
        if (!now.read(frame).head().equals(head)) {
            now.saw("another head: undo");
            put(now, head);
            now.end();
        } else {
            now.saw("the same head: pinned");
        }
    }

    private void put(Now now, PageId head) {
        Counting.put(now, pages.of(head), head, 1, PIN);
    }

    /** y1: with the count frozen there is nobody else; afterwards each page counts for itself. */
    private void split(Now now) {
        int refs = now.read(pages.of(HEAD)).refs();
        if (refs != 1) {
            now.saw("refs %s, expected 1: no split", refs);
            return;
        }
        now.write(frame, Frame.base(TAIL));
        now.write(pages.of(TAIL), Page.counting(0));
        Counting.getLicensed(now, pages.of(TAIL), TAIL, 1, CACHE);
    }

    @Override
    public Model model() {
        return model;
    }

    @Override
    public Books books() {
        return books;
    }

    /** The page that counts for the pin of the tail; empty while it is not pinned. */
    public Option<PageId> pinned(View view) {
        return view.at(model.actor(GUP.name())) instanceof At at ? at.at(PINNED) : Option.none();
    }

    /** What the tail is, and so which page counts for it. */
    public Cell<Frame> frame() {
        return frame;
    }
}
