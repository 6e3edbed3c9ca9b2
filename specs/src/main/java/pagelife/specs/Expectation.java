package pagelife.specs;

import io.vavr.control.Option;
import pagelife.checker.result.Verdict;

/**
 * What we expect of a property.
 *
 * @param property the property's name
 * @param verdict the verdict
 * @param length the number of steps of the shortest counterexample or witness; empty when it does not matter
 */
public record Expectation(String property, Verdict verdict, Option<Integer> length) {
    /** Refuses a number of steps that no trace has. */
    public Expectation {
        length.filter(steps -> steps < 0).forEach(steps -> {
            throw new IllegalArgumentException("a trace of " + steps + " steps is expected of " + property
                    + ": a trace has 0 steps or more; give how many");
        });
    }
}
