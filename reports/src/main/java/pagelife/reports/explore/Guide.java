package pagelife.reports.explore;

import io.vavr.collection.Seq;
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
