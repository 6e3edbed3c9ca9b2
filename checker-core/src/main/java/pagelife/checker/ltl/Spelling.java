package pagelife.checker.ltl;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.regex.Pattern;

/** Writes formulas as the parser reads them, with no more parentheses than needed, and without recursion. */
final class Spelling {
    /** How tightly an operator binds, see {@link FormulaParser}. */
    private static final int IFF = 0;

    private static final int IMPLIES = 1;
    private static final int OR = 2;
    private static final int AND = 3;
    private static final int UNTIL = 4;
    private static final int UNARY = 5;

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    /** What is left to write: a text, or a formula in a place that wants it to bind as tightly as that. */
    private sealed interface Piece {}

    private record Text(String text) implements Piece {}

    private record Operand(Formula formula, int within) implements Piece {}

    private Spelling() {}

    static String of(Formula formula) {
        StringBuilder written = new StringBuilder();
        Deque<Piece> left = new ArrayDeque<>();
        left.push(new Operand(formula, IFF));
        while (!left.isEmpty()) {
            Piece piece = left.pop();
            if (piece instanceof Text text) {
                written.append(text.text);
            } else {
                push(left, (Operand) piece);
            }
        }
        return written.toString();
    }

    private static void push(Deque<Piece> left, Operand operand) {
        boolean enclosed = binds(operand.formula) < operand.within;
        if (enclosed) {
            left.push(new Text(")"));
        }
        List<Piece> pieces = pieces(operand.formula);
        for (int i = pieces.size() - 1; i >= 0; i--) {
            left.push(pieces.get(i));
        }
        if (enclosed) {
            left.push(new Text("("));
        }
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

    private static List<Piece> pieces(Formula formula) {
        if (formula instanceof Formula.Iff f) {
            return binary(f.left(), IFF, " <-> ", f.right(), IFF + 1);
        }
        if (formula instanceof Formula.Implies f) {
            return binary(f.left(), IMPLIES + 1, " -> ", f.right(), IMPLIES);
        }
        if (formula instanceof Formula.Or f) {
            return binary(f.left(), OR, " || ", f.right(), OR + 1);
        }
        if (formula instanceof Formula.And f) {
            return binary(f.left(), AND, " && ", f.right(), AND + 1);
        }
        if (formula instanceof Formula.Until f) {
            return binary(f.left(), UNTIL + 1, " U ", f.right(), UNTIL);
        }
        if (formula instanceof Formula.WeakUntil f) {
            return binary(f.left(), UNTIL + 1, " W ", f.right(), UNTIL);
        }
        if (formula instanceof Formula.Release f) {
            return binary(f.left(), UNTIL + 1, " R ", f.right(), UNTIL);
        }
        return tight(formula);
    }

    private static List<Piece> binary(Formula left, int leftWithin, String symbol, Formula right, int rightWithin) {
        return List.of(new Operand(left, leftWithin), new Text(symbol), new Operand(right, rightWithin));
    }

    private static List<Piece> tight(Formula formula) {
        if (formula instanceof Formula.Not f) {
            return unary("!", f.operand());
        }
        if (formula instanceof Formula.Next f) {
            return unary("X ", f.operand());
        }
        if (formula instanceof Formula.Always f) {
            return unary("[]", f.operand());
        }
        if (formula instanceof Formula.Eventually f) {
            return unary("<>", f.operand());
        }
        return List.of(new Text(leaf(formula)));
    }

    private static List<Piece> unary(String symbol, Formula operand) {
        return List.of(new Text(symbol), new Operand(operand, UNARY));
    }

    private static String leaf(Formula formula) {
        if (formula instanceof Formula.Taken f) {
            return "taken(" + f.name() + ")";
        }
        if (formula instanceof Formula.Enabled f) {
            return "enabled(" + f.name() + ")";
        }
        if (formula instanceof Formula.Proposition f && f.holds() instanceof Formulas.Finished finished) {
            return "finished(" + finished.actor() + ")";
        }
        if (formula instanceof Formula.Proposition f && f.holds() instanceof Stated stated) {
            return "(" + stated.text() + ")";
        }
        if (formula instanceof Formula.Proposition f) {
            return PLAIN.matcher(f.name()).matches() && !FormulaParser.isReserved(f.name())
                    ? f.name()
                    : '"' + f.name() + '"';
        }
        return Boolean.toString(((Formula.Constant) formula).value());
    }
}
