package pagelife.models.kernel;

import io.vavr.Tuple;
import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.TreeMap;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import pagelife.checker.model.Cell;
import pagelife.checker.model.Event;
import pagelife.checker.model.ModelBuilder;
import pagelife.checker.model.Now;
import pagelife.checker.model.StepView;
import pagelife.checker.value.InParts;
import pagelife.models.page.TaskId;

/**
 * Memory as several CPUs see it. A store first stands in a buffer of its CPU, and arrives in memory some time later;
 * under {@link Order#WEAK} a load may also find what was there before. Documentation/memory-barriers.txt; P. McKenney,
 * "Memory Barriers: a Hardware View for Software Hackers", 2010: store buffers and invalidate queues.
 *
 * <p>Declared first with its CPUs, then its variables. Only what is declared here is seen so; other cells are seen by
 * all as they are. It says less than the whole of the kernel's memory model: each variable has one order for all CPUs,
 * a store arrives at all other CPUs at once, and nothing is speculated.
 */
public final class Memory {
    /** What the machine may do. */
    public enum Order {
        /** Nothing: one step after the other. */
        SC,
        /** A store may be delayed behind later loads, as on x86; stores arrive in their order. */
        TSO,
        /** Stores may arrive in any order, and loads find what was there before, unless a barrier forbids it: arm64. */
        WEAK
    }

    /** What stands in a buffer: a store, or a write barrier. */
    public sealed interface Entry {
        /** A store on its way. */
        record Store(String cell, Object value) implements Entry {
            @Override
            public String toString() {
                return cell + " = " + value;
            }
        }

        /** {@code smp_wmb}: what stands before it arrives before what stands behind it. */
        enum Barrier implements Entry {
            /** The barrier. */
            WMB;

            @Override
            public String toString() {
                return "wmb";
            }
        }
    }

    /**
     * What a CPU has not told and not heard yet.
     *
     * @param stores its own stores that have not arrived, the oldest first
     * @param missed what it may still take for the value of a variable, the oldest first
     */
    public record Cpu(Vector<Entry> stores, TreeMap<String, Vector<Object>> missed) implements InParts {
        private static final Cpu QUIET = new Cpu(Vector.empty(), TreeMap.empty());

        private Cpu with(Entry entry) {
            return new Cpu(stores.append(entry), missed);
        }

        /** Without a store that arrives; write barriers that nothing stands before any more go with it. */
        private Cpu arrived(Entry store) {
            return new Cpu(stores.remove(store).dropWhile(Entry.Barrier.WMB::equals), missed);
        }

        private Cpu missing(String cell, Object before) {
            return new Cpu(
                    stores,
                    missed.put(cell, missed.getOrElse(cell, Vector.empty()).append(before)));
        }

        private Cpu heard(String cell, int from) {
            Vector<Object> left = missed.getOrElse(cell, Vector.empty()).drop(from);
            return new Cpu(stores, left.isEmpty() ? missed.remove(cell) : missed.put(cell, left));
        }

        private Cpu heardAll() {
            return new Cpu(stores, TreeMap.empty());
        }

        @Override
        public Seq<String> parts() {
            return stores.isEmpty() && missed.isEmpty()
                    ? Vector.of("nothing")
                    : stores.map(Entry::toString)
                            .appendAll(missed.map(old ->
                                    "may see " + old._1() + " = " + old._2().mkString(", ")));
        }

        @Override
        public String toString() {
            return parts().mkString(", ");
        }
    }

    /**
     * That a load found a value which memory holds no more. What it chose says as much; this says it where choices are not
     * told.
     *
     * @param variable the name of the variable
     * @param value what was found
     */
    public record OldLoad(String variable, String value) implements Event {
        @Override
        public Option<String> remark() {
            return Option.some("finds " + variable + " = " + value + ", an old value");
        }

        @Override
        public boolean isListed() {
            return false;
        }
    }

    /**
     * What a load may find.
     *
     * @param age how often the variable has changed since; 0 is what memory holds
     */
    private record Found(Object value, int age) {
        private static Vector<Found> all(Vector<Object> missed, Object there) {
            return missed.append(there).zipWithIndex((value, at) -> new Found(value, missed.size() - at));
        }

        /** Each with words of its own, since the same value may have been there twice. */
        @Override
        public String toString() {
            return switch (age) {
                case 0 -> String.valueOf(value);
                case 1 -> value + ", an old value";
                default -> value + ", an old value, " + age + " changes ago";
            };
        }
    }

    private final Order order;
    private final Map<TaskId, Cell<Cpu>> cpus;
    private LinkedHashMap<String, Cell<Object>> variables = LinkedHashMap.empty();

    private Memory(Order order, Map<TaskId, Cell<Cpu>> cpus) {
        this.order = order;
        this.cpus = cpus;
    }

    /** Declares a memory for these tasks, each on a CPU of its own. */
    public static Memory declare(ModelBuilder model, Order order, TaskId... tasks) {
        LinkedHashMap<TaskId, Cell<Cpu>> cpus = LinkedHashMap.empty();
        if (order != Order.SC) {
            for (TaskId task : tasks) {
                cpus = cpus.put(Tuple.of(task, model.cell("cpu(" + task + ")", Cpu.QUIET)));
            }
        }
        Memory memory = new Memory(order, cpus);
        cpus.forEach((task, cell) -> memory.declareArrivals(model, task, cell));
        return memory;
    }

    /** Declares a variable of this memory. */
    @SuppressWarnings("unchecked") // what is stored there is a T: write takes no other
    public <T> Cell<T> cell(ModelBuilder model, String name, T initial) {
        Cell<T> cell = model.cell(name, initial);
        variables = variables.put(name, (Cell<Object>) cell);
        return cell;
    }

    private void declareArrivals(ModelBuilder model, TaskId task, Cell<Cpu> cell) {
        model.task(task + "-stores").forever().serves().step("st arrive in memory", now -> {
            Seq<Entry> next = mayArrive(now.read(cell).stores());
            now.await(next.nonEmpty());
            Entry.Store store = (Entry.Store) (next.size() == 1 ? next.head() : now.choose("store", next));
            now.change(cell, cpu -> cpu.arrived(store));
            publish(now, task, variables.get(store.cell()).get(), store.value());
        });
    }

    /** The oldest store; under {@link Order#WEAK} the oldest of each variable before the first barrier. */
    private Seq<Entry> mayArrive(Vector<Entry> stores) {
        if (order == Order.TSO) {
            return stores.take(1);
        }
        return stores.takeUntil(Entry.Barrier.WMB::equals).distinctBy(entry -> ((Entry.Store) entry).cell());
    }

    private <T> void publish(StepView view, TaskId by, Cell<T> cell, T value) {
        Object before = view.read(cell);
        view.write(cell, value);
        if (order == Order.WEAK && !before.equals(value)) {
            cpus.filterKeys(other -> !other.equals(by))
                    .values()
                    .forEach(other -> view.write(other, view.read(other).missing(cell.name(), before)));
        }
    }

    private Cell<Cpu> cpu(TaskId task) {
        return cpus.get(task)
                .getOrElseThrow(() -> new IllegalArgumentException("task " + task + " has no CPU: there are those of "
                        + cpus.keySet().mkString(", ") + "; declare the memory with it"));
    }

    /** {@code WRITE_ONCE}: a plain store by {@code task}. */
    public <T> void write(StepView view, TaskId task, Cell<T> cell, T value) {
        if (order == Order.SC) {
            view.write(cell, value);
        } else {
            view.write(cpu(task), view.read(cpu(task)).with(new Entry.Store(cell.name(), value)));
        }
    }

    /** {@code READ_ONCE}: a load by {@code task}: its own last store, or what memory holds, or may be taken to hold. */
    @SuppressWarnings("unchecked") // what was stored there is a T
    public <T> T read(StepView view, TaskId task, Cell<T> cell) {
        if (order == Order.SC) {
            return view.read(cell);
        }
        Cpu cpu = view.read(cpu(task));
        Seq<Entry> own = cpu.stores()
                .filter(entry ->
                        entry instanceof Entry.Store store && store.cell().equals(cell.name()));
        return own.isEmpty() ? load(view, task, cell, cpu) : (T) ((Entry.Store) own.last()).value();
    }

    @SuppressWarnings("unchecked") // what was stored there is a T
    private <T> T load(StepView view, TaskId task, Cell<T> cell, Cpu cpu) {
        T there = view.read(cell);
        Vector<Object> missed = cpu.missed().getOrElse(cell.name(), Vector.empty());
        if (missed.isEmpty()) {
            return there;
        }
        Found found = view.choose("load of " + cell, Found.all(missed, there));
        view.write(cpu(task), cpu.heard(cell.name(), missed.size() - found.age()));
        if (found.age() > 0) {
            view.tell(new OldLoad(cell.name(), String.valueOf(found.value())));
        }
        return (T) found.value();
    }

    /** {@code smp_mb}: waits until the task's stores have arrived; it has heard of all others. */
    public void mb(Now now, TaskId task) {
        if (order != Order.SC) {
            now.await(now.read(cpu(task)).stores().isEmpty());
            now.change(cpu(task), Cpu::heardAll);
        }
    }

    /** {@code smp_wmb}: what the task has stored arrives before what it will store. */
    public void wmb(StepView view, TaskId task) {
        if (order == Order.WEAK && view.read(cpu(task)).stores().nonEmpty()) {
            view.write(cpu(task), view.read(cpu(task)).with(Entry.Barrier.WMB));
        }
    }

    /** {@code smp_rmb}: what the task will load is no older than what it has loaded. */
    public void rmb(StepView view, TaskId task) {
        if (order == Order.WEAK) {
            view.write(cpu(task), view.read(cpu(task)).heardAll());
        }
    }

    /** {@code xchg}: fully ordered, as every locked instruction that returns a value. The value before it. */
    public <T> T xchg(Now now, TaskId task, Cell<T> cell, T value) {
        mb(now, task);
        T before = now.read(cell);
        publish(now, task, cell, value);
        return before;
    }
}
