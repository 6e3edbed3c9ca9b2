package pagelife.checker.ltl;

import io.vavr.collection.Vector;
import io.vavr.control.Option;
import pagelife.checker.value.Vacant;

/** How two terms are compared. */
enum Comparison {
    /** Both are the same. */
    EQUAL("="),
    /** They are not the same, or there is none. */
    UNEQUAL("!="),
    /** The left one is not greater. */
    AT_MOST("<="),
    /** The left one is not less. */
    AT_LEAST(">="),
    /** The left one is less. */
    LESS("<"),
    /** The left one is greater. */
    GREATER(">"),
    /** The left one is among the right ones. */
    IN("in");

    private final String sign;

    Comparison(String sign) {
        this.sign = sign;
    }

    /** The sign that comes next, which is taken; none if none does. */
    static Option<Comparison> next(Scanner scanner) {
        if (scanner.isNext("<>") || scanner.isNext("<->")) {
            return Option.none();
        }
        if (scanner.takeWord(IN.sign)) {
            return Option.some(IN);
        }
        return Vector.of(values()).remove(IN).find(one -> one == EQUAL && scanner.take("==") || scanner.take(one.sign));
    }

    String sign() {
        return sign;
    }

    /** Whether it is about what is more, and so about numbers. */
    boolean isOrder() {
        return this == AT_MOST || this == AT_LEAST || this == LESS || this == GREATER;
    }

    /** Whether it is so. */
    boolean holds(Object left, Object right) {
        return switch (this) {
            case EQUAL -> isEqual(left, right);
            case UNEQUAL -> !isEqual(left, right);
            case IN -> Term.isIn(left, right);
            case AT_MOST, AT_LEAST, LESS, GREATER ->
                left instanceof Number one
                        && right instanceof Number other
                        && isOrdered(Long.compare(one.longValue(), other.longValue()));
        };
    }

    private boolean isOrdered(int sign) {
        return switch (this) {
            case AT_MOST -> sign <= 0;
            case AT_LEAST -> sign >= 0;
            case LESS -> sign < 0;
            default -> sign > 0;
        };
    }

    private static boolean isEqual(Object left, Object right) {
        return left == Term.NONE || right == Term.NONE ? isNone(left) && isNone(right) : Term.same(left, right);
    }

    private static boolean isNone(Object value) {
        return value == Term.NONE || value == Term.Nil.NIL || value instanceof Vacant;
    }
}
