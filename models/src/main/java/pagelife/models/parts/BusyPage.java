package pagelife.models.parts;

import java.util.function.Function;
import java.util.function.IntPredicate;
import pagelife.checker.model.Cell;
import pagelife.checker.model.View;
import pagelife.models.page.Page;
import pagelife.models.page.PageId;
import pagelife.models.page.WaitKey;
import pagelife.models.page.WaitQueue;

/**
 * Busy pages as who waits for them sees them.
 *
 * @param pages where a page counts its references
 * @param waiters who waits for a page
 * @param key what a waiter listens to
 * @param idle whether a page with so many references looks idle
 */
public record BusyPage(
        Function<PageId, Cell<Page>> pages, Function<PageId, Cell<WaitQueue>> waiters, WaitKey key, IntPredicate idle) {
    Cell<WaitQueue> waiters(PageId page) {
        return waiters.apply(page);
    }

    int refs(View view, PageId page) {
        return view.read(pages.apply(page)).refs();
    }

    boolean isIdle(int refs) {
        return idle.test(refs);
    }
}
