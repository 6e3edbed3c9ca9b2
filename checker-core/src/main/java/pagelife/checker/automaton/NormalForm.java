package pagelife.checker.automaton;

import static pagelife.checker.ltl.Formulas.FALSE;
import static pagelife.checker.ltl.Formulas.TRUE;

import pagelife.checker.ltl.Formula;

/**
 * Negation normal form: constants, atoms and negated atoms, and, or, next, until, weak until, release; eventually is
 * {@code true U f}, always is {@code false R f}. Simplified on the way by the laws that hold in any context (Etessami and
 * Holzmann, CONCUR 2000; Somenzi and Bloem, CAV 2000).
 */
final class NormalForm {
    private NormalForm() {}

    /** The normal form of a formula, or of its negation. */
    static Formula of(Formula formula, boolean positive) {
        if (formula instanceof Formula.Constant f) {
            return f.value() == positive ? TRUE : FALSE;
        }
        if (formula instanceof Formula.Atom) {
            return positive ? formula : new Formula.Not(formula);
        }
        if (formula instanceof Formula.Not f) {
            return of(f.operand(), !positive);
        }
        if (formula instanceof Formula.Next f) {
            return next(of(f.operand(), positive));
        }
        if (formula instanceof Formula.Always f) {
            return positive ? always(of(f.operand(), true)) : eventually(of(f.operand(), false));
        }
        if (formula instanceof Formula.Eventually f) {
            return positive ? eventually(of(f.operand(), true)) : always(of(f.operand(), false));
        }
        return binary(formula, positive);
    }

    private static Formula binary(Formula formula, boolean positive) {
        if (formula instanceof Formula.And f) {
            return junction(of(f.left(), positive), of(f.right(), positive), positive);
        }
        if (formula instanceof Formula.Or f) {
            return junction(of(f.left(), positive), of(f.right(), positive), !positive);
        }
        if (formula instanceof Formula.Implies f) {
            return junction(of(f.left(), !positive), of(f.right(), positive), !positive);
        }
        if (formula instanceof Formula.Iff f) {
            return or(
                    and(of(f.left(), true), of(f.right(), positive)),
                    and(of(f.left(), false), of(f.right(), !positive)));
        }
        if (formula instanceof Formula.Until f) {
            Formula left = of(f.left(), positive);
            Formula right = of(f.right(), positive);
            return positive ? until(left, right) : release(left, right);
        }
        if (formula instanceof Formula.Release f) {
            Formula left = of(f.left(), positive);
            Formula right = of(f.right(), positive);
            return positive ? release(left, right) : until(left, right);
        }
        Formula.WeakUntil f = (Formula.WeakUntil) formula;
        // a W b is b R (a || b), and its negation !b U (!a && !b)
        return positive
                ? release(of(f.right(), true), or(of(f.left(), true), of(f.right(), true)))
                : until(of(f.right(), false), and(of(f.left(), false), of(f.right(), false)));
    }

    private static Formula junction(Formula left, Formula right, boolean and) {
        return and ? and(left, right) : or(left, right);
    }

    private static Formula and(Formula left, Formula right) {
        if (left.equals(right) || right.equals(TRUE)) {
            return left;
        }
        if (left.equals(TRUE)) {
            return right;
        }
        boolean never = left.equals(FALSE) || right.equals(FALSE) || opposite(left, right);
        return never ? FALSE : new Formula.And(left, right);
    }

    private static Formula or(Formula left, Formula right) {
        if (left.equals(right) || right.equals(FALSE)) {
            return left;
        }
        if (left.equals(FALSE)) {
            return right;
        }
        boolean ever = left.equals(TRUE) || right.equals(TRUE) || opposite(left, right);
        return ever ? TRUE : new Formula.Or(left, right);
    }

    private static boolean opposite(Formula left, Formula right) {
        return left instanceof Formula.Not not && not.operand().equals(right)
                || right instanceof Formula.Not other && other.operand().equals(left);
    }

    private static Formula next(Formula operand) {
        return operand instanceof Formula.Constant ? operand : new Formula.Next(operand);
    }

    private static Formula eventually(Formula operand) {
        return until(TRUE, operand);
    }

    private static Formula always(Formula operand) {
        return release(FALSE, operand);
    }

    private static Formula until(Formula left, Formula right) {
        boolean settled = right instanceof Formula.Constant
                || left.equals(FALSE)
                || left.equals(right)
                || right instanceof Formula.Until inner && inner.left().equals(left)
                || left.equals(TRUE) && isAlwaysEventually(right);
        return settled ? right : new Formula.Until(left, right);
    }

    private static Formula release(Formula left, Formula right) {
        boolean settled = right instanceof Formula.Constant
                || left.equals(TRUE)
                || left.equals(right)
                || right instanceof Formula.Release inner && inner.left().equals(left)
                || left.equals(FALSE) && isEventuallyAlways(right);
        return settled ? right : new Formula.Release(left, right);
    }

    /** What is true infinitely often is so from anywhere. */
    private static boolean isAlwaysEventually(Formula formula) {
        return formula instanceof Formula.Release always
                && always.left().equals(FALSE)
                && always.right() instanceof Formula.Until eventually
                && eventually.left().equals(TRUE);
    }

    private static boolean isEventuallyAlways(Formula formula) {
        return formula instanceof Formula.Until eventually
                && eventually.left().equals(TRUE)
                && eventually.right() instanceof Formula.Release always
                && always.left().equals(FALSE);
    }
}
