package pagelife.models.parts;

import java.util.function.Function;
import java.util.function.IntPredicate;
import pagelife.checker.model.Cell;
import pagelife.checker.model.View;
import pagelife.models.kernel.WaitQueueHead;
import pagelife.models.page.Page;
import pagelife.models.page.PageId;

/**
 * Busy pages as who waits for them sees them.
 *
 * @param pages where a page counts its references
 * @param waiters who waits for a page, and what it listens to
 * @param idle whether a page with so many references looks idle
 */
public record BusyPage(Function<PageId, Cell<Page>> pages, Function<PageId, WaitQueueHead> waiters, IntPredicate idle) {
    WaitQueueHead waiters(PageId page) {
        return waiters.apply(page);
    }

    int refs(View view, PageId page) {
        return view.read(pages.apply(page)).refs();
    }

    boolean isIdle(int refs) {
        return idle.test(refs);
    }
}
