package pagelife.checker.simulate;

import io.vavr.collection.Vector;
import pagelife.checker.model.Move;
import pagelife.checker.model.State;
import pagelife.checker.result.Trace;
import pagelife.checker.result.TraceStep;

/**
 * An initial state and the moves from it, each executed by the model's code.
 *
 * @param initial an initial state of the model
 * @param moves the moves in order
 */
public record Run(State initial, Vector<Move> moves) {
    /** One that has not moved yet. */
    public static Run from(State initial) {
        return new Run(initial, Vector.empty());
    }

    /** The state after the last move. */
    public State last() {
        return moves.isEmpty() ? initial : moves.last().to();
    }

    /** With one move more. */
    public Run and(Move move) {
        return new Run(initial, moves.append(move));
    }

    /** Its first so many moves. */
    public Run first(int many) {
        return new Run(initial, moves.take(many));
    }

    /** How many moves it has. */
    public int length() {
        return moves.size();
    }

    /** Where its actor is decides first of all that a step can be taken: a search says so, and so do walks. */
    private static TraceStep taken(Move move) {
        TraceStep step = TraceStep.of(move);
        return new TraceStep(
                step.step(),
                step.choices(),
                step.events(),
                step.said(),
                step.reads().prepend(move.step().actor().control()),
                step.writes(),
                step.after());
    }

    /** As a trace. */
    public Trace trace() {
        return new Trace(initial, moves.map(Run::taken));
    }
}
