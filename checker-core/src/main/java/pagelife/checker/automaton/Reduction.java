package pagelife.checker.automaton;

import io.vavr.collection.Seq;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import pagelife.checker.automaton.Automaton.Edge;
import pagelife.checker.ltl.Formula;

/**
 * Makes an automaton smaller without changing what it accepts: drops edges that another one covers, what leads nowhere,
 * marks that say nothing, and states that do the same as another (Etessami and Holzmann, CONCUR 2000).
 */
final class Reduction {
    private List<List<Edge>> edges;
    private boolean[] accepting;
    private int marks;
    private final Runnable patience;

    Reduction(List<List<Edge>> edges, int marks, Runnable patience) {
        this.edges = edges;
        this.marks = marks;
        this.patience = patience;
        int before;
        do {
            before = this.edges.size();
            judge();
            dropCovered();
            dropDead();
            dropMarks();
            merge();
        } while (!this.edges.isEmpty() && this.edges.size() < before);
        judge();
    }

    Automaton automaton(Seq<Formula.Atom> atoms) {
        return new Automaton(atoms, edges, accepting, marks);
    }

    /** Finds out which components accept, and takes all marks from edges outside of those. */
    private void judge() {
        int[] component = components();
        boolean[] wasAccepting = accepting;
        long[] seen = new long[edges.size()];
        boolean[] cyclic = new boolean[edges.size()];
        forEachEdge((from, edge) -> {
            if (component[from] == component[edge.target()]) {
                seen[component[from]] |= edge.marks();
                cyclic[component[from]] = true;
            }
        });
        accepting = new boolean[edges.size()];
        for (int state = 0; state < accepting.length; state++) {
            boolean allowed = wasAccepting == null || wasAccepting[state];
            accepting[state] = allowed && cyclic[component[state]] && seen[component[state]] == all();
        }
        for (int state = 0; state < accepting.length; state++) {
            int from = state;
            edges.get(state)
                    .replaceAll(edge -> accepting[from] && component[from] == component[edge.target()]
                            ? edge
                            : new Edge(edge.positive(), edge.negative(), 0, edge.target()));
        }
    }

    private long all() {
        return marks == 0 ? 0 : -1L >>> Long.SIZE - marks;
    }

    private interface Visitor {
        void visit(int from, Edge edge);
    }

    private void forEachEdge(Visitor visitor) {
        for (int from = 0; from < edges.size(); from++) {
            for (Edge edge : edges.get(from)) {
                visitor.visit(from, edge);
            }
        }
    }

    /** The number of a component is that of its first state. */
    private int[] components() {
        Reach reach = Reach.over(edges, patience);
        int[] component = new int[edges.size()];
        for (int state = 0; state < component.length; state++) {
            int first = 0;
            while (!reach.isOneComponent(state, first)) {
                first++;
            }
            component[state] = first;
        }
        return component;
    }

    /** Drops an edge beside one to the same state that demands no more and carries no fewer marks. */
    private void dropCovered() {
        for (List<Edge> from : edges) {
            List<Edge> kept = new ArrayList<>();
            for (Edge edge : from) {
                patience.run();
                if (kept.stream().noneMatch(known -> covers(known, edge))) {
                    kept.removeIf(known -> covers(edge, known));
                    kept.add(edge);
                }
            }
            from.clear();
            from.addAll(kept);
        }
    }

    private static boolean covers(Edge edge, Edge other) {
        return edge.target() == other.target()
                && (edge.positive() & ~other.positive()) == 0
                && (edge.negative() & ~other.negative()) == 0
                && (other.marks() & ~edge.marks()) == 0;
    }

    private void dropDead() {
        boolean[] alive = accepting.clone();
        boolean[] changed = {true};
        while (changed[0]) {
            changed[0] = false;
            patience.run();
            forEachEdge((from, edge) -> {
                if (alive[edge.target()] && !alive[from]) {
                    alive[from] = true;
                    changed[0] = true;
                }
            });
        }
        if (!alive[Automaton.INITIAL]) {
            renumber(new int[edges.size()], Set.of());
            return;
        }
        int[] same = new int[edges.size()];
        Arrays.setAll(same, state -> state);
        Set<Integer> kept = new LinkedHashSet<>();
        for (int state = 0; state < alive.length; state++) {
            if (alive[state]) {
                kept.add(state);
            }
        }
        renumber(same, kept);
    }

    /**
     * A mark that each edge of an accepting component has which has some other mark, or that all have, says nothing.
     */
    private void dropMarks() {
        int[] component = components();
        for (int mark = marks - 1; mark >= 0; mark--) {
            if (saysNothing(mark, component)) {
                long below = (1L << mark) - 1;
                edges.forEach(from -> from.replaceAll(edge -> new Edge(
                        edge.positive(),
                        edge.negative(),
                        edge.marks() & below | edge.marks() >>> 1 & ~below,
                        edge.target())));
                marks--;
            }
        }
    }

    private boolean saysNothing(int mark, int[] component) {
        long others = all() & ~(1L << mark);
        long[] implying = {others};
        boolean[] missing = {false};
        forEachEdge((from, edge) -> {
            boolean inside = accepting[from] && component[from] == component[edge.target()];
            if (inside && (edge.marks() & 1L << mark) == 0) {
                missing[0] = true;
                implying[0] &= ~edge.marks();
            }
        });
        return !missing[0] || implying[0] != 0;
    }

    /** Merges states that have the same edges to the same classes, from the coarsest partition down. */
    private void merge() {
        int[] block = new int[edges.size()];
        int blocks = 0;
        int found = 1;
        while (found != blocks) {
            blocks = found;
            patience.run();
            int[] old = block.clone();
            Map<Object, Integer> signatures = new HashMap<>();
            for (int state = 0; state < block.length; state++) {
                Set<Edge> signature = new LinkedHashSet<>();
                for (Edge edge : edges.get(state)) {
                    signature.add(new Edge(edge.positive(), edge.negative(), edge.marks(), old[edge.target()]));
                }
                Object key = List.of(old[state], accepting[state], Set.copyOf(signature));
                Integer known = signatures.putIfAbsent(key, signatures.size());
                block[state] = known == null ? signatures.size() - 1 : known;
            }
            found = signatures.size();
        }
        int[] first = new int[blocks];
        Arrays.fill(first, -1);
        int[] into = new int[block.length];
        Set<Integer> kept = new LinkedHashSet<>();
        for (int state = 0; state < block.length; state++) {
            if (first[block[state]] < 0) {
                first[block[state]] = state;
                kept.add(state);
            }
            into[state] = first[block[state]];
        }
        renumber(into, kept);
    }

    /** Keeps some states, after leading edges to {@code into[target]}; then drops what cannot be reached. */
    private void renumber(int[] into, Set<Integer> kept) {
        Map<Integer, Integer> numbers = new LinkedHashMap<>();
        List<Integer> queue = new ArrayList<>();
        if (kept.contains(Automaton.INITIAL)) {
            numbers.put(Automaton.INITIAL, 0);
            queue.add(Automaton.INITIAL);
        }
        List<List<Edge>> made = new ArrayList<>();
        for (int i = 0; i < queue.size(); i++) {
            Set<Edge> from = new LinkedHashSet<>();
            for (Edge edge : edges.get(queue.get(i))) {
                int target = into[edge.target()];
                if (kept.contains(target)) {
                    if (numbers.putIfAbsent(target, numbers.size()) == null) {
                        queue.add(target);
                    }
                    from.add(new Edge(edge.positive(), edge.negative(), edge.marks(), numbers.get(target)));
                }
            }
            made.add(new ArrayList<>(from));
        }
        boolean[] stillAccepting = new boolean[queue.size()];
        for (int i = 0; i < stillAccepting.length; i++) {
            stillAccepting[i] = accepting[queue.get(i)];
        }
        edges = made;
        accepting = stillAccepting;
    }
}
