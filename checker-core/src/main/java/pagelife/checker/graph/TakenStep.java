package pagelife.checker.graph;

import pagelife.checker.model.Step;

/**
 * An edge: a step taken from one state to another. Compared by identity, since a step may join two states in two ways.
 */
public final class TakenStep {
    private final Step step;

    /** An edge for this step. */
    public TakenStep(Step step) {
        this.step = step;
    }

    /** The step. */
    public Step step() {
        return step;
    }

    @Override
    public String toString() {
        return step.toString();
    }
}
