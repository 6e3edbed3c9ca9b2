package pagelife.models.waitwake;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import pagelife.checker.model.Cell;
import pagelife.checker.model.CellFamily;
import pagelife.checker.model.ModelBuilder;
import pagelife.models.kernel.WaitQueueHead;
import pagelife.models.page.Page;
import pagelife.models.page.PageId;
import pagelife.models.page.WaitKey;
import pagelife.models.page.WaitQueue;

/**
 * The pages and who waits for them.
 *
 * @param bases whether a page still has its base reference; there only where somebody drops it
 */
record Pages(CellFamily<PageId, Page> counts, CellFamily<PageId, WaitQueue> queues, CellFamily<PageId, Boolean> bases) {

    static Pages declare(ModelBuilder model, Seq<PageId> pages, boolean dropsBases) {
        return new Pages(
                model.cells("page", pages, Page.class, page -> Page.counting(Rules.IDLE)),
                model.cells("waiters", pages, WaitQueue.class, page -> WaitQueue.EMPTY),
                model.cells("base", dropsBases ? pages : Vector.empty(), Boolean.class, page -> true));
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

    /** Who waits until a page is idle, as the waiter names it. */
    WaitQueueHead waiters(PageId page) {
        return WaitQueueHead.of(queue(page), WaitKey.REFCOUNT).until(page);
    }
}
