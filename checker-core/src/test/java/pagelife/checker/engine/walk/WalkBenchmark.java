package pagelife.checker.engine.walk;

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
import pagelife.checker.engine.store.PinnedStates;

/**
 * What it costs to find one transition by walking the tries, every path of them known: on all states of
 * {@link PinnedPages} in the order of a sorted level, one by one and in the groups that differ in where the pinning
 * actors are.
 *
 * <p>An invocation goes on where the last one stopped, until it has {@value #TRANSITIONS} transitions; the last group
 * may exceed that, which is far below a thousandth.
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
        private final PinnedStates pinned = new PinnedStates();
        private final Walker walker = new Walker(pinned.memo(), (watch, effect, ids) -> {});
        private long[] states = {};
        private int at;

        /** Walks every state once. */
        @Setup
        public void plant() {
            states = pinned.sorted(new BitSet());
            walker.clear(pinned.memo().layout());
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
        private final PinnedStates pinned = new PinnedStates();
        private final GroupWalker walker = new GroupWalker(pinned.memo(), (watch, effect, ids) -> {});
        private long[] states = {};
        private int at;

        /** Walks every group once. */
        @Setup
        public void plant() {
            states = pinned.sorted(pinned.places());
            walker.clear(pinned.memo().layout());
            do {
                block();
            } while (at > 0);
        }

        private int block() {
            walker.sets().truncate(0, 0);
            int nearBits = pinned.memo().layout().nearBits();
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
