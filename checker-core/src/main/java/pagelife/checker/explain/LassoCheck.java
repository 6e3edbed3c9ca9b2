package pagelife.checker.explain;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.util.List;
import java.util.stream.IntStream;
import pagelife.checker.ltl.Assumption;
import pagelife.checker.ltl.Formula;
import pagelife.checker.model.Fairness;
import pagelife.checker.model.Step;
import pagelife.checker.result.Trace;
import pagelife.checker.result.Treatment;

/**
 * Judges a lasso by the definitions alone, on boxed states and by the model's code: whether a formula is true of it,
 * and how it meets fairness. It shares nothing with the automata and the search that found the lasso.
 */
public final class LassoCheck {
    private final Truths truths;

    /**
     * A lasso to judge.
     *
     * @param possible the steps possible in the state after so many steps of the trace
     */
    public LassoCheck(Trace trace, List<List<Step>> possible) {
        this.truths = new Truths(
                trace, (position, steps) -> possible.get(position).stream().anyMatch(steps::contains));
    }

    /** A lasso to judge, whose model's code is asked what is possible. */
    LassoCheck(Trace trace) {
        this.truths = new Truths(trace);
    }

    /** Whether the formula is true of the run. */
    public boolean satisfies(Formula formula) {
        return truths.of(formula)[0];
    }

    /** How the run meets each assumption; fewer than there are assumptions if it does not. */
    public Vector<Treatment> treatments(Seq<Assumption> assumptions) {
        return Vector.ofAll(assumptions).flatMap(this::treatment);
    }

    private Vector<Treatment> treatment(Assumption assumption) {
        int[] loop = IntStream.range(truths.loopStart(), truths.positions()).toArray();
        for (int position : loop) {
            if (truths.takes(position, assumption.steps())) {
                return Vector.of(new Treatment(assumption, Treatment.How.TAKEN, position));
            }
        }
        boolean never = IntStream.of(loop).noneMatch(position -> truths.enables(position, assumption.steps()));
        if (never) {
            return Vector.of(new Treatment(assumption, Treatment.How.NEVER_ENABLED, truths.loopStart()));
        }
        for (int position : loop) {
            if (assumption.fairness() == Fairness.WEAK && !truths.enables(position, assumption.steps())) {
                return Vector.of(new Treatment(assumption, Treatment.How.DISABLED, position));
            }
        }
        return Vector.empty();
    }
}
