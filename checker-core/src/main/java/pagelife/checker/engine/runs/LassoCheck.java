package pagelife.checker.engine.runs;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import pagelife.checker.ltl.Assumption;
import pagelife.checker.ltl.Formula;
import pagelife.checker.model.Fairness;
import pagelife.checker.model.State;
import pagelife.checker.model.Step;
import pagelife.checker.result.Trace;
import pagelife.checker.result.Treatment;

/**
 * Judges a lasso by the definitions alone, on boxed states and by the model's code: whether a formula is true of it,
 * and how it meets fairness. It shares nothing with the automata and the search that found the lasso.
 */
final class LassoCheck {
    private final Trace trace;
    private final List<List<Step>> possible;
    private final int positions;
    private final int loopStart;

    /**
     * A lasso to judge.
     *
     * @param possible the steps possible in the state after so many steps of the trace
     */
    LassoCheck(Trace trace, List<List<Step>> possible) {
        this.trace = trace;
        this.possible = possible;
        this.loopStart = trace.loopStart().get();
        this.positions = loopStart == trace.length() ? trace.length() + 1 : trace.length();
    }

    private State state(int position) {
        return trace.before(position);
    }

    private boolean takes(int position, Seq<Step> steps) {
        return position < trace.length()
                && steps.contains(trace.steps().get(position).step());
    }

    private boolean enables(int position, Seq<Step> steps) {
        return possible.get(position).stream().anyMatch(steps::contains);
    }

    private int after(int position) {
        return position + 1 == positions ? loopStart : position + 1;
    }

    /** Whether the formula is true of the run. */
    boolean satisfies(Formula formula) {
        return truth(formula)[0];
    }

    /** At which positions it is true. */
    private boolean[] truth(Formula formula) {
        if (formula instanceof Formula.Constant f) {
            return at(position -> f.value());
        }
        if (formula instanceof Formula.Proposition f) {
            return at(position -> f.holds().test(state(position)));
        }
        if (formula instanceof Formula.Taken f) {
            return at(position -> takes(position, f.steps()));
        }
        if (formula instanceof Formula.Enabled f) {
            return at(position -> enables(position, f.steps()));
        }
        if (formula instanceof Formula.Not f) {
            boolean[] operand = truth(f.operand());
            return at(position -> !operand[position]);
        }
        if (formula instanceof Formula.Next f) {
            boolean[] operand = truth(f.operand());
            return at(position -> operand[after(position)]);
        }
        if (formula instanceof Formula.Always f) {
            return lasting(new boolean[positions], truth(f.operand()));
        }
        if (formula instanceof Formula.Eventually f) {
            return reached(at(position -> true), truth(f.operand()));
        }
        return binary(formula);
    }

    private boolean[] binary(Formula formula) {
        if (formula instanceof Formula.And f) {
            boolean[] left = truth(f.left());
            boolean[] right = truth(f.right());
            return at(position -> left[position] && right[position]);
        }
        if (formula instanceof Formula.Or f) {
            boolean[] left = truth(f.left());
            boolean[] right = truth(f.right());
            return at(position -> left[position] || right[position]);
        }
        if (formula instanceof Formula.Implies f) {
            boolean[] left = truth(f.left());
            boolean[] right = truth(f.right());
            return at(position -> !left[position] || right[position]);
        }
        if (formula instanceof Formula.Iff f) {
            boolean[] left = truth(f.left());
            boolean[] right = truth(f.right());
            return at(position -> left[position] == right[position]);
        }
        if (formula instanceof Formula.Until f) {
            return reached(truth(f.left()), truth(f.right()));
        }
        if (formula instanceof Formula.Release f) {
            return lasting(truth(f.left()), truth(f.right()));
        }
        Formula.WeakUntil f = (Formula.WeakUntil) formula;
        boolean[] left = truth(f.left());
        boolean[] right = truth(f.right());
        return lasting(right, at(position -> left[position] || right[position]));
    }

    private boolean[] at(IntPredicate holds) {
        boolean[] truth = new boolean[positions];
        for (int position = 0; position < positions; position++) {
            truth[position] = holds.test(position);
        }
        return truth;
    }

    /** The least solution of: goal, or on the way and so at the next position. */
    private boolean[] reached(boolean[] way, boolean[] goal) {
        boolean[] truth = goal.clone();
        for (int round = 0; round < positions; round++) {
            for (int position = positions - 1; position >= 0; position--) {
                truth[position] |= way[position] && truth[after(position)];
            }
        }
        return truth;
    }

    /** The greatest solution of: holding, and released or so at the next position. */
    private boolean[] lasting(boolean[] released, boolean[] holding) {
        boolean[] truth = holding.clone();
        for (int round = 0; round < positions; round++) {
            for (int position = positions - 1; position >= 0; position--) {
                truth[position] &= released[position] || truth[after(position)];
            }
        }
        return truth;
    }

    /** How the run meets each assumption; fewer than there are assumptions if it does not. */
    Vector<Treatment> treatments(Seq<Assumption> assumptions) {
        return Vector.ofAll(assumptions).flatMap(this::treatment);
    }

    private Vector<Treatment> treatment(Assumption assumption) {
        int[] loop = IntStream.range(loopStart, positions).toArray();
        for (int position : loop) {
            if (takes(position, assumption.steps())) {
                return Vector.of(new Treatment(assumption, Treatment.How.TAKEN, position));
            }
        }
        boolean never = IntStream.of(loop).noneMatch(position -> enables(position, assumption.steps()));
        if (never) {
            return Vector.of(new Treatment(assumption, Treatment.How.NEVER_ENABLED, loopStart));
        }
        for (int position : loop) {
            if (assumption.fairness() == Fairness.WEAK && !enables(position, assumption.steps())) {
                return Vector.of(new Treatment(assumption, Treatment.How.DISABLED, position));
            }
        }
        return Vector.empty();
    }
}
