package pagelife.checker.automaton;

import static pagelife.checker.ltl.Formulas.FALSE;
import static pagelife.checker.ltl.Formulas.TRUE;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import pagelife.checker.ltl.Formula;

/**
 * Negation normal form: constants, atoms and negated atoms, and, or, next, until, release; eventually is
 * {@code true U f}, always is {@code false R f}. Simplified on the way by the laws that hold in any context (Etessami
 * and Holzmann, CONCUR 2000; Somenzi and Bloem, CAV 2000).
 *
 * <p>Equal parts are one object, and a part is translated once for each sign: an equivalence needs both signs of both
 * sides, so that without this a chain of n of them took 2^n steps, and it takes about 4 n.
 */
@SuppressWarnings("ReferenceEquality") // equal parts are one object
final class NormalForm {
    /** A formula by its operator and the numbers of its operands; atoms by themselves. */
    private record Shape(Object operator, int left, int right) {}

    private final Map<Shape, Formula> unique = new HashMap<>();
    private final Map<Formula, Integer> numbers = new IdentityHashMap<>();
    private final Map<Formula, Formula> positives = new IdentityHashMap<>();
    private final Map<Formula, Formula> negatives = new IdentityHashMap<>();

    /** The normal form of a formula, or of its negation. */
    static Formula of(Formula formula, boolean positive) {
        return new NormalForm().form(formula, positive);
    }

    private Formula form(Formula formula, boolean positive) {
        Map<Formula, Formula> known = positive ? positives : negatives;
        Formula found = known.get(formula);
        if (found == null) {
            found = make(formula, positive);
            known.put(formula, found);
        }
        return found;
    }

    /** The one object for all formulas equal to {@code made}, whose operands are such objects. */
    private Formula unique(Object operator, Formula left, Formula right, Formula made) {
        Shape shape = new Shape(operator, number(left), number(right));
        return unique.computeIfAbsent(shape, none -> made);
    }

    private int number(Formula formula) {
        Integer known = numbers.putIfAbsent(formula, numbers.size());
        return known == null ? numbers.size() - 1 : known;
    }

    private Formula make(Formula formula, boolean positive) {
        if (formula instanceof Formula.Constant f) {
            return f.value() == positive ? TRUE : FALSE;
        }
        if (formula instanceof Formula.Atom) {
            Formula atom = unique(formula, TRUE, TRUE, formula);
            return positive ? atom : unique(Formula.Not.class, atom, TRUE, new Formula.Not(atom));
        }
        if (formula instanceof Formula.Not f) {
            return form(f.operand(), !positive);
        }
        if (formula instanceof Formula.Next f) {
            return next(form(f.operand(), positive));
        }
        if (formula instanceof Formula.Always f) {
            return positive ? always(form(f.operand(), true)) : eventually(form(f.operand(), false));
        }
        if (formula instanceof Formula.Eventually f) {
            return positive ? eventually(form(f.operand(), true)) : always(form(f.operand(), false));
        }
        return binary(formula, positive);
    }

    private Formula binary(Formula formula, boolean positive) {
        if (formula instanceof Formula.And f) {
            return junction(form(f.left(), positive), form(f.right(), positive), positive);
        }
        if (formula instanceof Formula.Or f) {
            return junction(form(f.left(), positive), form(f.right(), positive), !positive);
        }
        if (formula instanceof Formula.Implies f) {
            return junction(form(f.left(), !positive), form(f.right(), positive), !positive);
        }
        if (formula instanceof Formula.Iff f) {
            return or(
                    and(form(f.left(), true), form(f.right(), positive)),
                    and(form(f.left(), false), form(f.right(), !positive)));
        }
        if (formula instanceof Formula.Until f) {
            Formula left = form(f.left(), positive);
            Formula right = form(f.right(), positive);
            return positive ? until(left, right) : release(left, right);
        }
        if (formula instanceof Formula.Release f) {
            Formula left = form(f.left(), positive);
            Formula right = form(f.right(), positive);
            return positive ? release(left, right) : until(left, right);
        }
        Formula.WeakUntil f = (Formula.WeakUntil) formula;
        // a W b is b R (a || b), and its negation !b U (!a && !b)
        return positive
                ? release(form(f.right(), true), or(form(f.left(), true), form(f.right(), true)))
                : until(form(f.right(), false), and(form(f.left(), false), form(f.right(), false)));
    }

    private Formula junction(Formula left, Formula right, boolean and) {
        return and ? and(left, right) : or(left, right);
    }

    private Formula and(Formula left, Formula right) {
        if (left == right || right == TRUE) {
            return left;
        }
        if (left == TRUE) {
            return right;
        }
        boolean never = left == FALSE || right == FALSE || opposite(left, right);
        return never ? FALSE : unique(Formula.And.class, left, right, new Formula.And(left, right));
    }

    private Formula or(Formula left, Formula right) {
        if (left == right || right == FALSE) {
            return left;
        }
        if (left == FALSE) {
            return right;
        }
        boolean ever = left == TRUE || right == TRUE || opposite(left, right);
        return ever ? TRUE : unique(Formula.Or.class, left, right, new Formula.Or(left, right));
    }

    private static boolean opposite(Formula left, Formula right) {
        return left instanceof Formula.Not not && not.operand() == right
                || right instanceof Formula.Not other && other.operand() == left;
    }

    private Formula next(Formula operand) {
        return operand instanceof Formula.Constant
                ? operand
                : unique(Formula.Next.class, operand, TRUE, new Formula.Next(operand));
    }

    private Formula eventually(Formula operand) {
        return until(TRUE, operand);
    }

    private Formula always(Formula operand) {
        return release(FALSE, operand);
    }

    private Formula until(Formula left, Formula right) {
        boolean settled = right instanceof Formula.Constant
                || left == FALSE
                || left == right
                || right instanceof Formula.Until inner && inner.left() == left
                || left == TRUE && isAlwaysEventually(right);
        return settled ? right : unique(Formula.Until.class, left, right, new Formula.Until(left, right));
    }

    private Formula release(Formula left, Formula right) {
        boolean settled = right instanceof Formula.Constant
                || left == TRUE
                || left == right
                || right instanceof Formula.Release inner && inner.left() == left
                || left == FALSE && isEventuallyAlways(right);
        return settled ? right : unique(Formula.Release.class, left, right, new Formula.Release(left, right));
    }

    /** What is true infinitely often is so from anywhere. */
    private static boolean isAlwaysEventually(Formula formula) {
        return formula instanceof Formula.Release always
                && always.left() == FALSE
                && always.right() instanceof Formula.Until eventually
                && eventually.left() == TRUE;
    }

    private static boolean isEventuallyAlways(Formula formula) {
        return formula instanceof Formula.Until eventually
                && eventually.left() == TRUE
                && eventually.right() instanceof Formula.Release always
                && always.left() == FALSE;
    }
}
