package pagelife.checker.automaton;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Deque;
import java.util.IdentityHashMap;
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
 * <p>The tableau of Gerth, Peled, Vardi and Wolper (PSTV 1995) with acceptance on transitions as in Couvreur (FM 1999):
 * an edge that puts off what an until promises lacks the mark of that until, any other has it.
 *
 * <p>A set that has {@code []f} need not have {@code f}: to see to the one is to see to the other. So {@code n} claims
 * {@code []<>p} share one state, instead of a state for each set of those that are put off.
 */
@SuppressWarnings("ReferenceEquality") // as in NormalForm
final class Tableau {
    static final int MOST_STATES = 1_000;
    static final int MOST_EDGES = 1 << 16;
    /** Ways tried, dead ends included; some seconds. */
    static final int MOST_WAYS = 1 << 23;

    private static final int MOST_ATOMS = Long.SIZE;
    private static final int PATIENCE = 1 << 10;

    private final Runnable patience;
    private final Map<Formula, Integer> numbers = new IdentityHashMap<>();
    private final List<Formula> formulas = new ArrayList<>();
    private final Map<Formula.Atom, Integer> atoms = new LinkedHashMap<>();
    /** The number of the mark of an until, by the number of the until. */
    private final Map<Integer, Integer> untils = new LinkedHashMap<>();

    private final Map<BitSet, Integer> states = new LinkedHashMap<>();
    private final Deque<BitSet> open = new ArrayDeque<>();
    private final List<List<Branch>> branches = new ArrayList<>();
    private int ways;
    private int kept;

    /**
     * One way to meet the obligations of a state at a position.
     *
     * @param next what must be true from the next position on
     * @param postponed the untils whose right side is put off
     */
    private record Branch(long positive, long negative, BitSet next, BitSet postponed) {
        /** Whether {@code other} can do no more than this one and demands no less. */
        boolean covers(Branch other) {
            return (positive & ~other.positive) == 0
                    && (negative & ~other.negative) == 0
                    && isWithin(next, other.next)
                    && isWithin(postponed, other.postponed);
        }

        private static boolean isWithin(BitSet small, BitSet large) {
            for (int at = small.nextSetBit(0); at >= 0; at = small.nextSetBit(at + 1)) {
                if (!large.get(at)) {
                    return false;
                }
            }
            return true;
        }
    }

    /** What is still to be seen to, the first first. */
    private record Todo(Formula formula, Todo rest) {}

    /** A branch in the making, with the formulas already seen to. */
    private static final class Way {
        private long positive;
        private long negative;
        private final BitSet next;
        private final BitSet postponed;
        private final BitSet seen;
        private Todo todo;

        Way(Todo todo) {
            this.next = new BitSet();
            this.postponed = new BitSet();
            this.seen = new BitSet();
            this.todo = todo;
        }

        Way(Way other) {
            this.positive = other.positive;
            this.negative = other.negative;
            this.next = (BitSet) other.next.clone();
            this.postponed = (BitSet) other.postponed.clone();
            this.seen = (BitSet) other.seen.clone();
            this.todo = other.todo;
        }

        void add(Formula formula) {
            todo = new Todo(formula, todo);
        }
    }

    /** The tableau of a formula made by {@link NormalForm}; {@code patience} is run now and then, and may end it. */
    Tableau(Formula formula, Runnable patience) {
        this.patience = patience;
        BitSet start = new BitSet();
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
                made.add(new Automaton.Edge(branch.positive, branch.negative, marks(branch), states.get(branch.next)));
            }
            edges.add(made);
        }
        return edges;
    }

    private long marks(Branch branch) {
        long marks = untils.isEmpty() ? 0 : -1L >>> Long.SIZE - untils.size();
        for (int until = branch.postponed.nextSetBit(0); until >= 0; until = branch.postponed.nextSetBit(until + 1)) {
            marks &= ~(1L << untils.get(until));
        }
        return marks;
    }

    private int number(Formula formula) {
        Integer known = numbers.putIfAbsent(formula, formulas.size());
        if (known != null) {
            return known;
        }
        formulas.add(formula);
        return formulas.size() - 1;
    }

    private void number(BitSet obligations) {
        if (states.putIfAbsent(obligations, states.size()) == null) {
            open.add(obligations);
            limit(states.size(), MOST_STATES, "states");
        }
    }

    private static void limit(int needed, int most, String what) {
        if (needed > most) {
            throw new TooLarge(most + " " + what);
        }
    }

    private List<Branch> prune(Collection<Branch> found) {
        List<Branch> pruned = new ArrayList<>();
        for (Branch branch : found) {
            patience.run();
            if (!isCovered(branch, pruned)) {
                pruned.removeIf(branch::covers);
                pruned.add(branch);
            }
        }
        kept += pruned.size();
        limit(kept, MOST_EDGES, "edges");
        pruned.forEach(branch -> number(branch.next));
        return pruned;
    }

    private static boolean isCovered(Branch branch, List<Branch> known) {
        for (Branch each : known) {
            if (each.covers(branch)) {
                return true;
            }
        }
        return false;
    }

    private void addConjuncts(Formula formula, BitSet set) {
        if (formula instanceof Formula.And and) {
            addConjuncts(and.left(), set);
            addConjuncts(and.right(), set);
        } else if (formula != Formulas.TRUE) {
            set.set(number(formula));
        }
    }

    private BitSet withoutImplied(BitSet set) {
        BitSet implied = new BitSet();
        for (int each = set.nextSetBit(0); each >= 0; each = set.nextSetBit(each + 1)) {
            if (formulas.get(each) instanceof Formula.Release always && always.left() == Formulas.FALSE) {
                addConjuncts(always.right(), implied);
            }
        }
        BitSet rest = (BitSet) set.clone();
        rest.andNot(implied);
        return rest;
    }

    private Collection<Branch> expand(BitSet obligations) {
        Set<Branch> found = new LinkedHashSet<>();
        Deque<Way> untried = new ArrayDeque<>();
        untried.push(new Way(todo(obligations)));
        while (!untried.isEmpty()) {
            if (++ways % PATIENCE == 0) {
                patience.run();
            }
            limit(ways, MOST_WAYS, "ways to be tried");
            Way way = untried.pop();
            if (goesThrough(way, untried)) {
                found.add(new Branch(way.positive, way.negative, withoutImplied(way.next), way.postponed));
                limit(found.size(), MOST_EDGES, "edges");
            }
        }
        return found;
    }

    private Todo todo(BitSet obligations) {
        Todo todo = null;
        int last = obligations.length() - 1;
        for (int each = last; each >= 0; each = obligations.previousSetBit(each - 1)) {
            todo = new Todo(formulas.get(each), todo);
        }
        return todo;
    }

    /** Sees to all there is to do; leaves alternatives in {@code untried}. False for a dead end. */
    private boolean goesThrough(Way way, Deque<Way> untried) {
        while (way.todo != null) {
            Formula formula = way.todo.formula;
            way.todo = way.todo.rest;
            int number = number(formula);
            if (!way.seen.get(number)) {
                way.seen.set(number);
                if (!seesTo(formula, number, way, untried)) {
                    return false;
                }
            }
        }
        return true;
    }

    private boolean seesTo(Formula formula, int number, Way way, Deque<Way> untried) {
        if (formula instanceof Formula.Constant constant) {
            return constant.value();
        }
        if (formula instanceof Formula.Atom atom) {
            return isConsistent(atom, true, way);
        }
        if (formula instanceof Formula.Not not) {
            return isConsistent((Formula.Atom) not.operand(), false, way);
        }
        if (formula instanceof Formula.Next next) {
            addConjuncts(next.operand(), way.next);
        } else if (formula instanceof Formula.And and) {
            way.add(and.right());
            way.add(and.left());
        } else {
            choose(formula, number, way, untried);
        }
        return true;
    }

    /** Goes on with the first of two alternatives. */
    private void choose(Formula formula, int number, Way way, Deque<Way> untried) {
        Way other = new Way(way);
        untried.push(other);
        if (formula instanceof Formula.Or or) {
            way.add(or.left());
            other.add(or.right());
        } else if (formula instanceof Formula.Until until) {
            untils.putIfAbsent(number, untils.size());
            limit(untils.size(), MOST_ATOMS, "marks, one for each until");
            way.add(until.right());
            other.add(until.left());
            other.next.set(number);
            other.postponed.set(number);
        } else if (formula instanceof Formula.Release release) {
            way.add(release.right());
            way.add(release.left());
            other.add(release.right());
            other.next.set(number);
        } else {
            throw new IllegalArgumentException(formula + " is not in normal form");
        }
    }

    private boolean isConsistent(Formula.Atom atom, boolean positive, Way way) {
        atoms.putIfAbsent(atom, atoms.size());
        limit(atoms.size(), MOST_ATOMS, "different propositions");
        long bit = 1L << atoms.get(atom);
        way.positive |= positive ? bit : 0;
        way.negative |= positive ? 0 : bit;
        return (way.positive & way.negative) == 0;
    }
}
