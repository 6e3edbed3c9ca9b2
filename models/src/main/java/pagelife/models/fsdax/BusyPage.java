package pagelife.models.fsdax;

import java.util.function.Consumer;
import pagelife.checker.model.Cell;
import pagelife.checker.model.Now;
import pagelife.models.page.PageId;
import pagelife.models.page.WaitKey;
import pagelife.models.page.WaitQueue;
import pagelife.models.parts.BusyWait;

/**
 * A busy page that a truncate waits for. Once it is idle, the look for busy pages starts over.
 *
 * @param rescan goes to where that look starts
 */
record BusyPage(Kernel kernel, Consumer<Now> rescan) implements BusyWait.Rules<PageId> {
    /** What the steps of the wait stand for. */
    BusyWait.Sources sources() {
        return new BusyWait.Sources(
                kernel.source("kernel/sched/wait.c", "prepare_to_wait_event"),
                kernel.rules().is(Rules.PTE_HOLDS_REFERENCE)
                        ? kernel.source("fs/dax.c", "dax_break_layout")
                        : kernel.source(FsCall.BREAK_LAYOUTS),
                kernel.source(FsCall.SLEEP),
                kernel.source("kernel/sched/core.c", "schedule"));
    }

    @Override
    public PageId page(PageId busy) {
        return busy;
    }

    @Override
    public PageId slept(PageId page) {
        return page;
    }

    @Override
    public Cell<WaitQueue> waiters(PageId page) {
        return kernel.cells().pageWaiters(page);
    }

    @Override
    public WaitKey key() {
        return kernel.references().key();
    }

    @Override
    public int refs(Now now, PageId page) {
        return now.read(kernel.cells().page(page)).refs();
    }

    /** By equality, in the kernel. */
    @Override
    public boolean isIdle(int refs) {
        return kernel.rules().looksIdle(refs);
    }

    @Override
    public void goOn(Now now, PageId busy) {
        rescan.accept(now);
    }
}
