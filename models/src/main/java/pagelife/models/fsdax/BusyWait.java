package pagelife.models.fsdax;

import static pagelife.checker.model.Fairness.NONE;
import static pagelife.checker.model.Fairness.STRONG;
import static pagelife.checker.model.Fairness.WEAK;

import java.util.function.Consumer;
import pagelife.checker.model.Cell;
import pagelife.checker.model.Now;
import pagelife.checker.model.Place;
import pagelife.checker.model.Script;
import pagelife.checker.model.Source;
import pagelife.models.page.PageId;
import pagelife.models.page.RwSemaphore;
import pagelife.models.page.Sleeps;
import pagelife.models.page.TaskId;
import pagelife.models.page.WaitQueue;
import pagelife.models.page.Waiting;

/**
 * The part of a truncate that waits for a busy page: queue, test, drop the lock, sleep, take the lock, queue again. It
 * queues before it tests, so that no wake-up falls between. include/linux/wait_bit.h.
 */
public final class BusyWait {
    /** t8: asleep, unless it was woken and has not noticed yet. */
    public static final Place<PageId> ASLEEP = Place.of("t8", PageId.class);

    /** t9: before the lock is taken again. */
    public static final Place<PageId> RELOCK = Place.of("t9", PageId.class);

    private static final Place<PageId> QUEUE = Place.of("t5", PageId.class);

    private final Kernel kernel;
    private final TaskId task;
    private final Cell<RwSemaphore> lock;
    private final boolean signals;
    private final Consumer<Now> rescan;

    /** @param rescan goes to where the look for busy pages starts */
    BusyWait(Kernel kernel, TaskId task, Cell<RwSemaphore> lock, boolean signals, Consumer<Now> rescan) {
        this.kernel = kernel;
        this.task = task;
        this.lock = lock;
        this.signals = signals;
        this.rescan = rescan;
    }

    /** Adds the steps, which the kernel owes. */
    void steps(Script truncate) {
        Source queue = kernel.source("kernel/sched/wait.c", "prepare_to_wait_event");
        Source drop = kernel.source(FsCall.SLEEP);
        truncate.in(queue)
                .step(QUEUE, "t5 queue for page", this::enqueue)
                .in(
                        kernel.rules().is(Rules.PTE_HOLDS_REFERENCE)
                                ? kernel.source("fs/dax.c", "dax_break_layout")
                                : kernel.source(FsCall.BREAK_LAYOUTS))
                .step("t6 page idle?", PageId.class, this::test)
                .in(drop)
                .step("t7 drop invalidate lock", PageId.class, (now, busy) -> now.change(lock, RwSemaphore::upWrite))
                .in(kernel.source("kernel/sched/core.c", "schedule"))
                .step(ASLEEP, "t8 wake up", this::sleep)
                .has(PageId.class, busy -> Sleeps.until(waiters(busy), busy));
        if (signals) {
            truncate.in(queue).owes(NONE).or("t8s leave by signal", PageId.class, this::leave);
        }
        truncate.in(drop)
                .owes(STRONG) // a writer that waits for the semaphore keeps later readers out
                .step(RELOCK, "t9 retake invalidate lock", this::relock)
                .owes(WEAK);
    }

    /** Goes to where a page that is busy is waited for. */
    void begin(Now now, PageId busy) {
        now.go(QUEUE, busy);
    }

    private Cell<WaitQueue> waiters(PageId page) {
        return kernel.cells().pageWaiters(page);
    }

    private void enqueue(Now now, PageId busy) {
        if (!Waiting.sleeps(now, waiters(busy), task)) {
            Waiting.enqueue(now, waiters(busy), task, kernel.references().key(), false);
        }
    }

    /** t6: equality, in the kernel. Once idle, the look for busy pages starts over. */
    private void test(Now now, PageId busy) {
        if (kernel.rules().looksIdle(now.read(kernel.cells().page(busy)).refs())) {
            Waiting.dequeue(now, waiters(busy), task);
            rescan.accept(now);
        }
    }

    /** t8: schedule() returns once a wake-up has taken the task out of the queue. */
    private void sleep(Now now, PageId busy) {
        now.await(!Waiting.sleeps(now, waiters(busy), task));
    }

    /** t8s: the blocks stay, the pin stays, the caller gets EINTR. */
    private void leave(Now now, PageId busy) {
        Waiting.dequeue(now, waiters(busy), task);
        now.end();
    }

    private void relock(Now now, PageId busy) {
        RwSemaphore held = now.read(lock);
        now.await(held.canWrite());
        now.write(lock, held.downWrite());
        now.go(QUEUE);
    }
}
