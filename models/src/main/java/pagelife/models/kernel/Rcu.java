package pagelife.models.kernel;

import io.vavr.collection.HashMap;
import io.vavr.collection.LinkedHashSet;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.Set;
import io.vavr.collection.Vector;
import java.util.function.Consumer;
import pagelife.checker.model.Borrowed;
import pagelife.checker.model.Cell;
import pagelife.checker.model.ModelBuilder;
import pagelife.checker.model.ModelException;
import pagelife.checker.model.Now;
import pagelife.checker.model.Script;
import pagelife.checker.model.StepView;
import pagelife.checker.model.View;
import pagelife.checker.value.InParts;
import pagelife.models.page.TaskId;

/**
 * Read-copy update: a grace period ends when every reader has left who was inside when it began; later readers do not
 * hold it up. kernel/rcu/tree.c, 6.12. One object is one domain: that of {@code rcu_read_lock}, or one
 * {@code srcu_struct}, kernel/rcu/srcutree.c. Its readers may sleep or not; that is for the author to say.
 */
public final class Rcu {
    private final Cell<Domain> cell;
    private Set<String> callbacks = LinkedHashSet.empty();

    private Rcu(Cell<Domain> cell) {
        this.cell = cell;
    }

    /**
     * A domain. A task that ends inside fails, as {@code exit_rcu()} warns of in {@code do_exit()},
     * kernel/rcu/tree_plugin.h, 6.12.
     *
     * @param readers who is inside, and how often it entered
     * @param periods the grace periods that were begun
     */
    public record Domain(Map<TaskId, Integer> readers, Vector<Period> periods) implements InParts, Borrowed {
        private static final Domain QUIET = new Domain(HashMap.empty(), Vector.empty());

        private Domain enter(TaskId task) {
            return new Domain(readers.put(task, 1, Integer::sum), periods);
        }

        private Domain leave(TaskId task) {
            int depth = readers.get(task).get();
            return depth > 1
                    ? new Domain(readers.put(task, depth - 1), periods)
                    : new Domain(readers.remove(task), periods.map(period -> period.without(task)));
        }

        private Domain begin(String what) {
            return new Domain(readers, periods.append(new Period(what, readers.keySet())));
        }

        private Domain end(String what) {
            return new Domain(readers, periods.reject(period -> period.what().equals(what)));
        }

        private boolean has(String what) {
            return periods.exists(period -> period.what().equals(what));
        }

        private boolean hasEnded(String what) {
            return periods.exists(
                    period -> period.what().equals(what) && period.waitsFor().isEmpty());
        }

        @Override
        public boolean isHeldBy(String task) {
            return readers.containsKey(new TaskId(task));
        }

        @Override
        public String holding() {
            return "reads under";
        }

        @Override
        public String release() {
            return "rcu_read_unlock";
        }

        @Override
        public Seq<String> parts() {
            return readers.isEmpty() && periods.isEmpty()
                    ? Vector.of("quiet")
                    : readers.toVector()
                            .sortBy(reader -> reader._1().name())
                            .flatMap(reader -> Vector.fill(reader._2(), reader._1() + " reads"))
                            .appendAll(periods.map(Period::toString));
        }

        @Override
        public String toString() {
            return parts().mkString(", ");
        }
    }

    /**
     * A grace period under way, or over and not noticed yet.
     *
     * @param what who waits for it: a task, or a callback
     * @param waitsFor the readers who were inside when it began and have not left
     */
    public record Period(String what, Set<TaskId> waitsFor) {
        private Period without(TaskId reader) {
            return new Period(what, waitsFor.remove(reader));
        }

        @Override
        public String toString() {
            return what
                    + (waitsFor.isEmpty()
                            ? " waited"
                            : " waits for "
                                    + waitsFor.toVector().sortBy(TaskId::name).mkString(", "));
        }
    }

    /** Declares a domain without readers. */
    public static Rcu declare(ModelBuilder model, String name) {
        return new Rcu(model.cell(name, Domain.QUIET));
    }

    /** Who reads, and who waits for whom. */
    public Cell<Domain> cell() {
        return cell;
    }

    /** {@code rcu_read_lock}, {@code srcu_read_lock}. It nests. */
    public void readLock(StepView view, TaskId task) {
        Acting.require(view, task, "rcu_read_lock");
        view.write(cell, view.read(cell).enter(task));
    }

    /** {@code rcu_read_unlock}, {@code srcu_read_unlock}. */
    public void readUnlock(StepView view, TaskId task) {
        Acting.require(view, task, "rcu_read_unlock");
        if (!isReading(view, task)) {
            throw new IllegalStateException(
                    task + " leaves " + cell + ", which it has not entered: pair rcu_read_lock and rcu_read_unlock");
        }
        view.write(cell, view.read(cell).leave(task));
    }

    /** {@code rcu_read_lock_held}: whether this task is inside. */
    public boolean isReading(View view, TaskId task) {
        return view.read(cell).readers().containsKey(task);
    }

    /**
     * {@code synchronize_rcu}, {@code synchronize_srcu}: two places, PREFIX1, where the grace period begins, and
     * PREFIX2, where it waits for the readers.
     */
    public Consumer<Script> synchronize(TaskId task, String prefix) {
        return script -> script.step(prefix + "1 begin grace period", now -> {
                    Acting.require(now, task, "synchronize_rcu");
                    now.change(cell, before -> before.begin(task.name()));
                })
                .step(prefix + "2 wait for readers", now -> {
                    now.await(now.read(cell).hasEnded(task.name()));
                    now.change(cell, before -> before.end(task.name()));
                });
    }

    /**
     * {@code synchronize_srcu} in one step: waits until nobody reads. The kernel waits for the earlier readers only; no
     * more and no less can happen where no reader waits for who synchronises, and where readers come to an end.
     */
    public void awaitReaders(Now now) {
        now.await(now.read(cell).readers().isEmpty());
    }

    /** {@code call_rcu}: what {@link #callbacks} does of this name is done after a grace period. */
    public void call(StepView view, String callback) {
        requireCallback(callback);
        if (view.read(cell).has(callback)) {
            throw new IllegalStateException("callback " + callback
                    + " is queued twice: an rcu_head may be given to call_rcu once; call again when it has run");
        }
        view.write(cell, view.read(cell).begin(callback));
    }

    private void requireCallback(String callback) {
        if (!callbacks.contains(callback)) {
            throw new ModelException("callback " + callback + " of " + cell
                    + " is run by nobody: declare it with callbacks(model, \"" + callback + "\", ...); declared: "
                    + (callbacks.isEmpty() ? "none" : callbacks.mkString(", ")));
        }
    }

    /** {@code rcu_barrier}: waits until the callbacks of these names that were queued have run. */
    public void barrier(Now now, String... callbacks) {
        Vector.of(callbacks).forEach(this::requireCallback);
        Domain domain = now.read(cell);
        now.await(!Vector.of(callbacks).exists(domain::has));
    }

    /** Declares who runs the callback of this name, each time that it was queued and its grace period is over. */
    public void callbacks(ModelBuilder model, String callback, Consumer<Now> does) {
        callbacks = callbacks.add(callback);
        model.task("rcu-" + callback)
                .forever()
                .serves()
                .in("kernel/rcu/tree.c", "rcu_do_batch", "6.12")
                .step("cb run callback", now -> {
                    now.await(now.read(cell).hasEnded(callback));
                    now.change(cell, before -> before.end(callback));
                    does.accept(now);
                });
    }
}
