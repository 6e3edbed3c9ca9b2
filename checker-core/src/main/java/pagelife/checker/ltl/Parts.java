package pagelife.checker.ltl;

import io.vavr.collection.Vector;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Takes formulas apart. */
final class Parts {
    private Parts() {}

    /** The operands, from left to right; an atom and a constant have none. */
    static Vector<Formula> of(Formula formula) {
        if (formula instanceof Formula.Not f) {
            return Vector.of(f.operand());
        }
        if (formula instanceof Formula.Next f) {
            return Vector.of(f.operand());
        }
        if (formula instanceof Formula.Always f) {
            return Vector.of(f.operand());
        }
        if (formula instanceof Formula.Eventually f) {
            return Vector.of(f.operand());
        }
        if (formula instanceof Formula.And f) {
            return Vector.of(f.left(), f.right());
        }
        if (formula instanceof Formula.Or f) {
            return Vector.of(f.left(), f.right());
        }
        if (formula instanceof Formula.Implies f) {
            return Vector.of(f.left(), f.right());
        }
        if (formula instanceof Formula.Iff f) {
            return Vector.of(f.left(), f.right());
        }
        if (formula instanceof Formula.Until f) {
            return Vector.of(f.left(), f.right());
        }
        if (formula instanceof Formula.WeakUntil f) {
            return Vector.of(f.left(), f.right());
        }
        if (formula instanceof Formula.Release f) {
            return Vector.of(f.left(), f.right());
        }
        return Vector.empty();
    }

    /** All atoms, from left to right. */
    static Vector<Formula.Atom> atoms(Formula formula) {
        Deque<Formula> open = new ArrayDeque<>();
        open.push(formula);
        List<Formula.Atom> found = new ArrayList<>();
        while (!open.isEmpty()) {
            Formula next = open.pop();
            if (next instanceof Formula.Atom atom) {
                found.add(atom);
            }
            of(next).reverse().forEach(open::push);
        }
        return Vector.ofAll(found);
    }

    /** Whether a formula has no more than {@code most} operators. */
    static boolean hasAtMost(int most, Formula formula) {
        Deque<Formula> open = new ArrayDeque<>();
        open.push(formula);
        int operators = 0;
        while (!open.isEmpty() && operators <= most) {
            Vector<Formula> operands = of(open.pop());
            operands.forEach(open::push);
            operators += operands.isEmpty() ? 0 : 1;
        }
        return operators <= most;
    }
}
