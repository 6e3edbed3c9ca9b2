package pagelife.checker.engine;

import io.vavr.collection.Vector;
import java.util.Arrays;
import java.util.BitSet;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import pagelife.checker.model.Model;

/**
 * What it costs to find one transition by walking the tries, every path of them known: on all states of {@link PinnedPages}
 * in the order of a sorted level, one by one and in the groups that differ in where the pinning actors are.
 *
 * <p>An invocation goes on where the last one stopped, until it has {@value #TRANSITIONS} transitions; the last group may
 * exceed that, which is far below a thousandth.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
        value = 1,
        jvmArgsAppend = {"-Xmx1g", "-XX:+UseSerialGC", "-XX:+UseTransparentHugePages"})
public class WalkBenchmark {
    private static final int TRANSITIONS = 1 << 20;

    /** States whose successors are inserted together. */
    private static final int BLOCK = 256;

    /** States one by one. */
    @State(Scope.Thread)
    public static class Singles {
        private final Explored explored = new Explored();
        private final Walker walker = new Walker(explored.memo, (watch, effect, ids) -> {});
        private long[] states = {};
        private int at;

        /** Walks every state once. */
        @Setup
        public void plant() {
            states = explored.sorted(new BitSet());
            walker.clear(explored.memo.layout());
            for (int i = 0; i < states.length; i++) {
                walker.truncate(0);
                expand();
            }
        }

        private void expand() {
            if (!walker.expand(states, at)) {
                throw new IllegalStateException("every value fitted the layout before");
            }
            at = at + 1 == states.length ? 0 : at + 1;
        }

        private int block() {
            walker.truncate(0);
            for (int i = 0; i < BLOCK; i++) {
                expand();
            }
            return walker.count();
        }
    }

    /** Groups. */
    @State(Scope.Thread)
    public static class Groups {
        private final Explored explored = new Explored();
        private final GroupWalker walker = new GroupWalker(explored.memo, (watch, effect, ids) -> {});
        private long[] states = {};
        private int at;

        /** Walks every group once. */
        @Setup
        public void plant() {
            BitSet near = new BitSet();
            PinnedPages.places(explored.cells.model()).forEach(cell -> near.set(cell.index()));
            states = explored.sorted(near);
            walker.clear(explored.memo.layout());
            do {
                block();
            } while (at > 0);
        }

        private int block() {
            walker.sets().truncate(0, 0);
            int nearBits = explored.memo.layout().nearBits();
            int end = at;
            int explored = 0;
            while (explored < BLOCK && at < states.length) {
                while (end < states.length && (states[end] ^ states[at]) >>> nearBits == 0) {
                    end++;
                }
                if (!walker.expand(states, at, end)) {
                    throw new IllegalStateException("every value fitted the layout before");
                }
                explored += end - at;
                at = end;
            }
            at = at == states.length ? 0 : at;
            return walker.sets().successors(0);
        }
    }

    /** All states of the model, found by walking. */
    private static final class Explored {
        private final Cells cells;
        private final Memo memo;
        private final int[] initial;

        Explored() {
            Model model = PinnedPages.model();
            cells = new Cells(model);
            memo = new Memo(cells, Vector.empty());
            initial = cells.intern(model.initialStates().head());
        }

        /** All states, packed with these cells near, in order. */
        long[] sorted(BitSet near) {
            memo.layOut();
            long[] found = found();
            while (found.length == 0) {
                memo.layOut();
                found = found();
            }
            Layout before = memo.layout();
            memo.cluster(near);
            Layout layout = memo.layOut();
            int[] ids = new int[cells.count()];
            for (int i = 0; i < found.length; i++) {
                before.unpack(found, i, ids);
                layout.pack(ids, found, i);
            }
            return RadixSort.sort(found, 1, layout.nearBits());
        }

        /** All states with the layout as it is; none if a value does not fit it. */
        private long[] found() {
            Walker walker = new Walker(memo, (watch, effect, ids) -> {});
            walker.clear(memo.layout());
            Store store = new NarrowStore();
            Store.Inserter inserter = store.inserter(new Appender(new Levels(1)));
            long[] states = new long[1 << 10];
            memo.layout().pack(initial, states, 0);
            int[] fresh = new int[1 << 10];
            int count = inserter.addAll(states, 1, fresh);
            for (int next = 0; next < count; next++) {
                walker.truncate(0);
                if (!walker.expand(states, next)) {
                    return new long[0];
                }
                if (store.crowded(walker.count())) {
                    store.grow(walker.count(), Store.Loop.PLAIN);
                }
                int found = inserter.addAll(walker.successors(), walker.count(), fresh);
                if (count + found > states.length) {
                    states = Arrays.copyOf(states, 2 * states.length);
                }
                for (int i = 0; i < found; i++) {
                    states[count++] = walker.successors()[fresh[i]];
                }
            }
            return Arrays.copyOf(states, count);
        }
    }

    /** State by state. */
    @Benchmark
    @OperationsPerInvocation(TRANSITIONS)
    public int singles(Singles singles) {
        int transitions = 0;
        while (transitions < TRANSITIONS) {
            transitions += singles.block();
        }
        return transitions;
    }

    /** Group by group. */
    @Benchmark
    @OperationsPerInvocation(TRANSITIONS)
    public int groups(Groups groups) {
        int transitions = 0;
        while (transitions < TRANSITIONS) {
            transitions += groups.block();
        }
        return transitions;
    }
}
