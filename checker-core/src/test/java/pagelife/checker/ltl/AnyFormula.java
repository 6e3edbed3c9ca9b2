package pagelife.checker.ltl;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Formulas at random, all operators and leaves handed in. */
public final class AnyFormula {
    /** How many unary operators there are. */
    static final int UNARY = 4;

    /** How many binary operators there are, leads-to left out, which is made of others. */
    static final int BINARY = 7;

    private AnyFormula() {}

    static Formula unary(int kind, Formula operand) {
        return switch (kind) {
            case 0 -> Formulas.not(operand);
            case 1 -> Formulas.next(operand);
            case 2 -> Formulas.always(operand);
            default -> Formulas.eventually(operand);
        };
    }

    static Formula binary(int kind, Formula left, Formula right) {
        return switch (kind) {
            case 0 -> left.and(right);
            case 1 -> left.or(right);
            case 2 -> left.implies(right);
            case 3 -> left.iff(right);
            case 4 -> left.until(right);
            case 5 -> left.weakUntil(right);
            default -> left.release(right);
        };
    }

    /** Every operator over these operands. */
    static Seq<Formula> over(Seq<Formula> left, Seq<Formula> right) {
        return Vector.range(0, UNARY)
                .flatMap(kind -> left.map(each -> unary(kind, each)))
                .appendAll(Vector.range(0, BINARY)
                        .flatMap(kind -> left.flatMap(each -> right.map(other -> binary(kind, each, other)))));
    }

    /** Formulas with operators nested no deeper than {@code depth}. */
    public static Arbitrary<Formula> of(int depth, Arbitrary<Formula> leaf) {
        if (depth == 0) {
            return leaf;
        }
        Arbitrary<Formula> smaller = Arbitraries.lazy(() -> of(depth - 1, leaf));
        Arbitrary<Formula> unary = Combinators.combine(Arbitraries.integers().between(0, UNARY - 1), smaller)
                .as(AnyFormula::unary);
        Arbitrary<Formula> binary = Combinators.combine(Arbitraries.integers().between(0, BINARY - 1), smaller, smaller)
                .as(AnyFormula::binary);
        return Arbitraries.frequencyOf(Tuple.of(1, leaf), Tuple.of(2, unary), Tuple.of(3, binary));
    }

    /** Until, weak until and release, nested, under {@code <>[]} and {@code []<>}: alone, or in a formula of others. */
    public static Arbitrary<Formula> nestedUntils(Arbitrary<Formula> leaf) {
        Arbitrary<Formula> under = Combinators.combine(
                        Arbitraries.of(true, false), Arbitraries.of(true, false), untils(2, leaf))
                .as((persistent, negated, untils) -> {
                    Formula inner = negated ? Formulas.not(untils) : untils;
                    return persistent ? Formulas.eventuallyAlways(inner) : Formulas.infinitelyOften(inner);
                });
        return Arbitraries.frequencyOf(Tuple.of(2, under), Tuple.of(1, of(1, under)));
    }

    private static Arbitrary<Formula> untils(int depth, Arbitrary<Formula> leaf) {
        Arbitrary<Formula> smaller =
                depth == 1 ? leaf : Arbitraries.oneOf(leaf, Arbitraries.lazy(() -> untils(depth - 1, leaf)));
        return Combinators.combine(Arbitraries.integers().between(4, BINARY - 1), smaller, smaller)
                .as(AnyFormula::binary);
    }
}
