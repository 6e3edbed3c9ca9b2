package pagelife.checker.liveness;

import java.util.Arrays;

/**
 * A run that ends up repeating itself, as numbers.
 *
 * @param states the states on the way, one more than steps; the last one is the one at {@code loopStart}
 * @param steps the steps between them
 * @param loopStart where the loop starts, as a position of {@code states}; the last position if the run ends there
 */
public record IntLasso(int[] states, int[] steps, int loopStart) {

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
                && loopStart == lasso.loopStart;
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(states) * 31 + loopStart;
    }

    @Override
    public String toString() {
        return Arrays.toString(states) + " by " + Arrays.toString(steps) + " loop at " + loopStart;
    }
}
