package pagelife.checker.naive;

import java.util.List;
import java.util.function.IntPredicate;
import pagelife.checker.ltl.Formula;

/**
 * What a formula means on a run that repeats itself, by the definition of each operator: what happens at some later
 * position happens within as many positions as there are.
 */
public final class NaiveWord {
    private final SmallGraph graph;
    private final List<SmallGraph.Edge> letters;
    private final int loopStart;

    /** A run of these letters, the last one followed by the one at {@code loopStart}. */
    public NaiveWord(SmallGraph graph, List<SmallGraph.Edge> letters, int loopStart) {
        this.graph = graph;
        this.letters = letters;
        this.loopStart = loopStart;
    }

    /** Whether the formula is true at the start. */
    public boolean satisfies(Formula formula) {
        return truth(formula, 0);
    }

    private int position(int time) {
        return time < letters.size() ? time : loopStart + (time - loopStart) % (letters.size() - loopStart);
    }

    private boolean truth(Formula formula, int time) {
        if (formula instanceof Formula.Constant f) {
            return f.value();
        }
        if (formula instanceof Formula.Atom atom) {
            return graph.truth(atom, letters.get(position(time)));
        }
        if (formula instanceof Formula.Not f) {
            return !truth(f.operand(), time);
        }
        if (formula instanceof Formula.And f) {
            return truth(f.left(), time) && truth(f.right(), time);
        }
        if (formula instanceof Formula.Or f) {
            return truth(f.left(), time) || truth(f.right(), time);
        }
        if (formula instanceof Formula.Implies f) {
            return !truth(f.left(), time) || truth(f.right(), time);
        }
        if (formula instanceof Formula.Iff f) {
            return truth(f.left(), time) == truth(f.right(), time);
        }
        if (formula instanceof Formula.Next f) {
            return truth(f.operand(), position(time) + 1);
        }
        return temporal(formula, position(time));
    }

    private boolean temporal(Formula formula, int now) {
        if (formula instanceof Formula.Always f) {
            return !some(now, later -> !truth(f.operand(), later));
        }
        if (formula instanceof Formula.Eventually f) {
            return some(now, later -> truth(f.operand(), later));
        }
        if (formula instanceof Formula.Until f) {
            return some(now, later -> truth(f.right(), later) && allBefore(now, later, f.left()));
        }
        if (formula instanceof Formula.WeakUntil f) {
            return truth(new Formula.Until(f.left(), f.right()), now) || truth(new Formula.Always(f.left()), now);
        }
        Formula.Release f = (Formula.Release) formula;
        return !truth(new Formula.Until(new Formula.Not(f.left()), new Formula.Not(f.right())), now);
    }

    private boolean some(int now, IntPredicate what) {
        for (int later = now; later <= now + letters.size(); later++) {
            if (what.test(later)) {
                return true;
            }
        }
        return false;
    }

    private boolean allBefore(int now, int later, Formula what) {
        for (int time = now; time < later; time++) {
            if (!truth(what, time)) {
                return false;
            }
        }
        return true;
    }
}
