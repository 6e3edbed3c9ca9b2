package pagelife.checker.result;

import io.vavr.collection.Seq;
import pagelife.checker.model.State;

/**
 * An initial state and the steps from it. Every trace that a check returns has been executed by the model's own code.
 *
 * @param initial an initial state of the model
 * @param steps the steps in order
 */
public record Trace(State initial, Seq<TraceStep> steps) {
    /** The number of steps. */
    public int length() {
        return steps.size();
    }

    /** The state after the last step. */
    public State last() {
        return steps.isEmpty() ? initial : steps.last().after();
    }

    /** The state before step {@code i}, counted from 0. */
    public State before(int i) {
        return i == 0 ? initial : steps.get(i - 1).after();
    }
}
