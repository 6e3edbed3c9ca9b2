package pagelife.checker.search;

import io.vavr.control.Option;
import pagelife.checker.ltl.Formula;

/**
 * What counterexamples are wanted beside the usual one. Two differ if a step that is decisive in the first is not taken
 * in the second: see {@code pagelife.checker.explain.Story} for what is decisive. Steps of different tasks are
 * different steps.
 *
 * @param count how many further ones of each claim, from 0
 * @param through what some state of each is to be like; empty if nothing
 */
public record More(int count, Option<Formula.Proposition> through) {
    /** No others than usual. */
    public static final More NONE = new More(0, Option.none());

    /** Whether no others than usual are wanted. */
    public boolean isNone() {
        return count == 0 && through.isEmpty();
    }
}
