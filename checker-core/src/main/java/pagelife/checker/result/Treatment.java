package pagelife.checker.result;

import pagelife.checker.ltl.Assumption;

/**
 * How a lasso meets a fairness assumption.
 *
 * @param assumption the assumption
 * @param how what meets it, on the loop
 * @param position where: before how many steps of the trace the assumption's steps are disabled, or the index of the
 *     step taken; where the loop starts if they are never enabled on it
 */
public record Treatment(Assumption assumption, How how, int position) {

    /** What meets an assumption. */
    public enum How {
        /** One of the steps is taken. */
        TAKEN,
        /** None of the steps is possible at some position; enough for weak fairness. */
        DISABLED,
        /** None of the steps is possible at any position. */
        NEVER_ENABLED
    }
}
