package pagelife.checker.observe;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import pagelife.checker.model.Model;
import pagelife.checker.model.Move;
import pagelife.checker.model.State;
import pagelife.checker.model.View;
import pagelife.checker.property.NoDeadlock;

/**
 * What is left when a recording has ended, and everybody has gone on as far as nobody sees it: who is stuck there, and
 * who could still be seen to go on.
 */
record Stillness(Model model, Reading reading, NoDeadlock claim) {
    private static final String NOBODY = "(the end)";

    /** A recording, and after it that nobody goes on unseen. */
    Seq<Observation> after(Seq<Observation> recording, boolean isWell) {
        long line = recording.lastOption().map(Observation::line).getOrElse(0L);
        Sight still = new Sight.Finds("nobody goes on", view -> isStill(state(view), isWell));
        return recording.append(new Observation(line, NOBODY, Vector.empty(), still));
    }

    private State state(View view) {
        return State.of(model, model.cells().map(view::read).toJavaArray());
    }

    private boolean isStill(State state, boolean isWell) {
        Seq<Move> moves = Move.in(state).reject(move -> Explanation.isBetween(move.step()));
        return moves.forAll(move -> reading.labels(move).nonEmpty()) && isWell == (moves.nonEmpty() || isWell(state));
    }

    private boolean isWell(State state) {
        return model.actors().forAll(actor -> actor.rests(state.at(actor)))
                || claim.allowed().test(state);
    }
}
