package pagelife.checker.result;

import io.vavr.collection.Seq;
import io.vavr.control.Option;
import pagelife.checker.model.Cell;
import pagelife.checker.model.Event;
import pagelife.checker.model.Failure;
import pagelife.checker.model.Move;
import pagelife.checker.model.State;
import pagelife.checker.model.Step;

/**
 * One step of a trace.
 *
 * @param step the step taken
 * @param choices what it chose, in order, as {@code what = value}
 * @param events what it told, in order
 * @param said which way its tests went, in words, in order
 * @param reads the cells it read, in order of first read
 * @param writes the cells it wrote, in order of first write, the actor's control cell not among them
 * @param after the state it leads to
 */
public record TraceStep(
        Step step,
        Seq<String> choices,
        Seq<Event> events,
        Seq<String> said,
        Seq<Cell<?>> reads,
        Seq<Cell<?>> writes,
        State after) {

    /** Whether it failed: it is the last of its run. */
    public boolean fails() {
        return failure().isDefined();
    }

    /** How it failed; empty if it did not. */
    public Option<Failure> failure() {
        return Failure.in(events);
    }

    /** A move as a step of a trace. */
    public static TraceStep of(Move move) {
        return new TraceStep(
                move.step(), move.choices(), move.events(), move.said(), move.reads(), move.writes(), move.to());
    }
}
