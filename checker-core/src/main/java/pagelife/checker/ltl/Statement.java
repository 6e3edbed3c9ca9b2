package pagelife.checker.ltl;

import io.vavr.control.Option;
import java.util.function.Predicate;
import pagelife.checker.model.Move;
import pagelife.checker.model.View;

/** Formulas that are about one state, and so are claims that a state can decide. */
final class Statement {
    private Statement() {}

    /** Whether a formula is one. */
    static boolean isOne(Formula formula) {
        return of(formula).isDefined();
    }

    /** The claim that a formula makes about a state; empty when it looks at steps, or at other states. */
    static Option<Predicate<View>> of(Formula formula) {
        if (formula instanceof Formula.Constant constant) {
            return Option.some(view -> constant.value());
        }
        if (formula instanceof Formula.Proposition proposition) {
            return Option.some(proposition.holds());
        }
        if (formula instanceof Formula.Enabled enabled) {
            return Option.some(view -> enabled.steps().exists(step -> Move.isPossible(view, step)));
        }
        if (formula instanceof Formula.Not not) {
            return of(not.operand()).map(Predicate::negate);
        }
        if (formula instanceof Formula.And and) {
            return both(and.left(), and.right(), (left, right) -> view -> left.test(view) && right.test(view));
        }
        if (formula instanceof Formula.Or or) {
            return both(or.left(), or.right(), (left, right) -> view -> left.test(view) || right.test(view));
        }
        if (formula instanceof Formula.Implies implies) {
            return both(implies.left(), implies.right(), (left, right) -> view -> !left.test(view) || right.test(view));
        }
        return formula instanceof Formula.Iff iff
                ? both(iff.left(), iff.right(), (left, right) -> view -> left.test(view) == right.test(view))
                : Option.none();
    }

    /** Puts two claims together. */
    private interface Both {
        Predicate<View> of(Predicate<View> left, Predicate<View> right);
    }

    private static Option<Predicate<View>> both(Formula left, Formula right, Both how) {
        return of(left).flatMap(one -> of(right).map(other -> how.of(one, other)));
    }
}
