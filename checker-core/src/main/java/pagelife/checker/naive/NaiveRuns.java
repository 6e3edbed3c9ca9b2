package pagelife.checker.naive;

import io.vavr.collection.Seq;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import pagelife.checker.ltl.Assumption;
import pagelife.checker.ltl.Formula;
import pagelife.checker.model.Failure;
import pagelife.checker.model.Fairness;
import pagelife.checker.model.State;
import pagelife.checker.model.Step;
import pagelife.checker.model.Transition;

/**
 * The oracle of claims about runs, after Lichtenstein and Pnueli (POPL 1985), over the states of a {@link NaiveSearch}.
 *
 * <p>A <b>letter</b> is what a run has at a position: a state, and the step taken from it, or that it has ended, or that a
 * step has failed. A
 * <b>node</b> is a letter together with a guess of which temporal parts of the formula are true there; one node follows
 * another if their guesses agree. A run that breaks the formula is a way through the nodes, from one that guesses it
 * false, into a component in which each guess comes true and each assumption is met. It knows of no automaton, and
 * shares with the engine the formula and the names of the assumptions alone.
 */
public final class NaiveRuns {
    /** Letters times guesses; so many take some hundred megabytes and a few seconds. */
    public static final int MOST_NODES = 3_000_000;

    private static final int ENDED = -1;

    /** That a step failed: nothing is possible, and nothing is owed any more. */
    private static final int FAILED = -2;

    private final Tableau tableau;
    private final List<State> states = new ArrayList<>();
    private final Formula formula;
    private final int initial;

    /* Of each letter. */
    private final int[] from;
    private final int[] step;
    private final int[] to;

    /*
     * The letters of state s are first[s] to first[s + 1] - 1; the last of them is that the run has ended. After those of
     * all states comes one for each state, that a step has failed in it.
     */
    private final int[] first;
    private final BitSet[] enabled;

    /* Of each node: bit i says whether part i is true there. */
    private final long[] truths;

    /**
     * All runs of what a search has seen.
     *
     * @throws IllegalArgumentException if {@link #isFeasible} is false of them
     */
    public NaiveRuns(NaiveSearch search, Formula formula) {
        if (!isFeasible(search, formula)) {
            throw new IllegalArgumentException("the states are not all there, or too many for " + formula);
        }
        this.formula = formula;
        this.tableau = new Tableau(formula);
        Map<State, Integer> numbers = new HashMap<>();
        search.depths().entrySet().stream()
                .filter(entry -> entry.getValue() == 0)
                .forEach(entry -> add(entry, numbers));
        this.initial = states.size();
        search.depths().entrySet().stream()
                .filter(entry -> entry.getValue() > 0)
                .forEach(entry -> add(entry, numbers));
        int letters = Math.toIntExact(search.transitions() + 2L * states.size());
        this.from = new int[letters];
        this.step = new int[letters];
        this.to = new int[letters];
        this.first = new int[states.size() + 1];
        this.enabled = new BitSet[states.size()];
        int letter = 0;
        for (int state = 0; state < states.size(); state++) {
            first[state] = letter;
            enabled[state] = new BitSet();
            for (Transition taken : NaiveSearch.from(states.get(state))) {
                enabled[state].set(taken.step().index());
                int after = fails(taken) ? FAILED : numbers.get(NaiveSearch.after(taken));
                letter = letter(letter, state, taken.step().index(), after);
            }
            letter = letter(letter, state, ENDED, state);
        }
        first[states.size()] = letter;
        for (int state = 0; state < states.size(); state++) {
            letter = letter(letter, state, FAILED, FAILED);
        }
        this.truths = new long[letters << tableau.temporal().size()];
        for (int node = 0; node < truths.length; node++) {
            truths[node] = truths(node);
        }
    }

    /** Whether a search has seen all states, and they are few enough for a formula. */
    public static boolean isFeasible(NaiveSearch search, Formula formula) {
        Tableau shape = new Tableau(formula);
        long letters = search.transitions() + 2L * search.states();
        return search.isComplete()
                && shape.parts().size() <= Long.SIZE
                && shape.temporal().size() <= 12
                && letters << shape.temporal().size() <= MOST_NODES;
    }

    private void add(Map.Entry<State, Integer> state, Map<State, Integer> numbers) {
        numbers.put(state.getKey(), states.size());
        states.add(state.getKey());
    }

    private static boolean fails(Transition taken) {
        return taken.events().exists(Failure.class::isInstance);
    }

    private int letter(int letter, int state, int taken, int next) {
        from[letter] = state;
        step[letter] = taken;
        to[letter] = next;
        return letter + 1;
    }

    // --- the formula ---

    private int letter(int node) {
        return node >>> tableau.temporal().size();
    }

    private boolean truth(Formula part, int node) {
        return (truths[node] >>> tableau.place(part) & 1) != 0;
    }

    private long truths(int node) {
        for (int place = 0; place < tableau.parts().size(); place++) {
            if (decide(tableau.parts().get(place), node)) {
                truths[node] |= 1L << place;
            }
        }
        return truths[node];
    }

    private boolean decide(Formula part, int node) {
        int guess = tableau.temporal().indexOf(part);
        if (guess >= 0) {
            return (node >>> guess & 1) != 0;
        }
        if (part instanceof Formula.Constant f) {
            return f.value();
        }
        if (part instanceof Formula.Proposition f) {
            return f.holds().test(states.get(from[letter(node)]));
        }
        if (part instanceof Formula.Taken f) {
            return f.steps().exists(one -> one.index() == step[letter(node)]);
        }
        if (part instanceof Formula.Enabled f) {
            return isEnabled(f.steps(), node);
        }
        return Tableau.connected(part, operand -> truth(operand, node));
    }

    private boolean agree(int now, int later) {
        return tableau.agree(part -> truth(part, now), part -> truth(part, later));
    }

    private boolean fulfils(Formula part, int node) {
        return Tableau.fulfils(part, known -> truth(known, node));
    }

    // --- runs ---

    /** Whether the formula is true of every run that these assumptions admit. */
    public boolean holdsUnder(Seq<Assumption> assumptions) {
        BitSet admitted = new BitSet(truths.length);
        for (int node = 0; node < truths.length; node++) {
            int at = node;
            boolean ends = step[letter(node)] == ENDED;
            admitted.set(node, !ends || !assumptions.exists(each -> isEnabled(each.steps(), at)));
        }
        return !isFairSomewhere(reachable(admitted), assumptions);
    }

    private boolean isEnabled(Seq<Step> steps, int node) {
        return step[letter(node)] != FAILED && steps.exists(one -> enabled[from[letter(node)]].get(one.index()));
    }

    private IntStream next(int node) {
        int letter = letter(node);
        IntStream letters;
        if (step[letter] == ENDED) {
            letters = IntStream.of(letter);
        } else if (to[letter] == FAILED) {
            letters = IntStream.of(first[states.size()] + from[letter]);
        } else {
            letters = IntStream.range(first[to[letter]], first[to[letter] + 1]);
        }
        int guesses = 1 << tableau.temporal().size();
        return letters.flatMap(next -> IntStream.range(next * guesses, (next + 1) * guesses))
                .filter(later -> agree(node, later));
    }

    private BitSet reachable(BitSet within) {
        BitSet reached = new BitSet(truths.length);
        ArrayDeque<Integer> open = new ArrayDeque<>();
        for (int node = within.nextSetBit(0); node >= 0; node = within.nextSetBit(node + 1)) {
            if (from[letter(node)] < initial && step[letter(node)] != FAILED && !truth(formula, node)) {
                reached.set(node);
                open.add(node);
            }
        }
        while (!open.isEmpty()) {
            next(open.remove())
                    .filter(within::get)
                    .filter(later -> !reached.get(later))
                    .forEach(later -> {
                        reached.set(later);
                        open.add(later);
                    });
        }
        return reached;
    }

    /**
     * Whether a run can stay in a component where all is met. What is strongly owed, possible somewhere in it and never
     * done can be met only by staying where it is not possible.
     */
    private boolean isFairSomewhere(BitSet within, Seq<Assumption> assumptions) {
        for (BitSet component : components(within)) {
            boolean hopeless = tableau.temporal().stream()
                            .anyMatch(part -> component.stream().noneMatch(node -> fulfils(part, node)))
                    || assumptions.exists(each -> each.fairness() == Fairness.WEAK
                            && component.stream()
                                    .noneMatch(node -> isTaken(each, node) || !isEnabled(each.steps(), node)));
            Seq<Assumption> unmet = assumptions.filter(each -> each.fairness() == Fairness.STRONG
                    && component.stream().noneMatch(node -> isTaken(each, node))
                    && component.stream().anyMatch(node -> isEnabled(each.steps(), node)));
            if (!hopeless && unmet.isEmpty()) {
                return true;
            }
            if (!hopeless) {
                BitSet rest = new BitSet();
                component.stream()
                        .filter(node -> !unmet.exists(each -> isEnabled(each.steps(), node)))
                        .forEach(rest::set);
                if (isFairSomewhere(rest, assumptions)) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean isTaken(Assumption assumption, int node) {
        return assumption.steps().exists(one -> one.index() == step[letter(node)]);
    }

    /** The strongly connected components with a cycle, after Tarjan (1972), without recursion. */
    private List<BitSet> components(BitSet within) {
        return new Components(within).found;
    }

    /** A search for components. */
    private final class Components {
        private final List<BitSet> found = new ArrayList<>();
        private final BitSet within;
        private final int[] number = new int[truths.length];
        private final int[] low = new int[truths.length];
        private final BitSet onStack = new BitSet();
        private final ArrayDeque<Integer> stack = new ArrayDeque<>();
        private int numbered;

        /** A node whose successors are being gone through. */
        private record Visit(int node, int[] next, int[] position) {}

        Components(BitSet within) {
            this.within = within;
            Arrays.fill(number, -1);
            within.stream().filter(node -> number[node] < 0).forEach(this::from);
        }

        private void from(int root) {
            ArrayDeque<Visit> path = new ArrayDeque<>();
            path.push(begin(root));
            while (!path.isEmpty()) {
                Visit visit = path.peek();
                int position = visit.position[0]++;
                if (position < visit.next.length) {
                    int later = visit.next[position];
                    if (number[later] < 0) {
                        path.push(begin(later));
                    } else if (onStack.get(later)) {
                        low[visit.node] = Math.min(low[visit.node], number[later]);
                    }
                } else {
                    path.pop();
                    end(visit, path.peek());
                }
            }
        }

        private Visit begin(int node) {
            number[node] = numbered;
            low[node] = numbered++;
            stack.push(node);
            onStack.set(node);
            return new Visit(node, next(node).filter(within::get).toArray(), new int[1]);
        }

        private void end(Visit visit, Visit before) {
            if (before != null) {
                low[before.node] = Math.min(low[before.node], low[visit.node]);
            }
            if (low[visit.node] == number[visit.node]) {
                BitSet component = new BitSet();
                int node;
                do {
                    node = stack.pop();
                    onStack.clear(node);
                    component.set(node);
                } while (node != visit.node);
                boolean cycle =
                        component.cardinality() > 1 || IntStream.of(visit.next).anyMatch(later -> later == visit.node);
                if (cycle) {
                    found.add(component);
                }
            }
        }
    }
}
