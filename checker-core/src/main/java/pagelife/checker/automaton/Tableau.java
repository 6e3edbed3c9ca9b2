package pagelife.checker.automaton;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import pagelife.checker.ltl.Formula;
import pagelife.checker.ltl.Formulas;

/**
 * From a formula in normal form to an automaton whose states are sets of formulas that must be true from here on.
 *
 * <p>The tableau of Gerth, Peled, Vardi and Wolper (PSTV 1995) with acceptance on transitions as in Couvreur (FM 1999): an
 * edge that puts off what an until promises lacks the mark of that until, any other has it.
 */
final class Tableau {
    private static final int MOST_ATOMS = Long.SIZE;

    private final Map<Formula.Atom, Integer> atoms = new LinkedHashMap<>();
    private final Map<Formula, Integer> untils = new LinkedHashMap<>();
    private final Map<Set<Formula>, Integer> numbers = new LinkedHashMap<>();
    private final Deque<Set<Formula>> open = new ArrayDeque<>();
    private final List<List<Branch>> branches = new ArrayList<>();

    /**
     * One way to meet the obligations of a state at a position.
     *
     * @param next what must be true from the next position on
     * @param postponed the untils whose right side is put off
     */
    private record Branch(long positive, long negative, Set<Formula> next, Set<Formula> postponed) {
        /** Whether {@code other} can do no more than this one and demands no less. */
        boolean covers(Branch other) {
            return (positive & ~other.positive) == 0
                    && (negative & ~other.negative) == 0
                    && other.next.containsAll(next)
                    && other.postponed.containsAll(postponed);
        }
    }

    Tableau(Formula formula) {
        Set<Formula> start = new LinkedHashSet<>();
        addConjuncts(formula, start);
        number(start);
        while (!open.isEmpty()) {
            branches.add(prune(expand(open.remove())));
        }
    }

    Seq<Formula.Atom> atoms() {
        return Vector.ofAll(atoms.keySet());
    }

    /** How many marks the edges may carry. */
    int marks() {
        return untils.size();
    }

    /** The edges of each state, the initial state first. */
    List<List<Automaton.Edge>> edges() {
        List<List<Automaton.Edge>> edges = new ArrayList<>();
        for (List<Branch> from : branches) {
            List<Automaton.Edge> made = new ArrayList<>();
            for (Branch branch : from) {
                long marks = untils.isEmpty() ? 0 : -1L >>> Long.SIZE - untils.size();
                for (Formula until : branch.postponed) {
                    marks &= ~(1L << untils.get(until));
                }
                made.add(new Automaton.Edge(branch.positive, branch.negative, marks, numbers.get(branch.next)));
            }
            edges.add(made);
        }
        return edges;
    }

    private void number(Set<Formula> obligations) {
        if (numbers.putIfAbsent(obligations, numbers.size()) == null) {
            open.add(obligations);
        }
    }

    private List<Branch> prune(List<Branch> found) {
        List<Branch> kept = new ArrayList<>();
        for (Branch branch : found) {
            if (kept.stream().noneMatch(known -> known.covers(branch))) {
                kept.removeIf(branch::covers);
                kept.add(branch);
            }
        }
        kept.forEach(branch -> number(branch.next));
        return kept;
    }

    private List<Branch> expand(Set<Formula> obligations) {
        List<Branch> found = new ArrayList<>();
        Work start = new Work(0, 0, Set.of(), Set.of(), Set.of());
        expand(List.copyOf(obligations), start, found);
        return found;
    }

    /** A branch in the making, with the formulas already seen to. */
    private record Work(long positive, long negative, Set<Formula> next, Set<Formula> postponed, Set<Formula> seen) {
        Work literal(long bit, boolean isPositive) {
            return isPositive
                    ? new Work(positive | bit, negative, next, postponed, seen)
                    : new Work(positive, negative | bit, next, postponed, seen);
        }

        Work later(Formula formula) {
            Set<Formula> more = new LinkedHashSet<>(next);
            addConjuncts(formula, more);
            return new Work(positive, negative, more, postponed, seen);
        }

        Work postponing(Formula until) {
            return new Work(positive, negative, next, plus(postponed, until), seen);
        }

        Work having(Formula formula) {
            return new Work(positive, negative, next, postponed, plus(seen, formula));
        }
    }

    private static Set<Formula> plus(Set<Formula> set, Formula added) {
        Set<Formula> more = new LinkedHashSet<>(set);
        more.add(added);
        return more;
    }

    private static List<Formula> plus(List<Formula> list, Formula... added) {
        List<Formula> more = new ArrayList<>(List.of(added));
        more.addAll(list);
        return more;
    }

    private static void addConjuncts(Formula formula, Set<Formula> set) {
        if (formula instanceof Formula.And and) {
            addConjuncts(and.left(), set);
            addConjuncts(and.right(), set);
        } else if (!formula.equals(Formulas.TRUE)) {
            set.add(formula);
        }
    }

    private void expand(List<Formula> todo, Work work, List<Branch> found) {
        if (todo.isEmpty()) {
            found.add(new Branch(work.positive, work.negative, work.next, work.postponed));
            return;
        }
        Formula formula = todo.get(0);
        List<Formula> rest = todo.subList(1, todo.size());
        if (work.seen.contains(formula)) {
            expand(rest, work, found);
            return;
        }
        Work now = work.having(formula);
        if (formula instanceof Formula.Constant constant) {
            if (constant.value()) {
                expand(rest, now, found);
            }
        } else if (formula instanceof Formula.Atom atom) {
            literal(atom, true, rest, now, found);
        } else if (formula instanceof Formula.Not not) {
            literal((Formula.Atom) not.operand(), false, rest, now, found);
        } else if (formula instanceof Formula.And and) {
            expand(plus(rest, and.left(), and.right()), now, found);
        } else if (formula instanceof Formula.Or or) {
            expand(plus(rest, or.left()), now, found);
            expand(plus(rest, or.right()), now, found);
        } else if (formula instanceof Formula.Next next) {
            expand(rest, now.later(next.operand()), found);
        } else if (formula instanceof Formula.Until until) {
            untils.putIfAbsent(until, untils.size());
            expand(plus(rest, until.right()), now, found);
            expand(plus(rest, until.left()), now.later(until).postponing(until), found);
        } else if (formula instanceof Formula.Release release) {
            expand(plus(rest, release.left(), release.right()), now, found);
            expand(plus(rest, release.right()), now.later(release), found);
        } else {
            throw new IllegalArgumentException(formula + " is not in normal form");
        }
    }

    private void literal(Formula.Atom atom, boolean positive, List<Formula> rest, Work work, List<Branch> found) {
        atoms.putIfAbsent(atom, atoms.size());
        if (atoms.size() > MOST_ATOMS || untils.size() > MOST_ATOMS) {
            throw new IllegalArgumentException("a formula may have at most " + MOST_ATOMS
                    + " different propositions and as many untils; split it into several properties");
        }
        long bit = 1L << atoms.get(atom);
        if (((positive ? work.negative : work.positive) & bit) == 0) {
            expand(rest, work.literal(bit, positive), found);
        }
    }
}
