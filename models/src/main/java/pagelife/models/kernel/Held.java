package pagelife.models.kernel;

import io.vavr.control.Option;
import pagelife.checker.model.Borrowed;
import pagelife.checker.model.Cell;
import pagelife.checker.model.Now;
import pagelife.checker.model.StepView;
import pagelife.models.page.TaskId;

/**
 * Who holds a lock. A task that ends with it fails, as {@code debug_check_no_locks_held()} in {@code do_exit()} warns,
 * kernel/locking/lockdep.c, 6.12.
 *
 * @param by the task; empty when it is free
 */
public record Held(Option<TaskId> by) implements Borrowed {
    /** Held by nobody. */
    public static final Held FREE = new Held(Option.none());

    static void lock(Now now, Cell<Held> cell, TaskId task) {
        Acting.require(now, task, "lock");
        now.await(now.read(cell).by().isEmpty());
        now.write(cell, new Held(Option.some(task)));
    }

    static boolean tryLock(StepView view, Cell<Held> cell, TaskId task) {
        Acting.require(view, task, "trylock");
        boolean free = view.read(cell).by().isEmpty();
        if (free) {
            view.write(cell, new Held(Option.some(task)));
        }
        return free;
    }

    static void unlock(StepView view, Cell<Held> cell, TaskId task) {
        Acting.require(view, task, "unlock");
        if (!view.read(cell).by().contains(task)) {
            throw new IllegalStateException(
                    task + " unlocks " + cell + ", which is " + view.read(cell) + ": only the holder may unlock");
        }
        view.write(cell, FREE);
    }

    @Override
    public boolean isHeldBy(String task) {
        return by.exists(holder -> holder.name().equals(task));
    }

    @Override
    public String toString() {
        return by.map(task -> "held by " + task).getOrElse("free");
    }
}
