package pagelife.models.waitwake;

import io.vavr.collection.Seq;
import pagelife.checker.model.Cell;
import pagelife.checker.model.CellFamily;
import pagelife.checker.model.ModelBuilder;
import pagelife.checker.model.Source;
import pagelife.models.page.Page;
import pagelife.models.page.PageId;
import pagelife.models.page.WaitQueue;

/** The pages and who waits for them. */
record Kernel(Rules rules, CellFamily<PageId, Page> pages, CellFamily<PageId, WaitQueue> queues) {

    static Kernel declare(ModelBuilder model, Rules rules, Seq<PageId> pages, int pins) {
        return new Kernel(
                rules,
                model.cells("page", pages, Page.class, page -> Page.unused(Rules.IDLE + pins)),
                model.cells("waiters", pages, WaitQueue.class, page -> WaitQueue.EMPTY));
    }

    Cell<Page> page(PageId page) {
        return pages.of(page);
    }

    Cell<WaitQueue> queue(PageId page) {
        return queues.of(page);
    }

    Source source(String file, String function) {
        return Source.kernel(file, function, "6.1");
    }
}
