package pagelife.models.kernel;

import io.vavr.collection.HashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Vector;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import pagelife.checker.model.Borrowed;
import pagelife.checker.model.Cell;
import pagelife.checker.model.ModelBuilder;
import pagelife.checker.model.Now;
import pagelife.checker.model.StepView;
import pagelife.checker.model.View;
import pagelife.models.page.RwSemaphore;
import pagelife.models.page.TaskId;

/**
 * {@code struct rw_semaphore}: many read, or one writes. kernel/locking/rwsem.c, 6.12. It favours nobody, where the
 * kernel lets no reader pass a writer that has waited for long: a writer may be starved here, and readers that wait for
 * each other beside a writer that waits are not seen to be stuck. The simplest of these is seen: a task that reads again
 * fails, as lockdep reports possible recursive locking, if it was {@linkplain #declare declared} here.
 */
public final class RwSem {
    private final Stand<?> stand;

    private RwSem(Stand<?> stand) {
        this.stand = stand;
    }

    /** One that stands in a cell which does not say who is inside. */
    public RwSem(Cell<RwSemaphore> cell) {
        this(new Stand<>(cell, now -> now, (before, after, task) -> after));
    }

    /** Declares a free one, which knows who is inside: the last step of a task that ends so fails. */
    public static RwSem declare(ModelBuilder model, String name) {
        return of(model.cell(name, Holders.NONE));
    }

    /** One that stands in a cell which says who is inside, as that of a {@linkplain #declare declared} one. */
    public static RwSem of(Cell<Holders> cell) {
        return new RwSem(new Stand<>(cell, Holders::inside, Holders::to));
    }

    /** How the value of a cell changes with what is inside, by a task. */
    @FunctionalInterface
    private interface Change<T> {
        T to(T before, RwSemaphore after, String task);
    }

    /** Where it stands: by itself, or with the names of who is inside. */
    private record Stand<T>(Cell<T> cell, Function<T, RwSemaphore> inside, Change<T> change) {
        RwSemaphore read(View view) {
            return inside.apply(view.read(cell));
        }

        void change(StepView view, UnaryOperator<RwSemaphore> how) {
            T before = view.read(cell);
            view.write(cell, change.to(before, how.apply(inside.apply(before)), task(view)));
        }
    }

    /**
     * Who is inside.
     *
     * @param writer whether one holds it exclusively
     * @param by how often each is inside, by the name
     */
    public record Holders(boolean writer, Map<String, Integer> by) implements Borrowed {
        /** Nobody. */
        public static final Holders NONE = new Holders(false, HashMap.empty());

        private int many() {
            return by.values().sum().intValue();
        }

        /** How many hold it shared. */
        public int readers() {
            return writer ? 0 : many();
        }

        private RwSemaphore inside() {
            return new RwSemaphore(readers(), writer);
        }

        private Holders to(RwSemaphore after, String task) {
            int many = after.readers() + (after.writer() ? 1 : 0);
            return new Holders(
                    after.writer(), many > many() ? by.put(task, 1, Integer::sum) : many < many() ? without(task) : by);
        }

        private Map<String, Integer> without(String task) {
            int times = by.get(task).get();
            return times > 1 ? by.put(task, times - 1) : by.remove(task);
        }

        @Override
        public boolean isHeldBy(String task) {
            return by.containsKey(task);
        }

        @Override
        public String release() {
            return writer ? "up_write" : "up_read";
        }

        @Override
        public String toString() {
            return by.isEmpty()
                    ? "free"
                    : (writer ? "written by " : "read by ")
                            + by.toVector()
                                    .sortBy(inside -> inside._1())
                                    .flatMap(inside -> Vector.fill(inside._2(), inside._1()))
                                    .mkString(", ");
        }
    }

    /** Who is inside, or how many. */
    public Cell<?> cell() {
        return stand.cell();
    }

    /** Whether {@link #downRead} would not have to wait. */
    public boolean canRead(View view) {
        return stand.read(view).canRead();
    }

    /** {@code down_read}: waits until nobody writes; a BUG for who is inside, if it was {@linkplain #declare declared} here. */
    public void downRead(Now now) {
        requireOutside(now);
        now.await(canRead(now));
        stand.change(now, RwSemaphore::downRead);
    }

    /** {@code down_read_trylock}: whether nobody writes, and it reads now. */
    public boolean tryDownRead(StepView view) {
        boolean free = canRead(view);
        if (free) {
            stand.change(view, RwSemaphore::downRead);
        }
        return free;
    }

    /** {@code up_read}: a BUG where nobody reads, if it was {@linkplain #declare declared} here; else an error. */
    public void upRead(StepView view) {
        require(view, now -> now.readers() > 0, "up_read", "down_read");
        stand.change(view, RwSemaphore::upRead);
    }

    /** {@code down_write}: waits until nobody reads or writes. */
    public void downWrite(Now now) {
        now.await(stand.read(now).canWrite());
        stand.change(now, RwSemaphore::downWrite);
    }

    /** {@code down_write_trylock}: whether nobody reads or writes, and it writes now. */
    public boolean tryDownWrite(StepView view) {
        boolean free = stand.read(view).canWrite();
        if (free) {
            stand.change(view, RwSemaphore::downWrite);
        }
        return free;
    }

    /** {@code up_write}: a BUG where nobody writes, if it was {@linkplain #declare declared} here. */
    public void upWrite(StepView view) {
        require(view, Holders::writer, "up_write", "down_write");
        stand.change(view, RwSemaphore::upWrite);
    }

    /** {@code downgrade_write}: the writer reads, and nobody wrote between; a BUG as for {@link #upWrite}. */
    public void downgradeWrite(StepView view) {
        require(view, Holders::writer, "downgrade_write", "down_write");
        stand.change(view, before -> before.upWrite().downRead());
    }

    /** Who writes waits for itself, which is seen by itself. */
    private void requireOutside(Now now) {
        if (now.read(cell()) instanceof Holders holders) {
            now.bugOn(
                    !holders.writer() && holders.isHeldBy(now.task()),
                    "down_read of " + cell() + " by " + now.task()
                            + ", which reads it already: a writer that waits between"
                            + " the two holds up the second, and waits for the first; read once");
        }
    }

    private void require(StepView view, Predicate<Holders> isInside, String call, String pair) {
        if (view.read(cell()) instanceof Holders now) {
            view.bugOn(!isInside.test(now), call + " of " + cell() + ", which is " + now + ": pair it with " + pair);
            view.bugOn(
                    !now.isHeldBy(task(view)),
                    call + " of " + cell() + " by " + task(view) + ", while it is " + now
                            + ": who is inside leaves; one that another task gives back, as up_read_non_owner does, stands in a"
                            + " cell without names, new RwSem(model.cell(name, RwSemaphore.FREE))");
        }
    }

    private static String task(StepView view) {
        return Acting.task(view).map(TaskId::name).getOrElse("");
    }
}
