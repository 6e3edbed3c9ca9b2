package pagelife.checker.engine.pack;

import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What it costs to pack a state and to take it apart: as many cells of one to six bits as fit into its words. The
 * search does neither where it walks tries; a miss of a trie, an audit and a new layout do.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class LayoutBenchmark {
    private static final int STATES = 1 << 10;

    /** How long a state is. */
    @Param({"1", "2", "5"})
    public int words;

    private Layout layout;
    private int[][] ids;
    private int[] unpacked;
    private long[] packed;

    /** Rolls domains and states. */
    @Setup
    public void roll() {
        Random random = new Random(1);
        int[] sizes = random.ints(64L * words, 2, 64).toArray();
        layout = longest(sizes);
        unpacked = new int[layout.cells()];
        ids = new int[STATES][layout.cells()];
        packed = new long[STATES * words];
        for (int[] state : ids) {
            Arrays.setAll(state, cell -> random.nextInt(sizes[cell]));
        }
        pack();
    }

    /** The layout of as many of these cells as fit. */
    private Layout longest(int[] sizes) {
        int cells = 0;
        while (of(sizes, cells + 1).words() <= words) {
            cells++;
        }
        return of(sizes, cells);
    }

    private static Layout of(int[] sizes, int cells) {
        int[] some = Arrays.copyOf(sizes, cells);
        return Layout.of(some, some, new int[0]);
    }

    /** Packs some states. */
    @Benchmark
    @OperationsPerInvocation(STATES)
    public final long[] pack() {
        for (int i = 0; i < STATES; i++) {
            layout.pack(ids[i], packed, i * words);
        }
        return packed;
    }

    /** Takes some states apart. */
    @Benchmark
    @OperationsPerInvocation(STATES)
    public int unpack() {
        int sum = 0;
        for (int i = 0; i < STATES; i++) {
            layout.unpack(packed, i * words, unpacked);
            sum += unpacked[i % unpacked.length];
        }
        return sum;
    }
}
