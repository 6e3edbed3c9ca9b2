package pagelife.models.waitwake;

import io.vavr.collection.Seq;
import pagelife.checker.model.Cell;
import pagelife.checker.model.CellFamily;
import pagelife.checker.model.ModelBuilder;
import pagelife.models.page.Page;
import pagelife.models.page.PageId;
import pagelife.models.page.WaitQueue;

/** The pages and who waits for them. */
record Pages(CellFamily<PageId, Page> counts, CellFamily<PageId, WaitQueue> queues) {

    static Pages declare(ModelBuilder model, Seq<PageId> pages, int pins) {
        return new Pages(
                model.cells("page", pages, Page.class, page -> Page.counting(Rules.IDLE + pins)),
                model.cells("waiters", pages, WaitQueue.class, page -> WaitQueue.EMPTY));
    }

    Seq<PageId> ids() {
        return counts.keys();
    }

    Cell<Page> page(PageId page) {
        return counts.of(page);
    }

    Cell<WaitQueue> queue(PageId page) {
        return queues.of(page);
    }
}
