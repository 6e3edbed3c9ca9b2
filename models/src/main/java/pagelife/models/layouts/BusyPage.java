package pagelife.models.layouts;

import pagelife.checker.model.Cell;
import pagelife.checker.model.Now;
import pagelife.models.page.PageId;
import pagelife.models.page.WaitKey;
import pagelife.models.page.WaitQueue;
import pagelife.models.parts.BusyWait;
import pagelife.models.parts.Truncate;

/**
 * A busy page that a truncate waits for, whether or not it looks at the others again afterwards.
 *
 * @param truncate the steps of the truncate
 */
record BusyPage(Kernel kernel, Truncate truncate) implements BusyWait.Rules<BusyPage.Busy> {
    /**
     * What it waits for.
     *
     * @param page the page
     * @param slept whether it has slept since it looked at all pages
     */
    record Busy(PageId page, boolean slept) {}

    /** What the steps of the wait stand for. */
    BusyWait.Sources sources() {
        return new BusyWait.Sources(
                kernel.source("kernel/sched/wait.c", "prepare_to_wait_event"),
                kernel.source("include/linux/wait_bit.h", "___wait_var_event"),
                kernel.source("fs/xfs/xfs_file.c", "xfs_wait_dax_page"),
                kernel.source("kernel/sched/core.c", "schedule"));
    }

    @Override
    public PageId page(Busy busy) {
        return busy.page();
    }

    @Override
    public Busy slept(PageId page) {
        return new Busy(page, true);
    }

    @Override
    public Cell<WaitQueue> waiters(PageId page) {
        return kernel.queue(page);
    }

    @Override
    public WaitKey key() {
        return kernel.rules().key();
    }

    @Override
    public int refs(Now now, PageId page) {
        return now.read(kernel.page(page)).refs();
    }

    @Override
    public boolean isIdle(int refs) {
        return refs == kernel.rules().idle();
    }

    /** Where all pages are looked at again only if it slept, one that was idle at once is enough. */
    @Override
    public void goOn(Now now, Busy busy) {
        if (kernel.rules().retry() == Rules.Retry.ALWAYS || busy.slept()) {
            truncate.lookForBusy(now);
        } else {
            truncate.nothingBusy(now, Truncate.Scanned.NOT_ALL);
        }
    }
}
