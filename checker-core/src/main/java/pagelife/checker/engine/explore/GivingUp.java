package pagelife.checker.engine.explore;

import pagelife.checker.engine.code.Memo;
import pagelife.checker.engine.code.StepProgram;

/** Turns steps to direct execution where recording them does not pay. */
final class GivingUp {
    /** A step is executed directly when it ran for more than one in so many of the states explored... */
    private static final int TOO_OFTEN = 4;
    /** ... over a stretch of at least so many runs. */
    private static final int ENOUGH_RUNS = 4096;
    /** Or when its trie has more points than this. */
    private static final int TOO_MANY_POINTS = 1 << 20;

    private final Memo memo;

    /** By the index of a step, how often it had run when its stretch began. */
    private final long[] runsBefore;

    /** How many states were explored when the present stretch began. */
    private long exploredBefore;

    GivingUp(Memo memo) {
        this.memo = memo;
        this.runsBefore = new long[memo.steps().length];
    }

    /**
     * Looks at all steps.
     *
     * @param explored the states explored so far
     * @return whether some step is executed directly from now on
     */
    boolean look(long explored) {
        boolean changed = false;
        long states = explored - exploredBefore;
        for (StepProgram step : memo.steps()) {
            int index = step.step().index();
            long runs = step.executions() - runsBefore[index];
            boolean often = runs > ENOUGH_RUNS && runs * TOO_OFTEN > states;
            if (!step.direct() && (often || step.points() > TOO_MANY_POINTS)) {
                memo.makeDirect(step);
                changed = true;
            }
            if (runs > ENOUGH_RUNS || states > (long) ENOUGH_RUNS * TOO_OFTEN) {
                runsBefore[index] = step.executions();
            }
        }
        if (states > (long) ENOUGH_RUNS * TOO_OFTEN) {
            exploredBefore = explored;
        }
        return changed;
    }
}
