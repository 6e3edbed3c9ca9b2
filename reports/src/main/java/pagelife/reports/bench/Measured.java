package pagelife.reports.bench;

import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import pagelife.reports.BenchReport;

/**
 * What was measured of a subject.
 *
 * @param subject the subject
 * @param own for each number of threads our run, the median of those made
 * @param spin that of Spin, if there was one
 */
record Measured(Subject subject, Map<Integer, OwnSample> own, Option<Sample> spin) {
    /** Spin writes no more digits. */
    private static final double DIGITS = 1e-7;

    OwnSample first() {
        return own.head()._2();
    }

    /** What is told of it. */
    BenchReport.Subject told() {
        OwnSample first = first();
        return new BenchReport.Subject(
                subject.name(),
                subject.summary(),
                isAboutRuns(),
                first.cost().holds(),
                first.cost().states(),
                first.cost().transitions(),
                first.levels(),
                first.bits(),
                own.toVector().map(run -> told(run._1(), run._2())),
                spin.map(this::told),
                contradictions());
    }

    private static BenchReport.Run told(int threads, OwnSample run) {
        return new BenchReport.Run(
                threads,
                run.cost().states(),
                run.cost().transitions(),
                run.cost().cpuNanos(),
                run.cost().wallNanos(),
                run.searchNanos(),
                run.storeBytes(),
                run.executions());
    }

    private BenchReport.Spin told(Sample theirs) {
        double ratio = theirs.cpuNanos() / (double) first().cost().cpuNanos();
        return new BenchReport.Spin(theirs.states(), theirs.cpuNanos(), theirs.wallNanos(), ratio);
    }

    /** In what the runs contradict each other. */
    Seq<String> contradictions() {
        return own.flatMap(run -> differences(run._1() + " threads", run._2().cost()))
                .toVector()
                .appendAll(spin.toVector().flatMap(this::spinDiffers));
    }

    private Seq<String> differences(String who, Sample other) {
        Sample cost = first().cost();
        return other.states() == cost.states() && other.transitions() == cost.transitions()
                ? verdictDiffers(who + " find", other)
                : Vector.of(who + " find " + other.states() + " states and " + other.transitions() + " transitions");
    }

    private Seq<String> verdictDiffers(String whoFind, Sample other) {
        return other.holds() == first().cost().holds()
                ? Vector.empty()
                : Vector.of(whoFind + " that the claims " + (other.holds() ? "hold" : "do not hold"));
    }

    /** Whether Spin checks a claim about runs. */
    boolean isAboutRuns() {
        return subject.promela().exists(Promela::isAboutRuns);
    }

    /**
     * Spin counts one transition more, and where its depth is limited one for each state at the limit; for a claim
     * about runs it counts states and transitions of the product with the formula.
     */
    private Seq<String> spinDiffers(Sample theirs) {
        if (isAboutRuns()) {
            return verdictDiffers("Spin finds", theirs);
        }
        Sample cost = first().cost();
        boolean whole = subject.promela().flatMap(Promela::depth).isEmpty();
        boolean same =
                near(theirs.states(), cost.states()) && (!whole || near(theirs.transitions() - 1, cost.transitions()));
        return same
                ? verdictDiffers("Spin finds", theirs)
                : Vector.of("Spin finds " + theirs.states() + " states and " + theirs.transitions() + " transitions");
    }

    private static boolean near(long one, long other) {
        return Math.abs(one - other) <= (one < 1 / DIGITS ? 0 : one * DIGITS);
    }
}
