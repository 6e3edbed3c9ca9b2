package pagelife.checker.liveness;

import java.util.Arrays;

/**
 * A run that ends up repeating itself, as numbers.
 *
 * @param states the states on the way, one more than steps; the last one is the one at {@code loopStart}
 * @param steps the steps between them
 * @param loopStart where the loop starts, as a position of {@code states}; the last position if the run ends there
 * @param fails whether the run ends there because the last step fails
 */
public record IntLasso(int[] states, int[] steps, int loopStart, boolean fails) {

    /** A run whose steps do not fail. */
    public IntLasso(int[] states, int[] steps, int loopStart) {
        this(states, steps, loopStart, false);
    }

    /** This run, which ends, and then a step that fails. */
    IntLasso failing(int step) {
        int length = steps.length;
        int[] more = Arrays.copyOf(states, length + 2);
        more[length + 1] = states[length];
        int[] taken = Arrays.copyOf(steps, length + 1);
        taken[length] = step;
        return new IntLasso(more, taken, length + 1, true);
    }

    /**
     * The same run with the shortest stem: a stem that ends in the step that the loop ends in can leave that step to
     * the loop.
     */
    IntLasso rolledUp() {
        int start = loopStart;
        int end = steps.length;
        while (start > 0
                && end > loopStart
                && states[start - 1] == states[end - 1]
                && steps[start - 1] == steps[end - 1]) {
            start--;
            end--;
        }
        return new IntLasso(Arrays.copyOf(states, end + 1), Arrays.copyOf(steps, end), start);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof IntLasso lasso
                && Arrays.equals(states, lasso.states)
                && Arrays.equals(steps, lasso.steps)
                && loopStart == lasso.loopStart
                && fails == lasso.fails;
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(states) * 31 + loopStart;
    }

    @Override
    public String toString() {
        return Arrays.toString(states) + " by " + Arrays.toString(steps) + (fails ? " fails" : " loop at " + loopStart);
    }
}
