package pagelife.models.page;

import io.vavr.collection.Vector;
import pagelife.checker.model.Cell;
import pagelife.checker.model.StepView;

/**
 * Sleeping in a wait queue and being woken: include/linux/wait_bit.h, kernel/sched/wait.c. A waiter enqueues (W1), only
 * then looks whether it has to wait (W2), sleeps while it is queued (W4), and after a wake begins again. Who changes
 * what is waited for (K1) looks only then whether anybody is queued (K3), and wakes those who listen to its key (K4).
 */
public final class Waiting {
    private Waiting() {}

    /** W1: {@code prepare_to_wait}. */
    public static void enqueue(StepView view, Cell<WaitQueue> queue, TaskId task, WaitKey key) {
        view.write(queue, view.read(queue).add(new Waiter(task, key, false)));
    }

    /** W1: {@code prepare_to_wait_exclusive}: a wake-up of one stops here. */
    public static void enqueueExclusive(StepView view, Cell<WaitQueue> queue, TaskId task, WaitKey key) {
        view.write(queue, view.read(queue).add(new Waiter(task, key, true)));
    }

    /** W3: {@code finish_wait}. */
    public static void dequeue(StepView view, Cell<WaitQueue> queue, TaskId task) {
        view.write(queue, view.read(queue).remove(task));
    }

    /** W4: whether nobody has woken the task since it enqueued. */
    public static boolean sleeps(StepView view, Cell<WaitQueue> queue, TaskId task) {
        return view.read(queue).holds(task);
    }

    /** K3: {@code waitqueue_active}, without the queue's lock. */
    public static boolean isActive(StepView view, Cell<WaitQueue> queue) {
        return !view.read(queue).waiters().isEmpty();
    }

    /** K4: {@code wake_up}: those who listen to {@code key}, up to the first exclusive one. Says whom it woke. */
    public static Vector<TaskId> wakeOne(StepView view, Cell<WaitQueue> queue, WaitKey key) {
        return wake(view, queue, view.read(queue).one(key));
    }

    /** K4: {@code wake_up_all}: all those who listen to {@code key}. Says whom it woke. */
    public static Vector<TaskId> wakeAll(StepView view, Cell<WaitQueue> queue, WaitKey key) {
        return wake(view, queue, view.read(queue).all(key));
    }

    private static Vector<TaskId> wake(StepView view, Cell<WaitQueue> queue, Vector<TaskId> woken) {
        view.write(queue, view.read(queue).wake(woken));
        return woken;
    }
}
