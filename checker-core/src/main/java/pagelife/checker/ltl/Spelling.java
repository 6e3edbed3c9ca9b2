package pagelife.checker.ltl;

import java.util.regex.Pattern;

/** Writes formulas as the parser reads them, with no more parentheses than needed. */
final class Spelling {
    /** How tightly an operator binds, see {@link FormulaParser}. */
    private static final int IFF = 0;

    private static final int IMPLIES = 1;
    private static final int OR = 2;
    private static final int AND = 3;
    private static final int UNTIL = 4;
    private static final int UNARY = 5;

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    private Spelling() {}

    static String of(Formula formula) {
        return text(formula, IFF);
    }

    private static String text(Formula formula, int within) {
        int binds = binds(formula);
        return binds < within ? "(" + bare(formula) + ")" : bare(formula);
    }

    private static int binds(Formula formula) {
        if (formula instanceof Formula.Iff) {
            return IFF;
        }
        if (formula instanceof Formula.Implies) {
            return IMPLIES;
        }
        if (formula instanceof Formula.Or) {
            return OR;
        }
        if (formula instanceof Formula.And) {
            return AND;
        }
        boolean until = formula instanceof Formula.Until
                || formula instanceof Formula.WeakUntil
                || formula instanceof Formula.Release;
        return until ? UNTIL : UNARY;
    }

    private static String bare(Formula formula) {
        if (formula instanceof Formula.Iff f) {
            return text(f.left(), IFF + 1) + " <-> " + text(f.right(), IFF + 1);
        }
        if (formula instanceof Formula.Implies f) {
            return text(f.left(), IMPLIES + 1) + " -> " + text(f.right(), IMPLIES);
        }
        if (formula instanceof Formula.Or f) {
            return text(f.left(), OR) + " || " + text(f.right(), OR + 1);
        }
        if (formula instanceof Formula.And f) {
            return text(f.left(), AND) + " && " + text(f.right(), AND + 1);
        }
        if (formula instanceof Formula.Until f) {
            return text(f.left(), UNTIL + 1) + " U " + text(f.right(), UNTIL);
        }
        if (formula instanceof Formula.WeakUntil f) {
            return text(f.left(), UNTIL + 1) + " W " + text(f.right(), UNTIL);
        }
        if (formula instanceof Formula.Release f) {
            return text(f.left(), UNTIL + 1) + " R " + text(f.right(), UNTIL);
        }
        return tight(formula);
    }

    private static String tight(Formula formula) {
        if (formula instanceof Formula.Not f) {
            return "!" + text(f.operand(), UNARY);
        }
        if (formula instanceof Formula.Next f) {
            return "X " + text(f.operand(), UNARY);
        }
        if (formula instanceof Formula.Always f) {
            return "[]" + text(f.operand(), UNARY);
        }
        if (formula instanceof Formula.Eventually f) {
            return "<>" + text(f.operand(), UNARY);
        }
        if (formula instanceof Formula.Taken f) {
            return "taken(" + f.name() + ")";
        }
        if (formula instanceof Formula.Enabled f) {
            return "enabled(" + f.name() + ")";
        }
        if (formula instanceof Formula.Proposition f && f.holds() instanceof Formulas.Finished finished) {
            return "finished(" + finished.actor() + ")";
        }
        if (formula instanceof Formula.Proposition f) {
            return PLAIN.matcher(f.name()).matches() && !FormulaParser.isReserved(f.name())
                    ? f.name()
                    : '"' + f.name() + '"';
        }
        return Boolean.toString(((Formula.Constant) formula).value());
    }
}
