package pagelife.reports.bench;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;

/**
 * A model in Spin's language.
 *
 * @param resource its text, beside this class's resources
 * @param defines sizes, as {@code NAME=VALUE}
 * @param depth breadth-first to this depth; none for a whole search, depth-first, which is what Spin does best
 */
record Promela(String resource, Seq<String> defines, Option<Integer> depth) {
    /** What the C compiler is told: Spin's exhaustive search, at its fastest without reduction. */
    private static final Seq<String> COMPILER = Vector.of("-O3", "-march=native", "-DSAFETY", "-DNOREDUCE");

    /** Slots of Spin's hash table as a power of two, at least. */
    private static final int LEAST_SLOTS = 16;

    Seq<String> compilerOptions() {
        return depth.isDefined() ? COMPILER.append("-DBFS") : COMPILER;
    }

    /**
     * How to run the verifier over so many states: deadlocks apart, with one to two slots for each state, and a stack for
     * the longest path there could be.
     */
    Seq<String> runOptions(long states) {
        int slots = Math.max(LEAST_SLOTS, Long.SIZE - Long.numberOfLeadingZeros(states));
        return Vector.of(
                "-E", "-n", "-w" + slots, "-m" + depth.map(Long::valueOf).getOrElse(states + 1));
    }
}
