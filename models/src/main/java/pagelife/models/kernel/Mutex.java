package pagelife.models.kernel;

import pagelife.checker.model.Cell;
import pagelife.checker.model.ModelBuilder;
import pagelife.checker.model.Now;
import pagelife.checker.model.StepView;
import pagelife.checker.model.View;
import pagelife.models.page.TaskId;

/**
 * A lock that its waiters sleep for, taken and given back by one task. {@code struct mutex}, kernel/locking/mutex.c,
 * 6.12.
 *
 * @param cell who holds it
 */
public record Mutex(Cell<Held> cell) {
    /** Declares a free one. */
    public static Mutex declare(ModelBuilder model, String name) {
        return new Mutex(model.cell(name, Held.FREE));
    }

    /**
     * {@code mutex_lock}: waits until it is free. Who holds it already waits forever; the last step of a task that ends with it
     * fails.
     */
    public void lock(Now now, TaskId task) {
        Held.lock(now, cell, task);
    }

    /** {@code mutex_trylock}: whether it was free, and is taken now. */
    public boolean tryLock(StepView view, TaskId task) {
        return Held.tryLock(view, cell, task);
    }

    /** {@code mutex_unlock}: an error unless {@code task} holds it. */
    public void unlock(StepView view, TaskId task) {
        Held.unlock(view, cell, task);
    }

    /** {@code mutex_is_locked}. */
    public boolean isLocked(View view) {
        return view.read(cell).by().isDefined();
    }

    /** {@code lockdep_is_held}: whether this task holds it. */
    public boolean isHeldBy(View view, TaskId task) {
        return view.read(cell).by().contains(task);
    }
}
