package pagelife.models.gup;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import pagelife.checker.model.Cell;
import pagelife.checker.model.Model;
import pagelife.checker.model.Operation;
import pagelife.checker.model.Operations;
import pagelife.checker.model.Source;
import pagelife.checker.model.Task;
import pagelife.checker.model.View;
import pagelife.models.Protocol;
import pagelife.models.page.Books;
import pagelife.models.page.Counting;
import pagelife.models.page.Holds;
import pagelife.models.page.Owner;
import pagelife.models.page.Page;
import pagelife.models.page.PageId;
import pagelife.models.page.Pins;
import pagelife.models.page.TaskId;
import pagelife.models.parts.Unpin;

/** One of the scenes of pin accounting. Each has one page that is pinned. */
public sealed interface GupScene extends Protocol permits Bias, Fork, LongTerm, Overflow {
    /** The page. */
    PageId PAGE = new PageId(0);

    /**
     * What a scene comes to when it is set up.
     *
     * @param page the {@code struct page} of its page
     */
    record Scene(Model model, Operations operations, Books books, Cell<Page> page) {}

    /** The scene. */
    Scene scene();

    @Override
    default Model model() {
        return scene().model();
    }

    @Override
    default Operations operations() {
        return scene().operations();
    }

    @Override
    default Books books() {
        return scene().books();
    }

    /** Its {@code struct page}. */
    default Cell<Page> page() {
        return scene().page();
    }

    /** Whether a pin of the page is complete, and its holder works with it. */
    default boolean isPinned(View view) {
        return books().pinCells().exists(cell -> !view.read(cell).equals(Pins.NONE));
    }

    /** The books of a page that as many entries hold as are counted as mappings. */
    static Books mapped(Model model, Cell<Page> page) {
        return Books.of(model).page(PAGE, page).holder(page, GupScene::entries);
    }

    private static Seq<Holds> entries(Page page) {
        return page.mapcount() == 0 ? Vector.empty() : Vector.of(new Holds(PAGE, Owner.Entries.ALL, page.mapcount()));
    }

    /** On whose behalf a task pins. */
    static Owner pinOf(Task task) {
        return new Owner.Pin(TaskId.of(task));
    }

    /** The end of the pin that the task took last, by {@code function} of mm/gup.c. */
    static Operation unpin(Cell<Page> page, String function) {
        return new Unpin(
                        Source.kernel("mm/gup.c", function, "6.1"),
                        (now, pin, owner) -> Counting.put(now, page, PAGE, pin.refs(), owner))
                .last();
    }
}
