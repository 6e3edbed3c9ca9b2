package pagelife.reports;

import io.vavr.collection.Seq;
import io.vavr.control.Option;
import pagelife.reports.told.Part;

/**
 * How fast the checker is, and Spin on the same models.
 *
 * @param machine on what the measurements were made
 * @param subjects what was measured
 */
public record BenchReport(Machine machine, Seq<Subject> subjects) implements Report {
    /** The format and its version. */
    public static final String FORMAT = "pagelife-bench/1";

    /**
     * On what the measurements were made.
     *
     * @param processor the processor, as Linux names it
     * @param cores how many cores there are
     * @param load how many threads wanted to run, on average, in the minute before: above 0 the machine was shared
     * @param system the operating system
     * @param java the Java and its options
     * @param spin the version of Spin; empty without it
     */
    public record Machine(String processor, int cores, double load, String system, String java, String spin)
            implements Part {}

    /**
     * A model and what its runs cost.
     *
     * @param name the name on the command line
     * @param summary what it is
     * @param aboutRuns whether a claim about runs is checked
     * @param holds whether everything claimed holds
     * @param states distinct states
     * @param transitions transitions
     * @param levels breadth-first levels
     * @param bitsPerState bits of a packed state
     * @param runs our runs, one for each number of threads
     * @param spin that of Spin, if there was one
     * @param contradictions in what the runs contradict each other
     */
    public record Subject(
            String name,
            String summary,
            boolean aboutRuns,
            boolean holds,
            long states,
            long transitions,
            int levels,
            int bitsPerState,
            Seq<Run> runs,
            Option<Spin> spin,
            Seq<String> contradictions)
            implements Part {}

    /**
     * A run of ours.
     *
     * @param threads how many threads explored
     * @param states distinct states
     * @param transitions transitions
     * @param cpuNanos user and system time of the whole process, all threads
     * @param wallNanos time from its start to its end
     * @param searchNanos CPU time of the one thread that searches; 0 when there were several
     * @param storeBytes bytes of visited set and frontier at their largest
     * @param executions how often the model's step code ran
     */
    public record Run(
            int threads,
            long states,
            long transitions,
            long cpuNanos,
            long wallNanos,
            long searchNanos,
            long storeBytes,
            long executions)
            implements Part {}

    /**
     * A run of Spin.
     *
     * @param states the states that it counts
     * @param cpuNanos user and system time of the whole process
     * @param wallNanos time from its start to its end
     * @param ratio how many times the CPU time of our first run that is
     */
    public record Spin(long states, long cpuNanos, long wallNanos, double ratio) implements Part {}

    @Override
    public String format() {
        return FORMAT;
    }

    @Override
    public void accept(Cases cases) {
        cases.bench(this);
    }
}
