package pagelife.checker.explain;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import pagelife.checker.ltl.Formula;
import pagelife.checker.result.Trace;

/** Why a formula is true or false at a position of a run: down to what is so at one position, or forever. */
final class Reasons {
    private final Truths truths;

    private Reasons(Trace trace) {
        this.truths = new Truths(trace);
    }

    /** Why the formula, which is not true of the trace, is not: each reason once, in the order of moments. */
    static Seq<Reason> against(Formula formula, Trace trace) {
        return new Reasons(trace).why(formula, false, 0).distinct().sortBy(Reason::moment);
    }

    private boolean isTrue(Formula formula, int position) {
        return truths.of(formula)[position];
    }

    /** Why a formula has its value at a position. */
    private Vector<Reason> why(Formula formula, boolean value, int position) {
        if (formula instanceof Formula.Constant) {
            return Vector.empty();
        }
        if (formula instanceof Formula.Not f) {
            return why(f.operand(), !value, position);
        }
        if (formula instanceof Formula.Next f) {
            return why(f.operand(), value, truths.after(position));
        }
        if (formula instanceof Formula.And f) {
            return connected(f.left(), f.right(), value, value, value, position);
        }
        if (formula instanceof Formula.Or f) {
            return connected(f.left(), f.right(), value, value, !value, position);
        }
        if (formula instanceof Formula.Implies f) {
            return connected(f.left(), f.right(), !value, value, !value, position);
        }
        if (formula instanceof Formula.Iff f) {
            return why(f.left(), isTrue(f.left(), position), position)
                    .appendAll(why(f.right(), isTrue(f.right(), position), position));
        }
        return lasting(formula, value, position);
    }

    /**
     * Of two parts.
     *
     * @param left the value of the left one that counts
     * @param right the value of the right one that counts
     * @param both whether it takes both
     */
    private Vector<Reason> connected(
            Formula one, Formula other, boolean left, boolean right, boolean both, int position) {
        if (both) {
            return why(one, left, position).appendAll(why(other, right, position));
        }
        return isTrue(one, position) == left ? why(one, left, position) : why(other, right, position);
    }

    private Vector<Reason> lasting(Formula formula, boolean value, int position) {
        if (formula instanceof Formula.Always f) {
            return value ? forEver(f.operand(), true, position) : first(f.operand(), false, position);
        }
        if (formula instanceof Formula.Eventually f) {
            return value ? first(f.operand(), true, position) : forEver(f.operand(), false, position);
        }
        if (formula instanceof Formula.Until f && !value && isNever(f.right(), true, position)) {
            return forEver(f.right(), false, position);
        }
        Vector<Reason> whole = Vector.of(new Reason(formula, value, position, Reason.Lasts.ONCE));
        return value ? whole : whole.appendAll(cut(formula, position));
    }

    /** Where what should last until something else comes ends too early. */
    private Vector<Reason> cut(Formula formula, int position) {
        if (formula instanceof Formula.Until f) {
            return cut(f.left(), f.right(), position);
        }
        if (formula instanceof Formula.WeakUntil f) {
            return cut(f.left(), f.right(), position);
        }
        return formula instanceof Formula.Release f ? first(f.right(), false, position) : Vector.empty();
    }

    private Vector<Reason> cut(Formula lasting, Formula end, int position) {
        int first = position;
        while (isTrue(lasting, first) || isTrue(end, first)) {
            first = truths.after(first);
        }
        return why(lasting, false, first).appendAll(why(end, false, first));
    }

    /** The first time that it has the value. */
    private Vector<Reason> first(Formula formula, boolean value, int position) {
        int first = position;
        while (isTrue(formula, first) != value) {
            first = truths.after(first);
        }
        return why(formula, value, first);
    }

    private boolean isNever(Formula formula, boolean value, int position) {
        int at = position;
        for (int i = 0; i < truths.positions(); i++) {
            if (isTrue(formula, at) == value) {
                return false;
            }
            at = truths.after(at);
        }
        return true;
    }

    /** It has the value forever; of several parts that are so each is told. */
    private Vector<Reason> forEver(Formula formula, boolean value, int position) {
        if (formula instanceof Formula.Not f) {
            return forEver(f.operand(), !value, position);
        }
        if (formula instanceof Formula.And f && value) {
            return forEver(f.left(), true, position).appendAll(forEver(f.right(), true, position));
        }
        if (formula instanceof Formula.Or f && !value) {
            return forEver(f.left(), false, position).appendAll(forEver(f.right(), false, position));
        }
        if (formula instanceof Formula.Always f) {
            return value ? forEver(f.operand(), true, position) : again(f.operand(), false, position);
        }
        if (formula instanceof Formula.Eventually f) {
            return value ? again(f.operand(), true, position) : forEver(f.operand(), false, position);
        }
        return Vector.of(new Reason(formula, value, position, Reason.Lasts.FOREVER));
    }

    /** It has the value again and again: from a moment on forever, or else at a moment of the loop. */
    private Vector<Reason> again(Formula formula, boolean value, int position) {
        int least = Math.min(position, truths.loopStart());
        int from = truths.positions();
        while (from > least && isTrue(formula, from - 1) == value) {
            from--;
        }
        if (from <= truths.loopStart()) {
            return forEver(formula, value, Math.max(from, position));
        }
        int at = truths.loopStart();
        while (isTrue(formula, at) != value) {
            at++;
        }
        return why(formula, value, at).map(Reason::again);
    }
}
