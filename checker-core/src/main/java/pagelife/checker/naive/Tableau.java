package pagelife.checker.naive;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import pagelife.checker.ltl.Formula;

/**
 * What the oracles of claims about runs know of a formula, after Lichtenstein and Pnueli (POPL 1985): its parts, and
 * what the guesses of one position say of the next.
 */
final class Tableau {
    private final List<Formula> parts = new ArrayList<>();
    private final List<Formula> temporal = new ArrayList<>();
    private final Map<Formula, Integer> places = new HashMap<>();

    Tableau(Formula formula) {
        collect(formula);
    }

    /** The parts of the formula; operands come before what they are operands of. */
    List<Formula> parts() {
        return parts;
    }

    /** Those whose truth is guessed. */
    List<Formula> temporal() {
        return temporal;
    }

    /** Where a part is among {@link #parts}. */
    int place(Formula part) {
        return places.get(part);
    }

    private void collect(Formula part) {
        operands(part).forEach(this::collect);
        if (places.putIfAbsent(part, parts.size()) == null) {
            parts.add(part);
            if (isTemporal(part)) {
                temporal.add(part);
            }
        }
    }

    private static boolean isTemporal(Formula part) {
        return part instanceof Formula.Next
                || part instanceof Formula.Always
                || part instanceof Formula.Eventually
                || part instanceof Formula.Until
                || part instanceof Formula.WeakUntil
                || part instanceof Formula.Release;
    }

    private static List<Formula> operands(Formula part) {
        if (part instanceof Formula.Not f) {
            return List.of(f.operand());
        }
        if (part instanceof Formula.Next f) {
            return List.of(f.operand());
        }
        if (part instanceof Formula.Always f) {
            return List.of(f.operand());
        }
        if (part instanceof Formula.Eventually f) {
            return List.of(f.operand());
        }
        if (part instanceof Formula.And f) {
            return List.of(f.left(), f.right());
        }
        if (part instanceof Formula.Or f) {
            return List.of(f.left(), f.right());
        }
        if (part instanceof Formula.Implies f) {
            return List.of(f.left(), f.right());
        }
        if (part instanceof Formula.Iff f) {
            return List.of(f.left(), f.right());
        }
        if (part instanceof Formula.Until f) {
            return List.of(f.left(), f.right());
        }
        if (part instanceof Formula.WeakUntil f) {
            return List.of(f.left(), f.right());
        }
        return part instanceof Formula.Release f ? List.of(f.left(), f.right()) : List.of();
    }

    /** What a part that is neither an atom nor guessed is, given the truth of its operands. */
    static boolean connected(Formula part, Predicate<Formula> truth) {
        if (part instanceof Formula.Not f) {
            return !truth.test(f.operand());
        }
        if (part instanceof Formula.And f) {
            return truth.test(f.left()) && truth.test(f.right());
        }
        if (part instanceof Formula.Or f) {
            return truth.test(f.left()) || truth.test(f.right());
        }
        if (part instanceof Formula.Implies f) {
            return !truth.test(f.left()) || truth.test(f.right());
        }
        Formula.Iff f = (Formula.Iff) part;
        return truth.test(f.left()) == truth.test(f.right());
    }

    /** Whether the guesses of a position and of the next one agree. */
    boolean agree(Predicate<Formula> now, Predicate<Formula> later) {
        for (Formula part : temporal) {
            if (now.test(part) != unrolled(part, now, later)) {
                return false;
            }
        }
        return true;
    }

    /** What a temporal part says in terms of now and of itself at the next position. */
    private static boolean unrolled(Formula part, Predicate<Formula> now, Predicate<Formula> later) {
        if (part instanceof Formula.Next f) {
            return later.test(f.operand());
        }
        if (part instanceof Formula.Always f) {
            return now.test(f.operand()) && later.test(part);
        }
        if (part instanceof Formula.Eventually f) {
            return now.test(f.operand()) || later.test(part);
        }
        if (part instanceof Formula.Until f) {
            return now.test(f.right()) || now.test(f.left()) && later.test(part);
        }
        if (part instanceof Formula.WeakUntil f) {
            return now.test(f.right()) || now.test(f.left()) && later.test(part);
        }
        Formula.Release f = (Formula.Release) part;
        return now.test(f.right()) && (now.test(f.left()) || later.test(part));
    }

    /** Whether a guess that could be put off forever comes true where these are true. */
    static boolean fulfils(Formula part, Predicate<Formula> truth) {
        boolean guessed = truth.test(part);
        if (part instanceof Formula.Always f) {
            return guessed || !truth.test(f.operand());
        }
        if (part instanceof Formula.Eventually f) {
            return !guessed || truth.test(f.operand());
        }
        if (part instanceof Formula.Until f) {
            return !guessed || truth.test(f.right());
        }
        if (part instanceof Formula.WeakUntil f) {
            return guessed || !truth.test(f.left()) && !truth.test(f.right());
        }
        return !(part instanceof Formula.Release f) || guessed || !truth.test(f.right());
    }
}
