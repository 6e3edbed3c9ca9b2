package pagelife.specs.litmus;

import io.vavr.collection.Seq;
import io.vavr.control.Option;
import pagelife.checker.model.Model;
import pagelife.checker.model.Move;
import pagelife.checker.model.State;
import pagelife.checker.model.View;
import pagelife.checker.property.Invariant;
import pagelife.checker.property.NoDeadlock;
import pagelife.checker.property.Property;
import pagelife.checker.property.Sometimes;
import pagelife.checker.property.StepProperty;
import pagelife.checker.property.Temporal;
import pagelife.checker.result.Trace;
import pagelife.checker.result.TraceStep;

/**
 * A run that a schedule gives.
 *
 * @param initial where it begins
 * @param moves the steps
 */
public record Run(State initial, Seq<Move> moves) {
    /** Where it ends. */
    public State last() {
        return moves.lastOption().map(Move::to).getOrElse(initial);
    }

    /** The state after so many steps. */
    public State after(int steps) {
        return steps == 0 ? initial : moves.get(steps - 1).to();
    }

    /** This run and one step more, taken where it ends. */
    public Run and(Move move) {
        return new Run(initial, moves.append(move));
    }

    /** Whether {@code written} is this step: {@code f3} is step f3 in any way, {@code f3[read]} with this choice. */
    public static boolean isMeant(Move move, String written) {
        return written.equals(move.step().id()) || written.equals(text(move));
    }

    /** The step as it is written, with all that it chooses. */
    public static String text(Move move) {
        return Replay.text(move.step(), move.choices());
    }

    /**
     * The run as a trace. For a claim about runs it is a whole one if it ends in a final state or with a step that fails,
     * after which nobody moves any more, or if steps repeat forever.
     *
     * @param loopStart after how many steps those begin that repeat; empty where nothing is said of that
     */
    public Trace trace(Property property, Option<Integer> loopStart) {
        Seq<TraceStep> steps = moves.map(TraceStep::of);
        boolean ends = moves.lastOption().exists(Move::fails) || isFinal(last(), last().model());
        return new Trace(
                initial,
                steps,
                loopStart
                        .orElse(() -> Option.when(ends, steps::size))
                        .filter(start -> property.aboutRuns().isDefined()));
    }

    /**
     * Whether its end breaks the claim, or shows what the claim asks for. One about whole runs is not judged by its
     * end.
     */
    public boolean shows(Property property) {
        return property.accept(new Property.Cases<Boolean>() {
            @Override
            public Boolean invariant(Invariant invariant) {
                return !invariant.holds().test(last());
            }

            @Override
            public Boolean step(StepProperty claim) {
                return moves.lastOption().exists(move -> !claim.holds().test(move));
            }

            @Override
            public Boolean sometimes(Sometimes sometimes) {
                return sometimes.happens().test(last());
            }

            @Override
            public Boolean noDeadlock(NoDeadlock claim) {
                return isStuck(last()) && !claim.allowed().test(last());
            }

            @Override
            public Boolean temporal(Temporal temporal) {
                return true;
            }
        });
    }

    private static boolean isStuck(State state) {
        return isFinal(state, state.model()) && state.model().actors().exists(actor -> Move.isBlocked(state, actor));
    }

    /** Whether no step is possible. */
    static boolean isFinal(View state, Model model) {
        return !model.steps().exists(step -> Move.isPossible(state, step));
    }
}
