package pagelife.specs.threads;

import io.vavr.collection.Seq;
import io.vavr.control.Option;
import pagelife.checker.result.Verdict;

/**
 * A claim after its experiments.
 *
 * @param claim the claim
 * @param tests its experiments, each with what it showed
 */
public record Answered(Claim claim, Seq<Test> tests) {
    /**
     * An experiment and what it showed.
     *
     * @param experiment the experiment
     * @param observation what it showed
     */
    public record Test(Experiment experiment, Observation observation) {
        /** Whether it came out as expected. */
        public boolean asExpected() {
            return observation.isExpected(experiment);
        }

        /** Whether it bears the statement out. */
        public boolean bearsOut() {
            return observation.verdict() == experiment.predicted();
        }
    }

    /** The answer that follows from what was seen; empty when none does, or when not everything was seen. */
    public Option<Answer> answer() {
        return undecided()
                ? Option.none()
                : Answer.of(
                        tests.map(Test::experiment),
                        tried -> tests.exists(test -> test.experiment() == tried && test.bearsOut()));
    }

    /** Whether some search was stopped too early. */
    public boolean undecided() {
        return tests.exists(test -> test.observation().verdict() == Verdict.UNDECIDED);
    }

    /** Whether every experiment and the answer came out as expected. */
    public boolean asExpected() {
        return tests.forAll(Test::asExpected) && answer().contains(claim.answer());
    }
}
