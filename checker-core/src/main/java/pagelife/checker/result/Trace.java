package pagelife.checker.result;

import io.vavr.collection.Seq;
import io.vavr.control.Option;
import pagelife.checker.model.State;

/**
 * An initial state and the steps from it; for a run without end, a lasso: the steps from {@code loopStart} on are
 * repeated forever. Every trace that a check returns has been executed by the model's own code.
 *
 * @param initial an initial state of the model
 * @param steps the steps in order
 * @param loopStart how many steps come before the loop; the state after the last step is the one after so many steps.
 *     If that is all of them, the run ends there: nobody moves any more, be it since the last step
 *     failed. Empty for a trace that is no whole run
 */
public record Trace(State initial, Seq<TraceStep> steps, Option<Integer> loopStart) {
    /** A trace that is no whole run. */
    public Trace(State initial, Seq<TraceStep> steps) {
        this(initial, steps, Option.none());
    }

    /** Whether the last step failed: nothing comes after it. */
    public boolean fails() {
        return steps.lastOption().exists(TraceStep::fails);
    }

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

    /** The steps that are repeated; none if this is no lasso, or one that ends. */
    public Seq<TraceStep> loop() {
        return steps.drop(loopStart.getOrElse(length()));
    }
}
