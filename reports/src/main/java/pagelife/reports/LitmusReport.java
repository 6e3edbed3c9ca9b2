package pagelife.reports;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import pagelife.checker.result.Statistics;
import pagelife.reports.outcome.LitmusOutcome;
import pagelife.reports.told.Part;
import pagelife.reports.told.ToldCheckpoints;

/**
 * Litmus tests, expected against found.
 *
 * @param asExpected how many came out as expected
 * @param notRun how many were not run, since they are none or the user wanted to stop
 * @param tests those that were
 * @param measured all that may differ from run to run
 */
public record LitmusReport(int asExpected, int notRun, Seq<ToldTest> tests, Measured measured) implements Report {
    /** The format and its version. */
    public static final String FORMAT = "pagelife-litmus/1";

    /** What kind of report it is. */
    public static final String KIND = "litmus";

    /**
     * All that may differ from run to run.
     *
     * @param nanos nanoseconds for all tests
     * @param diskBytes bytes written to disk; of one test only
     * @param checkpoints what became of the checkpoints; of one test only
     */
    public record Measured(long nanos, Option<Long> diskBytes, Option<ToldCheckpoints> checkpoints) implements Part {}

    /** The report about several tests. */
    public static LitmusReport of(Seq<LitmusOutcome> outcomes, int missing, long nanos) {
        return of(outcomes, missing, new Measured(nanos, Option.none(), Option.none()));
    }

    /** The report about one test. */
    public static LitmusReport of(LitmusOutcome outcome, long nanos) {
        Statistics statistics = outcome.answer().result().statistics();
        Measured measured = new Measured(
                nanos, Option.some(statistics.diskBytes()), Option.some(ToldCheckpoints.of(statistics.checkpoints())));
        return of(Vector.of(outcome), 0, measured);
    }

    private static LitmusReport of(Seq<LitmusOutcome> outcomes, int missing, Measured measured) {
        return new LitmusReport(
                outcomes.count(outcome -> outcome.spec().asExpected()), missing, outcomes.map(ToldTest::of), measured);
    }

    /** The same without what may differ from run to run: all that is measured is 0 or empty. */
    public LitmusReport withoutMeasured() {
        return new LitmusReport(asExpected, notRun, tests, new Measured(0, Option.none(), Option.none()));
    }

    @Override
    public String format() {
        return FORMAT;
    }

    /** The name of a test that was run alone. */
    @Override
    public String subject() {
        return tests.size() == 1 && notRun == 0 ? tests.head().name() : "";
    }

    @Override
    public void accept(Cases cases) {
        cases.litmus(this);
    }
}
