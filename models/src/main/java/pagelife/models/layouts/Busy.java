package pagelife.models.layouts;

import pagelife.checker.model.Now;
import pagelife.models.page.PageId;
import pagelife.models.parts.BusyWait;
import pagelife.models.parts.Truncate;

/**
 * What a truncate waits for.
 *
 * @param page the page
 * @param slept whether it has slept since it looked at all pages
 */
record Busy(PageId page, boolean slept) {
    /**
     * Where all pages are looked at again only if it slept, one that was idle at once is enough.
     *
     * @param truncate the steps of the truncate
     */
    record Known(Rules rules, Truncate truncate) implements BusyWait.Known<Busy> {
        @Override
        public PageId page(Busy busy) {
            return busy.page();
        }

        @Override
        public Busy slept(PageId page) {
            return new Busy(page, true);
        }

        @Override
        public void goOn(Now now, Busy busy) {
            if (rules.retry() == Rules.Retry.ALWAYS || busy.slept()) {
                truncate.lookForBusy(now);
            } else {
                truncate.nothingBusy(now, Truncate.Scanned.NOT_ALL);
            }
        }
    }
}
