package pagelife.models.layouts;

import java.util.function.Supplier;
import pagelife.checker.model.ActorBuilder;
import pagelife.checker.model.Cell;
import pagelife.checker.model.Control;
import pagelife.checker.model.Source;
import pagelife.checker.model.StepView;
import pagelife.models.page.Index;
import pagelife.models.page.RwSemaphore;
import pagelife.models.page.TaskId;
import pagelife.models.page.Waiting;

/** How a truncate waits for a busy page: {@code ___wait_var_event} with a callback that drops the lock and sleeps. */
final class TruncateWait {
    private final Kernel kernel;
    private final Rules rules;
    private final TaskId task;
    private final Supplier<Truncate> rescan;

    TruncateWait(Kernel kernel, TaskId task, Supplier<Truncate> rescan) {
        this.kernel = kernel;
        this.rules = kernel.rules();
        this.task = task;
        this.rescan = rescan;
    }

    void declare(ActorBuilder<Truncate> truncate) {
        if (!rules.busyCheck() || rules.retry() == Rules.Retry.IFSTILLBUSY) {
            truncate.without(Truncate.Enqueue.class)
                    .without(Truncate.Test.class)
                    .without(Truncate.Unlock.class)
                    .without(Truncate.Asleep.class)
                    .without(Truncate.Relock.class);
            return;
        }
        Source wait = kernel.source("include/linux/wait_bit.h", "___wait_var_event");
        Source callback = kernel.source("fs/xfs/xfs_file.c", "xfs_wait_dax_page");
        truncate.step("t5", "enqueue", wait, Truncate.Enqueue.class, this::t5)
                .step("t6", "test idle", wait, Truncate.Test.class, this::t6)
                .step("t7", "drop invalidate lock", callback, Truncate.Unlock.class, this::t7)
                .step("t8", "sleep", callback, Truncate.Asleep.class, this::t8)
                .step("t9", "take invalidate lock again", callback, Truncate.Relock.class, this::t9);
    }

    private Control t5(Truncate.Enqueue enqueue, StepView view) {
        Waiting.enqueue(view, kernel.queue(enqueue.busy()), task, rules.key(), false);
        return new Truncate.Test(enqueue.busy(), enqueue.slept());
    }

    /** t6: an idle page does not say that the others are. */
    private Control t6(Truncate.Test test, StepView view) {
        if (view.read(kernel.page(test.busy())).refs() != rules.idle()) {
            return new Truncate.Unlock(test.busy());
        }
        Waiting.dequeue(view, kernel.queue(test.busy()), task);
        boolean again = rules.retry() == Rules.Retry.ALWAYS || test.slept();
        return again ? rescan.get() : new Truncate.Delete(Index.FIRST);
    }

    private Control t7(Truncate.Unlock unlock, StepView view) {
        Cell<RwSemaphore> lock = kernel.invalidateLock();
        view.write(lock, view.read(lock).upWrite());
        return new Truncate.Asleep(unlock.busy());
    }

    private Control t8(Truncate.Asleep asleep, StepView view) {
        return Waiting.sleeps(view, kernel.queue(asleep.busy()), task)
                ? view.waits()
                : new Truncate.Relock(asleep.busy());
    }

    private Control t9(Truncate.Relock relock, StepView view) {
        Cell<RwSemaphore> lock = kernel.invalidateLock();
        if (!view.read(lock).canWrite()) {
            return view.waits();
        }
        view.write(lock, view.read(lock).downWrite());
        return new Truncate.Enqueue(relock.busy(), true);
    }
}
