package pagelife.checker.explain;

import pagelife.checker.ltl.Formula;
import pagelife.checker.model.Move;
import pagelife.checker.model.View;

/** Formulas that look at one state only: propositions, what is enabled, and what is made of these without time. */
final class Momentary {
    private Momentary() {}

    /** Whether a formula looks at one state only. */
    static boolean is(Formula formula) {
        if (formula instanceof Formula.Not f) {
            return is(f.operand());
        }
        if (formula instanceof Formula.And f) {
            return is(f.left()) && is(f.right());
        }
        if (formula instanceof Formula.Or f) {
            return is(f.left()) && is(f.right());
        }
        if (formula instanceof Formula.Implies f) {
            return is(f.left()) && is(f.right());
        }
        if (formula instanceof Formula.Iff f) {
            return is(f.left()) && is(f.right());
        }
        return formula instanceof Formula.Constant
                || formula instanceof Formula.Proposition
                || formula instanceof Formula.Enabled;
    }

    /** Whether such a formula is true in a state. */
    static boolean isTrue(Formula formula, View state) {
        if (formula instanceof Formula.Not f) {
            return !isTrue(f.operand(), state);
        }
        if (formula instanceof Formula.And f) {
            return isTrue(f.left(), state) && isTrue(f.right(), state);
        }
        if (formula instanceof Formula.Or f) {
            return isTrue(f.left(), state) || isTrue(f.right(), state);
        }
        if (formula instanceof Formula.Implies f) {
            return !isTrue(f.left(), state) || isTrue(f.right(), state);
        }
        if (formula instanceof Formula.Iff f) {
            return isTrue(f.left(), state) == isTrue(f.right(), state);
        }
        if (formula instanceof Formula.Enabled f) {
            return f.steps().exists(step -> Move.isPossible(state, step));
        }
        return formula instanceof Formula.Proposition f ? f.holds().test(state) : ((Formula.Constant) formula).value();
    }
}
