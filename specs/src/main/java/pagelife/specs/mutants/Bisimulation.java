package pagelife.specs.mutants;

import io.vavr.collection.Seq;
import io.vavr.control.Option;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import pagelife.checker.model.Model;

/**
 * Whether somebody who sees all cells, the calls that tasks are in, and what is told, could tell two models apart:
 * branching bisimulation that minds divergence, by refinement of a partition by signatures (Blom and Orzan, 2003). A
 * step that changes nothing that is seen may be missing in one of them, but a run may not go on with such steps for
 * ever, and not end, where one of the other does not. Models that are alike satisfy the same formulas of CTL* without
 * "next" about what is seen (De Nicola and Vaandrager, 1995).
 */
final class Bisimulation {
    /* A step that is not seen, in a signature; one that goes on forever. */
    private static final long SILENT = -1;
    private static final long FOREVER = Long.MIN_VALUE;

    private final Graph graph;
    private int[] blocks;
    private int count;

    private Bisimulation(Graph graph) {
        this.graph = graph;
        this.blocks = new int[graph.states()];
        Map<Integer, Integer> numbers = new HashMap<>();
        for (int state = 0; state < blocks.length; state++) {
            blocks[state] = numbers.computeIfAbsent(graph.look(state), look -> numbers.size());
        }
        this.count = numbers.size();
    }

    /** Whether they are alike; empty where one has more than {@code most} states. */
    static Option<Boolean> areAlike(Model one, Model other, int most) {
        Graph graph = new Graph(most);
        Option<Seq<Integer>> first = graph.add(one);
        return first.flatMap(starts -> graph.add(other).map(others -> new Bisimulation(graph).relates(starts, others)));
    }

    private boolean relates(Seq<Integer> starts, Seq<Integer> others) {
        int before;
        do {
            before = count;
            refine();
        } while (count > before && blocks(starts).equals(blocks(others)));
        return blocks(starts).equals(blocks(others));
    }

    private Set<Integer> blocks(Seq<Integer> states) {
        return states.map(state -> blocks[state]).toJavaSet();
    }

    private record Signature(int block, Set<Long> seen) {}

    private void refine() {
        Set<Long>[] seen = signatures();
        Map<Signature, Integer> numbers = new HashMap<>();
        int[] refined = new int[blocks.length];
        for (int state = 0; state < blocks.length; state++) {
            refined[state] =
                    numbers.computeIfAbsent(new Signature(blocks[state], seen[state]), signature -> numbers.size());
        }
        blocks = refined;
        count = numbers.size();
    }

    /** For each state what is seen next, and in which block, after steps within its own block that are not seen. */
    private Set<Long>[] signatures() {
        @SuppressWarnings({"unchecked", "rawtypes"}) // there are no arrays of sets of a type
        Set<Long>[] seen = new Set[blocks.length];
        boolean[] forever = forever();
        for (int state = 0; state < blocks.length; state++) {
            seen[state] = own(state);
            if (forever[state]) {
                seen[state].add(FOREVER);
            }
        }
        boolean grows = true;
        while (grows) {
            grows = false;
            for (int state = blocks.length - 1; state >= 0; state--) {
                for (Graph.Edge edge : graph.edges(state)) {
                    grows |= isInert(state, edge) && seen[state].addAll(seen[edge.to()]);
                }
            }
        }
        return seen;
    }

    private Set<Long> own(int state) {
        Set<Long> seen = new HashSet<>();
        for (Graph.Edge edge : graph.edges(state)) {
            if (!isInert(state, edge)) {
                seen.add((edge.sight() < 0 ? SILENT : edge.sight()) * blocks.length + blocks[edge.to()]);
            }
        }
        return seen;
    }

    private boolean isInert(int state, Graph.Edge edge) {
        return edge.sight() < 0 && blocks[state] == blocks[edge.to()];
    }

    /** The states from which steps within their block that are not seen can go on forever. */
    private boolean[] forever() {
        boolean[] left = new boolean[blocks.length];
        java.util.Arrays.fill(left, true);
        boolean shrinks = true;
        while (shrinks) {
            shrinks = false;
            for (int state = blocks.length - 1; state >= 0; state--) {
                if (left[state] && !goesOn(state, left)) {
                    left[state] = false;
                    shrinks = true;
                }
            }
        }
        return left;
    }

    private boolean goesOn(int state, boolean[] left) {
        for (Graph.Edge edge : graph.edges(state)) {
            if (isInert(state, edge) && left[edge.to()]) {
                return true;
            }
        }
        return false;
    }
}
