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
    public static void enqueue(StepView view, Cell<WaitQueue> queue, TaskId task, WaitKey key, boolean exclusive) {
        view.write(queue, view.read(queue).add(new Waiter(task, key, exclusive)));
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

    /** K4: {@code wake_up}: those of {@code key}, all of them or up to the first exclusive one. Says whom it woke. */
    public static Vector<TaskId> wake(StepView view, Cell<WaitQueue> queue, WaitKey key, boolean all) {
        WaitQueue before = view.read(queue);
        Vector<TaskId> woken = all ? before.all(key) : before.one(key);
        view.write(queue, before.wake(woken));
        return woken;
    }
}
