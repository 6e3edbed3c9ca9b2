package pagelife.models.kernel;

import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Predicate;
import pagelife.checker.model.Borrowed;
import pagelife.checker.model.Cell;
import pagelife.checker.model.ModelBuilder;
import pagelife.checker.model.Now;
import pagelife.checker.model.Script;
import pagelife.checker.model.StepView;
import pagelife.checker.model.View;
import pagelife.models.page.Counted;
import pagelife.models.page.PageEvent;
import pagelife.models.page.Sleeps;
import pagelife.models.page.TaskId;
import pagelife.models.page.WaitKey;
import pagelife.models.page.WaitQueue;
import pagelife.models.page.Waiter;

/**
 * {@code wait_queue_head_t}, and what a sleeper listens to: any wake-up of the queue, or that of one variable among
 * several that share a queue as those do whose addresses have one hash. include/linux/wait.h, kernel/sched/wait.c,
 * include/linux/wait_bit.h, kernel/sched/wait_bit.c, 6.12.
 *
 * <p>{@link #waitEvent} is what most protocols want. Where a model is about a wrong order of its parts they are here
 * one by one: {@link #prepareToWait}, the author's test, {@link #sleep}, {@link #finishWait}.
 */
public final class WaitQueueHead {
    private final Cell<WaitQueue> queue;
    private final WaitKey key;
    private final Option<Counted> awaits;

    private WaitQueueHead(Cell<WaitQueue> queue, WaitKey key, Option<Counted> awaits) {
        this.queue = queue;
        this.key = key;
        this.awaits = awaits;
    }

    /** Declares a queue: {@code init_waitqueue_head}. A task that ends in it fails: its entry is on its stack. */
    public static WaitQueueHead declare(ModelBuilder model, String name) {
        Cell<WaitQueue> queue = model.lends(model.cell(name, WaitQueue.EMPTY), Standing::new);
        return new WaitQueueHead(queue, WaitKey.of(name), Option.none());
    }

    /** Who stands in a queue. */
    private record Standing(WaitQueue queue) implements Borrowed {
        @Override
        public boolean isHeldBy(String task) {
            return queue.holds(new TaskId(task));
        }

        @Override
        public String holding() {
            return "stands in";
        }

        @Override
        public String release() {
            return "finish_wait";
        }
    }

    /**
     * That of a queue that is declared already, for who listens to {@code key}. That who ends is not in it is for claims to
     * say.
     */
    public static WaitQueueHead of(Cell<WaitQueue> queue, WaitKey key) {
        return new WaitQueueHead(queue, key, Option.none());
    }

    /** The same queue for who waits for a variable, by its address: {@code wait_var_event}, {@code wake_up_var}. */
    public WaitQueueHead var(String address) {
        return named(WaitKey.of(address));
    }

    /** The same queue for who listens to {@code other}, or wakes those who do. */
    public WaitQueueHead named(WaitKey other) {
        return new WaitQueueHead(queue, other, awaits);
    }

    /** The same queue for who waits until the count of something is right: a ledger then says who holds it up. */
    public WaitQueueHead until(Counted what) {
        return new WaitQueueHead(queue, key, Option.some(what));
    }

    /** Where the sleepers stand. */
    public Cell<WaitQueue> cell() {
        return queue;
    }

    /** {@code prepare_to_wait}. */
    public void prepareToWait(StepView view, TaskId task) {
        Acting.require(view, task, "prepare_to_wait");
        enqueue(view, new Waiter(task, key, false));
    }

    /** {@code prepare_to_wait_exclusive}: a wake-up of one stops here. */
    public void prepareToWaitExclusive(StepView view, TaskId task) {
        Acting.require(view, task, "prepare_to_wait_exclusive");
        enqueue(view, new Waiter(task, key, true));
    }

    private void enqueue(StepView view, Waiter waiter) {
        view.write(queue, view.read(queue).add(waiter));
    }

    /** {@code finish_wait}. */
    public void finishWait(StepView view, TaskId task) {
        Acting.require(view, task, "finish_wait");
        view.write(queue, view.read(queue).remove(task));
    }

    /** {@code schedule}: sleeps until somebody has woken the task since it was queued. */
    public void sleep(Now now, TaskId task) {
        Acting.require(now, task, "schedule");
        now.await(!isAsleep(now, task));
    }

    /** Whether a task is queued and was not woken. */
    public boolean isAsleep(View view, TaskId task) {
        return view.read(queue).holds(task);
    }

    /** {@code waitqueue_active}: whether anybody sleeps, looked at without the lock of the queue. */
    public boolean isActive(StepView view) {
        return !view.read(queue).waiters().isEmpty();
    }

    /** {@code wake_up}, {@code wake_up_var}: who listens, and of those that are exclusive the first. */
    public void wakeUp(StepView view) {
        tell(view, wakeOne(view));
    }

    /** {@code wake_up_all}: everybody who listens. */
    public void wakeUpAll(StepView view) {
        tell(view, wakeAll(view));
    }

    /** As {@link #wakeUp}, for who tells of it in words of its own. Says whom it woke. */
    Vector<TaskId> wakeOne(StepView view) {
        return wake(view, view.read(queue).one(key));
    }

    /** As {@link #wakeUpAll}, for who tells of it in words of its own. Says whom it woke. */
    Vector<TaskId> wakeAll(StepView view) {
        return wake(view, view.read(queue).all(key));
    }

    private Vector<TaskId> wake(StepView view, Vector<TaskId> woken) {
        view.write(queue, view.read(queue).wake(woken));
        return woken;
    }

    private void tell(StepView view, Vector<TaskId> woken) {
        view.tell(new PageEvent.Wake(about(), key, woken));
    }

    private Object about() {
        return awaits.isDefined() ? awaits.get() : key;
    }

    /** What a place {@code has} at which a task sleeps. */
    public Sleeps asleep() {
        return new Sleeps(queue, awaits);
    }

    /**
     * {@code wait_event}: two places, PREFIX1 and PREFIX2. The task queues, then tests, sleeps while it has to, and
     * begins again once it was woken; when the condition is true it goes on behind them. That it is woken and queues
     * again is one step: between the two no test is made, so that nobody can tell.
     *
     * @param prefix of the names of the places, such as {@code w}
     * @param condition a pure function of what it reads
     */
    public Consumer<Script> waitEvent(TaskId task, String prefix, Predicate<Now> condition) {
        return waitEvent(task, prefix, this::prepareToWait, condition);
    }

    /** {@code wait_event_exclusive}: as {@link #waitEvent}, where a wake-up of one stops at this task. */
    public Consumer<Script> waitEventExclusive(TaskId task, String prefix, Predicate<Now> condition) {
        return waitEvent(task, prefix, this::prepareToWaitExclusive, condition);
    }

    private Consumer<Script> waitEvent(
            TaskId task, String prefix, BiConsumer<Now, TaskId> prepare, Predicate<Now> condition) {
        String first = prefix + "1";
        return script -> script.step(first + " queue, again once woken", now -> {
                    sleep(now, task);
                    prepare.accept(now, task);
                })
                .has(asleep())
                .step(prefix + "2 test", now -> {
                    boolean over = condition.test(now);
                    now.saw(over ? "yes: go on" : "no: sleep");
                    if (over) {
                        finishWait(now, task);
                    } else {
                        now.go(first);
                    }
                });
    }
}
