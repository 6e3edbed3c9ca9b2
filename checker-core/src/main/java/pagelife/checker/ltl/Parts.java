package pagelife.checker.ltl;

import io.vavr.collection.Vector;

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
        return formula instanceof Formula.Atom atom
                ? Vector.of(atom)
                : of(formula).flatMap(Parts::atoms);
    }
}
