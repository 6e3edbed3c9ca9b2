package pagelife.models.layouts;

import pagelife.checker.model.Now;
import pagelife.checker.model.Place;
import pagelife.checker.model.Script;
import pagelife.checker.model.Source;
import pagelife.models.page.PageId;
import pagelife.models.page.RwSemaphore;
import pagelife.models.page.Sleeps;
import pagelife.models.page.TaskId;
import pagelife.models.page.Waiting;

/** How a truncate waits for a busy page: {@code ___wait_var_event} with a callback that drops the lock and sleeps. */
final class TruncateWait {
    /**
     * What it waits for.
     *
     * @param page the page
     * @param slept whether it has slept since it looked at all pages
     */
    record Busy(PageId page, boolean slept) {}

    /** t5: before it queues for the page. */
    static final Place<Busy> ENQUEUE = Place.of("t5", Busy.class);

    private final Kernel kernel;
    private final Rules rules;
    private final Truncate truncate;
    private final TaskId task;

    TruncateWait(Kernel kernel, Truncate truncate, TaskId task) {
        this.kernel = kernel;
        this.rules = kernel.rules();
        this.truncate = truncate;
        this.task = task;
    }

    /** The steps, where it waits at all. */
    void waiting(Script script) {
        if (!rules.sleeps()) {
            return;
        }
        Source callback = kernel.source("fs/xfs/xfs_file.c", "xfs_wait_dax_page");
        script.in(kernel.source("include/linux/wait_bit.h", "___wait_var_event"))
                .step(ENQUEUE, "t5 enqueue", this::enqueue)
                .step("t6 test idle", Busy.class, this::test)
                .in(callback)
                .step("t7 drop invalidate lock", PageId.class, this::unlock)
                .step("t8 sleep", PageId.class, this::sleep)
                .has(PageId.class, page -> Sleeps.until(kernel.queue(page), page))
                .step("t9 take invalidate lock again", PageId.class, this::relock);
    }

    private void enqueue(Now now, Busy busy) {
        Waiting.enqueue(now, kernel.queue(busy.page()), task, rules.key(), false);
    }

    /** t6: an idle page does not say that the others are. */
    private void test(Now now, Busy busy) {
        if (now.read(kernel.page(busy.page())).refs() != rules.idle()) {
            now.hand(busy.page());
            return;
        }
        Waiting.dequeue(now, kernel.queue(busy.page()), task);
        if (rules.retry() == Rules.Retry.ALWAYS || busy.slept()) {
            truncate.rescan(now);
        } else {
            truncate.deleteAll(now);
        }
    }

    private void unlock(Now now, PageId busy) {
        now.change(kernel.invalidateLock(), RwSemaphore::upWrite);
    }

    private void sleep(Now now, PageId busy) {
        now.await(!Waiting.sleeps(now, kernel.queue(busy), task));
    }

    private void relock(Now now, PageId busy) {
        kernel.lock(now);
        now.go(ENQUEUE, new Busy(busy, true));
    }
}
