package pagelife.models.tails;

import pagelife.checker.model.Cell;
import pagelife.checker.model.Model;
import pagelife.checker.model.ModelBuilder;
import pagelife.checker.model.Now;
import pagelife.checker.model.Script;
import pagelife.models.Choices;
import pagelife.models.page.Books;
import pagelife.models.page.Counting;
import pagelife.models.page.Frame;
import pagelife.models.page.Holds;
import pagelife.models.page.Page;
import pagelife.models.page.PageId;
import pagelife.models.page.TaskId;

/**
 * A compound page is made of allocated pages, whose count of 1 must become 0 in the tails, while somebody may hold a
 * speculative reference: mm/hugetlb.c, against page-cache lookups.
 */
public final class Gigantic implements TailScene {
    /** The head. */
    public static final PageId HEAD = new PageId(0);

    /** The tail. */
    private static final PageId TAIL = new PageId(1);

    /** The reference of an allocated page, that of who makes the compound. */
    private static final Holds ALLOCATED = Holds.shortly(new TaskId("prepare"), TAIL, 1);

    private static final Holds FOUND = Holds.shortly(new TaskId("lookup"), TAIL, 1);

    private final boolean freezes;
    private final Cell<Page> tail;
    private final Cell<Frame> frame;
    private final Model model;
    private final Books books;

    Gigantic(String name, Choices rules) {
        this.freezes = rules.get(TailsFamily.TAIL_COUNT) == TailsFamily.TailCount.FREEZE;
        ModelBuilder builder = Model.builder(name);
        this.tail = builder.cell("page(" + TAIL + ")", Page.counting(1));
        this.frame = builder.cell("frame(" + TAIL + ")", Frame.base(TAIL));
        Script prepare = builder.task("prepare")
                .in("mm/hugetlb.c", "prep_compound_gigantic_page", freezes ? "5.14" : "5.13")
                .step(freezes ? "h2 freeze tail" : "h2 set count of tail", this::clearTail)
                .has(ALLOCATED);
        if (freezes) {
            prepare.step("h2r give pages back", now -> put(now, ALLOCATED)).has(ALLOCATED);
        }
        builder.task("lookup")
                .in("mm/filemap.c", "find_get_entry", "5.13")
                .step("h1 get unless zero", this::find)
                .statement("get_page_unless_zero(page)")
                .step("h3 put", now -> put(now, FOUND))
                .statement("put_page(page)")
                .has(FOUND);
        this.model = builder.build();
        this.books = Books.of(model).page(TAIL, tail);
    }

    /** h2: a plain store loses what came between; {@code page_ref_freeze} fails then. */
    private void clearTail(Now now) {
        if (!freezes) {
            Counting.store(now, tail, TAIL, 0, ALLOCATED.owner());
        } else if (now.read(tail).refs() == 1) {
            put(now, ALLOCATED);
        } else {
            now.saw("refs %s, expected 1: give the pages back", now.read(tail).refs());
            return;
        }
        now.write(frame, Frame.tailOf(HEAD));
        now.end();
    }

    private void find(Now now) {
        if (!Counting.getUnlessZero(now, tail, TAIL, 1, FOUND.owner())) {
            now.end();
        }
    }

    private void put(Now now, Holds held) {
        Counting.put(now, tail, TAIL, held.refs(), held.owner());
    }

    @Override
    public Model model() {
        return model;
    }

    @Override
    public Books books() {
        return books;
    }

    /** {@code struct page} of the tail. */
    public Cell<Page> tail() {
        return tail;
    }

    /** What the tail is: one, once the compound is made. */
    public Cell<Frame> frame() {
        return frame;
    }
}
