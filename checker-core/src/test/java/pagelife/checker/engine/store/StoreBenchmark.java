package pagelife.checker.engine.store;

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

/**
 * What it costs to insert one state into a visited set, and to look one up that is there, in blocks as a search does
 * it. To make the blocks and to let the set grow is not counted: an invocation is one block of thousands, long enough
 * for the clock.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
        value = 1,
        jvmArgsAppend = {"-Xmx4g", "-XX:+UseSerialGC", "-XX:+UseTransparentHugePages"})
public class StoreBenchmark {
    /** The stores. */
    public enum Kind {
        /** One word a state. */
        NARROW {
            @Override
            StoreContents contents() {
                return new StoreContents.Single(1);
            }
        },
        /** Sets of successors of one word, a bit each in an entry that many share. */
        CLUSTER {
            @Override
            StoreContents contents() {
                return new StoreContents.Clusters();
            }
        },
        /** Five words a state. */
        WIDE {
            @Override
            StoreContents contents() {
                return new StoreContents.Single(5);
            }
        };

        abstract StoreContents contents();
    }

    /*
     * A state that another one asks for is another one than that which the benchmark asks for: so there is one class
     * each.
     */

    /** A set with states in it. */
    @State(Scope.Thread)
    public abstract static class Filled {
        /** The store measured. */
        @Param
        public Kind kind;

        /**
         * How many states it holds at least, and half as many again at most: far less than a cache, far more than one.
         */
        @Param({"65536", "33554432"})
        public int states;

        StoreContents contents = new StoreContents.Clusters();

        /** Fills it. */
        @Setup
        public void fill() {
            contents = kind.contents();
            contents.fill(states);
        }
    }

    /** A set and a block of states in it. */
    public static class Known extends Filled {
        /** Rolls the next one. */
        @Setup(Level.Invocation)
        public void roll() {
            contents.rollKnown();
        }
    }

    /** A set and a block of states not in it. */
    public static class New extends Filled {
        /** Makes the next one. */
        @Setup(Level.Invocation)
        public void roll() {
            contents.rollNew();
        }
    }

    /** Looks up states that are there. */
    @Benchmark
    @OperationsPerInvocation(StoreContents.BLOCK)
    public int lookUp(Known known) {
        return known.contents.insert(0);
    }

    /** Inserts states that are not. */
    @Benchmark
    @OperationsPerInvocation(StoreContents.BLOCK)
    public int insert(New fresh) {
        return fresh.contents.insert(StoreContents.BLOCK);
    }
}
