package pagelife.checker.explain;

import io.vavr.collection.Seq;
import java.util.function.IntPredicate;
import pagelife.checker.ltl.Formula;
import pagelife.checker.model.Move;
import pagelife.checker.model.Step;
import pagelife.checker.result.Trace;

/**
 * Where along a run a formula is true, by the definitions alone, on boxed states and by the model's code: nothing is
 * shared with the automata and the search that find runs. A position is a moment of the trace; the run goes on after
 * the last one where the loop starts.
 */
public final class Truths {
    private final Trace trace;
    private final Enabled enabled;
    private final int positions;

    /** Which steps are possible at a position. */
    public interface Enabled {
        /** Whether one of these is possible at {@code position}. */
        boolean any(int position, Seq<Step> steps);
    }

    /** Of a trace, whose model's code is asked what is possible. */
    public Truths(Trace trace) {
        this(trace, (position, steps) -> steps.exists(step -> Move.isPossible(trace.before(position), step)));
    }

    /** Of a trace, where it is known what is possible. */
    public Truths(Trace trace, Enabled enabled) {
        this.trace = trace;
        this.enabled = enabled;
        this.positions = trace.loop().isEmpty() ? trace.length() + 1 : trace.length();
    }

    /** How many positions there are. */
    public int positions() {
        return positions;
    }

    /** The position after {@code position}. */
    public int after(int position) {
        return position + 1 == positions ? loopStart() : position + 1;
    }

    /** Where the positions begin that come again and again. */
    public int loopStart() {
        return trace.loopStart()
                .getOrElseThrow(() -> new IllegalArgumentException("a trace that is not a whole run has no answer to a"
                        + " formula about what comes later: ask about its states and steps"));
    }

    /** Whether one of these steps is taken at {@code position}. */
    public boolean takes(int position, Seq<Step> steps) {
        return position < trace.length()
                && steps.contains(trace.steps().get(position).step());
    }

    /** Whether one of these steps is possible at {@code position}; none is after a step that fails. */
    public boolean enables(int position, Seq<Step> steps) {
        boolean hasFailed = position == trace.length() && trace.fails();
        return !hasFailed && enabled.any(position, steps);
    }

    /** At which positions the formula is true. */
    public boolean[] of(Formula formula) {
        if (formula instanceof Formula.Constant f) {
            return at(position -> f.value());
        }
        if (formula instanceof Formula.Proposition f) {
            return at(position -> f.holds().test(trace.before(position)));
        }
        if (formula instanceof Formula.Taken f) {
            return at(position -> takes(position, f.steps()));
        }
        if (formula instanceof Formula.Enabled f) {
            return at(position -> enables(position, f.steps()));
        }
        if (formula instanceof Formula.Not f) {
            boolean[] operand = of(f.operand());
            return at(position -> !operand[position]);
        }
        if (formula instanceof Formula.Next f) {
            boolean[] operand = of(f.operand());
            return at(position -> operand[after(position)]);
        }
        if (formula instanceof Formula.Always f) {
            return lasting(new boolean[positions], of(f.operand()));
        }
        if (formula instanceof Formula.Eventually f) {
            return reached(at(position -> true), of(f.operand()));
        }
        return binary(formula);
    }

    private boolean[] binary(Formula formula) {
        if (formula instanceof Formula.And f) {
            boolean[] left = of(f.left());
            boolean[] right = of(f.right());
            return at(position -> left[position] && right[position]);
        }
        if (formula instanceof Formula.Or f) {
            boolean[] left = of(f.left());
            boolean[] right = of(f.right());
            return at(position -> left[position] || right[position]);
        }
        if (formula instanceof Formula.Implies f) {
            boolean[] left = of(f.left());
            boolean[] right = of(f.right());
            return at(position -> !left[position] || right[position]);
        }
        if (formula instanceof Formula.Iff f) {
            boolean[] left = of(f.left());
            boolean[] right = of(f.right());
            return at(position -> left[position] == right[position]);
        }
        if (formula instanceof Formula.Until f) {
            return reached(of(f.left()), of(f.right()));
        }
        if (formula instanceof Formula.Release f) {
            return lasting(of(f.left()), of(f.right()));
        }
        Formula.WeakUntil f = (Formula.WeakUntil) formula;
        boolean[] left = of(f.left());
        boolean[] right = of(f.right());
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
}
