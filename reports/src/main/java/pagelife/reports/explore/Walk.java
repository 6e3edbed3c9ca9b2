package pagelife.reports.explore;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import pagelife.checker.model.Move;
import pagelife.checker.model.State;
import pagelife.checker.result.Trace;
import pagelife.checker.result.TraceStep;

/**
 * A way through a model, chosen step by step. Immutable.
 *
 * @param start where it begins
 * @param steps the steps
 */
public record Walk(State start, Seq<TraceStep> steps) {
    /** The beginning of a way. */
    public static Walk from(State start) {
        return new Walk(start, Vector.empty());
    }

    /** The way that a trace goes. */
    public static Walk along(Trace trace) {
        return new Walk(trace.initial(), trace.steps());
    }

    /** Where it has come to. */
    public State at() {
        return before(length());
    }

    /** The state before step {@code i}, counted from 0. */
    public State before(int i) {
        return trace().before(i);
    }

    /** How many steps it has. */
    public int length() {
        return steps.size();
    }

    /** The same and one step more. */
    public Walk take(Move move) {
        return new Walk(start, steps.append(TraceStep.of(move)));
    }

    /** The same without its last steps; all of them are at most taken back. */
    public Walk back(int howMany) {
        return new Walk(start, steps.dropRight(howMany));
    }

    /** The same as a trace. */
    public Trace trace() {
        return new Trace(start, steps);
    }
}
