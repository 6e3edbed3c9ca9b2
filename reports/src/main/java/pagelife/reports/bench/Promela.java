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
 * @param formulas claims about runs, in Spin's spelling; none to check the assertions in the text
 */
record Promela(String resource, Seq<String> defines, Option<Integer> depth, Seq<String> formulas) {
    /** What the C compiler is told: Spin's exhaustive search, at its fastest without reduction. */
    private static final Seq<String> COMPILER = Vector.of("-O3", "-march=native", "-DNOREDUCE");

    /** Slots of Spin's hash table as a power of two, at least. */
    private static final int LEAST_SLOTS = 16;

    /** With claims about runs: room to be fair to ten processes, the formula being one. */
    private static final Seq<String> RUNS = COMPILER.append("-DNFAIR=3");

    /** The longest path through the product with a formula, in times the number of states: a guess that Spin checks. */
    private static final int DEEPER = 4;

    /** In small models the longest path may be longer than that. */
    private static final long LEAST_DEPTH = 100_000;

    /** A model whose assertions are checked in a whole search. */
    static Promela asserting(String resource, String... defines) {
        return new Promela(resource, Vector.of(defines), Option.none(), Vector.empty());
    }

    /** This model, breadth-first to this depth. */
    Promela toDepth(int steps) {
        return new Promela(resource, defines, Option.some(steps), formulas);
    }

    /** This model with claims about runs, checked instead of the assertions. */
    Promela claiming(String... claims) {
        return new Promela(resource, defines, depth, Vector.of(claims));
    }

    boolean isAboutRuns() {
        return formulas.nonEmpty();
    }

    /** What is added to the text: formula i is called f and i. */
    String blocks() {
        return formulas.zipWithIndex()
                .map(formula -> "\nltl f" + formula._2() + " { " + formula._1() + " }\n")
                .mkString();
    }

    Seq<String> compilerOptions() {
        Seq<String> options = isAboutRuns() ? RUNS : COMPILER.append("-DSAFETY");
        return depth.isDefined() ? options.append("-DBFS") : options;
    }

    /**
     * How to run the verifier over so many states: deadlocks apart, with one to two slots for each state, and a stack
     * for the longest path there could be.
     */
    Seq<String> runOptions(long states) {
        return Vector.of(
                "-E",
                "-n",
                "-w" + slots(states),
                "-m" + depth.map(Long::valueOf).getOrElse(states + 1));
    }

    /** How to look for runs that break formula {@code number}: among all runs, or those weakly fair to each process. */
    Seq<String> runOptions(long states, int number, boolean fair) {
        Vector<String> options =
                Vector.of("-a", "-E", "-n", "-w" + slots(states), "-m" + Math.max(LEAST_DEPTH, DEEPER * states));
        options = formulas.size() > 1 ? options.appendAll(Vector.of("-N", "f" + number)) : options;
        return fair ? options.append("-f") : options;
    }

    private static int slots(long states) {
        return Math.max(LEAST_SLOTS, Long.SIZE - Long.numberOfLeadingZeros(states));
    }
}
