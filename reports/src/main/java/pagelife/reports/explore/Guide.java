package pagelife.reports.explore;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import pagelife.checker.model.Control;
import pagelife.checker.model.Model;
import pagelife.checker.model.Move;
import pagelife.checker.model.State;
import pagelife.checker.property.Invariant;
import pagelife.checker.property.NoDeadlock;
import pagelife.checker.property.Property;
import pagelife.checker.property.Sometimes;
import pagelife.checker.property.StepProperty;
import pagelife.checker.property.Temporal;
import pagelife.models.page.Books;

/**
 * What whoever goes through a model by hand wants to know. It runs the model's own code on the state at hand and
 * searches nothing.
 *
 * @param model the model
 * @param books who holds what in its states
 * @param claims the claims of interest; those about whole runs are true or false nowhere
 */
public record Guide(Model model, Books books, Seq<Property> claims) {
    /** What a state, or the step to it, has to do with a claim. */
    public enum Mark {
        /** The claim is about something else: a step, or whole runs. */
        NONE,
        /** It is true here; of something that should happen: it does not happen here. */
        QUIET,
        /** It is broken here. */
        BROKEN,
        /** What should happen sometimes happens here. */
        HAPPENS
    }

    /** Every step that can be taken, by actor, step and choice in their order. */
    public Seq<Move> moves(State state) {
        return Move.in(state);
    }

    /**
     * What each claim, in their order, says of a state.
     *
     * @param moves what can be done in it
     */
    public Seq<Mark> marks(State state, Seq<Move> moves) {
        return claims.map(claim -> claim.accept(new AtState(state, moves)));
    }

    /** What each claim, in their order, says of a step. */
    public Seq<Mark> marks(Move move) {
        return claims.map(claim -> claim.accept(new AtStep(move)));
    }

    /** The claims that a walk breaks or shows where it ends, in the last step or the state after it. */
    public Seq<Property> shownBy(Walk walk) {
        Seq<Mark> atEnd = marks(walk.at(), moves(walk.at()));
        Seq<Mark> last = walk.steps()
                .lastOption()
                .flatMap(taken -> Move.in(walk.before(walk.length() - 1), taken.step())
                        .find(move ->
                                move.to().equals(walk.at()) && move.choices().equals(taken.choices())))
                .map(this::marks)
                .getOrElse(Vector.empty());
        return claims.zipWithIndex()
                .filter(claim ->
                        isShown(atEnd.get(claim._2())) || last.size() > claim._2() && isShown(last.get(claim._2())))
                .map(claim -> claim._1());
    }

    private static boolean isShown(Mark mark) {
        return mark == Mark.BROKEN || mark == Mark.HAPPENS;
    }

    private static Mark broken(boolean is) {
        return is ? Mark.BROKEN : Mark.QUIET;
    }

    private record AtState(State state, Seq<Move> moves) implements Property.Cases<Mark> {
        @Override
        public Mark invariant(Invariant invariant) {
            return broken(!invariant.holds().test(state));
        }

        @Override
        public Mark step(StepProperty claim) {
            return Mark.NONE;
        }

        @Override
        public Mark sometimes(Sometimes sometimes) {
            return sometimes.happens().test(state) ? Mark.HAPPENS : Mark.QUIET;
        }

        @Override
        public Mark noDeadlock(NoDeadlock claim) {
            boolean stuck =
                    moves.isEmpty() && state.model().actors().exists(actor -> state.at(actor) != Control.finished());
            return broken(stuck && !claim.allowed().test(state));
        }

        @Override
        public Mark temporal(Temporal temporal) {
            return Mark.NONE;
        }
    }

    private record AtStep(Move move) implements Property.Cases<Mark> {
        @Override
        public Mark invariant(Invariant invariant) {
            return Mark.NONE;
        }

        @Override
        public Mark step(StepProperty claim) {
            return broken(!claim.holds().test(move));
        }

        @Override
        public Mark sometimes(Sometimes sometimes) {
            return Mark.NONE;
        }

        @Override
        public Mark noDeadlock(NoDeadlock claim) {
            return Mark.NONE;
        }

        @Override
        public Mark temporal(Temporal temporal) {
            return Mark.NONE;
        }
    }
}
