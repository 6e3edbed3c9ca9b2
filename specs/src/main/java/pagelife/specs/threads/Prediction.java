package pagelife.specs.threads;

import io.vavr.control.Option;
import pagelife.checker.result.Verdict;

/**
 * What a statement predicts of an experiment; what we expect of it is still to be said.
 *
 * @param setup the experiment
 * @param property the property, named in full or by its first word
 * @param verdict the verdict that the statement predicts
 */
record Prediction(Stage.Setup setup, String property, Verdict verdict) {
    /** So it is. */
    Experiment.Check indeed() {
        return expect(verdict, Option.none());
    }

    /** So it is, and the shortest trace that shows it has so many steps. */
    Experiment.Check indeed(int steps) {
        return expect(verdict, Option.some(steps));
    }

    /** But it holds. */
    Experiment.Check butHolds() {
        return expect(Verdict.HOLDS, Option.none());
    }

    /** But it is broken, in so many steps. */
    Experiment.Check butFails(int steps) {
        return expect(Verdict.VIOLATED, Option.some(steps));
    }

    private Experiment.Check expect(Verdict expected, Option<Integer> length) {
        return new Experiment.Check(
                setup.stage(), setup.variant(), setup.rules(), setup.bounds(), property, verdict, expected, length);
    }
}
