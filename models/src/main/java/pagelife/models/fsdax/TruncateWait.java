package pagelife.models.fsdax;

import static pagelife.checker.model.Fairness.STRONG;
import static pagelife.checker.model.Fairness.WEAK;

import java.util.function.Supplier;
import pagelife.checker.model.ActorBuilder;
import pagelife.checker.model.Cell;
import pagelife.checker.model.Control;
import pagelife.checker.model.Source;
import pagelife.checker.model.StepView;
import pagelife.models.page.PageId;
import pagelife.models.page.RwSemaphore;
import pagelife.models.page.TaskId;
import pagelife.models.page.WaitQueue;
import pagelife.models.page.Waiter;

/**
 * How a truncate waits for a busy page: queue, test, drop the lock, sleep, take the lock, queue again. It queues before
 * it tests, so that no wake-up falls between. include/linux/wait_bit.h.
 */
final class TruncateWait {
    private final Kernel kernel;
    private final TaskId task;
    private final Cell<RwSemaphore> lock;
    private final Supplier<Control> rescan;

    TruncateWait(Kernel kernel, TaskId task, Cell<RwSemaphore> lock, Supplier<Control> rescan) {
        this.kernel = kernel;
        this.task = task;
        this.lock = lock;
        this.rescan = rescan;
    }

    void declare(ActorBuilder<Truncate> truncate) {
        Source wait = kernel.rules().pteHoldsReference()
                ? kernel.source("fs/dax.c", "dax_break_layout")
                : kernel.source(FsCall.BREAK_LAYOUTS);
        Source drop = kernel.source(FsCall.SLEEP);
        Source queue = kernel.source("kernel/sched/wait.c", "prepare_to_wait_event");
        Source sleep = kernel.source("kernel/sched/core.c", "schedule");
        truncate.step("t5", "queue for page", queue, Truncate.Enqueue.class, WEAK, this::t5)
                .step("t6", "page idle?", wait, Truncate.Test.class, WEAK, this::t6)
                .step("t7", "drop invalidate lock", drop, Truncate.Unlock.class, WEAK, this::t7)
                .step("t8", "wake up", sleep, Truncate.Asleep.class, WEAK, this::t8)
                .step("t9", "retake invalidate lock", drop, Truncate.Relock.class, STRONG, this::t9);
        if (kernel.bounds().any(Bound.SIGNALS)) {
            truncate.step("t8s", "leave by signal", queue, Truncate.Asleep.class, this::t8s);
        }
    }

    /** A truncate that does not look for busy pages does not wait for them. */
    static void leaveOut(ActorBuilder<Truncate> truncate) {
        truncate.without(Truncate.Enqueue.class)
                .without(Truncate.Test.class)
                .without(Truncate.Unlock.class)
                .without(Truncate.Asleep.class)
                .without(Truncate.Relock.class);
    }

    private Cell<WaitQueue> waiters(PageId page) {
        return kernel.cells().pageWaiters(page);
    }

    private Control t5(Truncate.Enqueue enqueue, StepView view) {
        Cell<WaitQueue> waiters = waiters(enqueue.busy());
        WaitQueue before = view.read(waiters);
        if (!before.holds(task)) {
            view.write(waiters, before.add(new Waiter(task, kernel.references().key(), false)));
        }
        return new Truncate.Test(enqueue.busy());
    }

    /** t6: equality, in the kernel. Once idle, the look for busy pages starts over. */
    private Control t6(Truncate.Test test, StepView view) {
        if (!kernel.rules()
                .looksIdle(view.read(kernel.cells().page(test.busy())).refs())) {
            return new Truncate.Unlock(test.busy());
        }
        dequeue(test.busy(), view);
        return rescan.get();
    }

    private Control t7(Truncate.Unlock unlock, StepView view) {
        view.write(lock, view.read(lock).upWrite());
        return new Truncate.Asleep(unlock.busy());
    }

    /** t8: schedule() returns once a wake-up has taken the task out of the queue. */
    private Control t8(Truncate.Asleep asleep, StepView view) {
        return view.read(waiters(asleep.busy())).holds(task) ? view.waits() : new Truncate.Relock(asleep.busy());
    }

    /** t8s: the blocks stay, the pin stays, the caller gets EINTR. */
    private Control t8s(Truncate.Asleep asleep, StepView view) {
        dequeue(asleep.busy(), view);
        return Control.finished();
    }

    /** t9: strongly fair, since a writer that waits for the semaphore keeps later readers out. */
    private Control t9(Truncate.Relock relock, StepView view) {
        RwSemaphore held = view.read(lock);
        if (!held.canWrite()) {
            return view.waits();
        }
        view.write(lock, held.downWrite());
        return new Truncate.Enqueue(relock.busy());
    }

    private void dequeue(PageId page, StepView view) {
        view.write(waiters(page), view.read(waiters(page)).remove(task));
    }
}
