package pagelife.models.kernel;

import pagelife.checker.model.Cell;
import pagelife.checker.model.ModelBuilder;
import pagelife.checker.model.Now;
import pagelife.checker.model.StepView;
import pagelife.checker.model.View;
import pagelife.models.page.TaskId;

/**
 * A lock that its waiters spin for: {@code spinlock_t}, include/linux/spinlock.h, 6.12. A step that waits does not say
 * whether it sleeps or spins; who must not sleep while holding it is for the author of a model to see.
 *
 * @param cell who holds it
 */
public record SpinLock(Cell<Held> cell) {
    /** Declares a free one. */
    public static SpinLock declare(ModelBuilder model, String name) {
        return new SpinLock(model.cell(name, Held.FREE));
    }

    /**
     * {@code spin_lock}: waits until it is free. Who holds it already waits forever; the last step of a task that ends with it
     * fails.
     */
    public void lock(Now now, TaskId task) {
        Held.lock(now, cell, task);
    }

    /** {@code spin_trylock}: whether it was free, and is taken now. */
    public boolean tryLock(StepView view, TaskId task) {
        return Held.tryLock(view, cell, task);
    }

    /** {@code spin_unlock}: an error unless {@code task} holds it. */
    public void unlock(StepView view, TaskId task) {
        Held.unlock(view, cell, task);
    }

    /** {@code spin_is_locked}. */
    public boolean isLocked(View view) {
        return view.read(cell).by().isDefined();
    }

    /** {@code lockdep_is_held}: whether this task holds it. */
    public boolean isHeldBy(View view, TaskId task) {
        return view.read(cell).by().contains(task);
    }
}
