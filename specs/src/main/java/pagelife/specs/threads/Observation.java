package pagelife.specs.threads;

import io.vavr.control.Option;
import pagelife.checker.result.Verdict;

/**
 * What an experiment showed.
 *
 * @param verdict the verdict
 * @param length the steps of the shortest trace that shows it; empty when there is none
 * @param states the states of the whole space, where it took all of them to say so; else 0
 */
public record Observation(Verdict verdict, Option<Integer> length, long states) {
    /** What the observation of {@code of} should be. */
    boolean isExpected(Experiment of) {
        return verdict == of.expected() && (of.length().isEmpty() || of.length().equals(length));
    }
}
