package pagelife.checker.engine.pack;

import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import pagelife.checker.engine.store.LevelSorter;

/**
 * What it costs to sort a run of a level, for each state: words whose digits are all different, the most that a sort
 * can meet.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
        value = 1,
        jvmArgsAppend = {"-Xmx1g", "-XX:+UseSerialGC"})
public class RadixSortBenchmark {
    /** How long a state is. */
    @Param({"1", "2", "5"})
    public int words;

    private long[] rolled;
    private long[] states;

    /** Rolls the run. */
    @Setup
    public void roll() {
        rolled = new SplittableRandom(1).longs((long) words * LevelSorter.RUN).toArray();
    }

    /** Takes it as it was rolled. */
    @Setup(Level.Invocation)
    public void shuffle() {
        states = rolled.clone();
    }

    /** Sorts it. */
    @Benchmark
    @OperationsPerInvocation(LevelSorter.RUN)
    public long[] sort() {
        return RadixSort.sort(states, words, 0);
    }
}
