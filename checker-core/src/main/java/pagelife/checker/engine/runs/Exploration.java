package pagelife.checker.engine.runs;

import io.vavr.collection.Seq;
import io.vavr.control.Option;
import java.util.Arrays;
import pagelife.checker.engine.code.Effect;
import pagelife.checker.engine.code.Execution;
import pagelife.checker.engine.code.Memo;
import pagelife.checker.engine.explore.Budget;
import pagelife.checker.engine.explore.Rounds;
import pagelife.checker.engine.store.PackedStates;
import pagelife.checker.engine.store.StateIndex;
import pagelife.checker.engine.store.Vault;
import pagelife.checker.liveness.Halt;
import pagelife.checker.liveness.Rows;
import pagelife.checker.liveness.StateGraph;
import pagelife.checker.liveness.StateSet;
import pagelife.checker.ltl.Formula;
import pagelife.checker.model.ModelException;

/**
 * What a search leaves behind, as a graph: states have numbers, edges are made on demand. States and edges are kept in
 * memory as long as there is room for all of them; else, where the search has a disk, in files, and 15 bytes a state in
 * memory.
 *
 * @param graph the graph
 * @param states the states by number
 * @param memo what is known of the model's code
 */
public record Exploration(StateGraph graph, PackedStates states, Memo memo) {
    /** Bytes a state, beside its words, for what is made of every state. */
    private static final int BYTES_PER_STATE = Integer.BYTES;

    /** Bytes an edge. */
    private static final int BYTES_PER_EDGE = Integer.BYTES + Character.BYTES;

    /** Bytes a state of the numbers that the search for components gives. */
    private static final int BYTES_PER_NODE = Integer.BYTES;

    /** The pages of edges in memory: of 4 KiB, as many as an eighth of the limit allows for, but not more than these. */
    private static final long MOST_PAGES = 1 << 14;

    private static final long FEWEST_PAGES = 1 << 3;
    private static final int PAGE_BYTES = 1 << 12;

    /** What is kept where, and how many bytes of it in memory, edges not counted. */
    private record Kept(PackedStates states, StateIndex index, Option<Rows.Edges> edges, long bytes) {}

    /**
     * The graph of all that was explored; a {@link Halt} if that takes more memory than allowed.
     *
     * @param closed whether every successor of a state is among them
     */
    public static Exploration of(
            Rounds rounds, Memo memo, Budget budget, Seq<Formula.Proposition> propositions, boolean closed) {
        Kept kept = keep(rounds, budget, closed);
        PackedStates states = kept.states;
        StateIndex index = kept.index;
        RowMaker maker = new RowMaker(memo, states, index, rounds.walker());
        int steps = memo.cells().model().steps().size();
        Rows rows = kept.edges
                .map(edges -> new Rows(states.size(), steps, maker, edges))
                .getOrElse(() -> new Rows(states.size(), steps, maker));
        StateGraph graph = new StateGraph(
                StateSet.below(states.size()),
                initial(states.words(), memo, index),
                rows,
                new Propositions(memo, states).evaluate(propositions),
                (left, right) -> memo.cells().compare(ids(memo, states, left), ids(memo, states, right)),
                () -> budget.reached(0).isDefined() || !budget.allows(kept.bytes + rows.bytes()));
        return new Exploration(graph, states, memo);
    }

    private static Kept keep(Rounds rounds, Budget budget, boolean closed) {
        long found = rounds.states();
        if (found >= Integer.MAX_VALUE / 2) {
            throw new Halt(Halt.Reason.MEMORY);
        }
        long bytes = rounds.levels().bytes()
                + found * (rounds.levels().words() * Long.BYTES + BYTES_PER_STATE)
                + StateIndex.bytes(found);
        boolean fits = budget.allows(bytes + rounds.transitions() * BYTES_PER_EDGE);
        if (!fits && rounds.vault().isDefined()) {
            return keepInFiles(rounds, budget, closed);
        }
        requireRoom(budget, bytes);
        PackedStates states = PackedStates.inMemory(rounds.levels());
        return new Kept(states, StateIndex.of(states), Option.none(), bytes - BYTES_PER_STATE * found);
    }

    private static Kept keepInFiles(Rounds rounds, Budget budget, boolean closed) {
        long found = rounds.states();
        long bytes = StateIndex.bytesOfFile(found) + found * (BYTES_PER_STATE + BYTES_PER_NODE);
        requireRoom(budget, bytes);
        rounds.putAway();
        Vault vault = rounds.vault().get();
        PackedStates states = PackedStates.inFile(rounds.levels(), vault);
        StateIndex index = StateIndex.ofFile(states, closed);
        long spare = budget.spare(bytes) / PAGE_BYTES / 8;
        long pages = Long.highestOneBit(Math.max(FEWEST_PAGES, Math.min(MOST_PAGES, spare)));
        Rows.Edges edges = new FiledEdges(vault.pages("edges", 1, (int) pages));
        return new Kept(states, index, Option.some(edges), bytes - BYTES_PER_STATE * found);
    }

    private static void requireRoom(Budget budget, long bytes) {
        if (!budget.allows(bytes)) {
            throw new Halt(Halt.Reason.MEMORY);
        }
    }

    private static int[] initial(int words, Memo memo, StateIndex index) {
        long[] packed = new long[words];
        return memo.cells()
                .model()
                .initialStates()
                .map(state -> {
                    memo.layout().pack(memo.cells().intern(state), packed, 0);
                    return index.find(packed, 0);
                })
                .toJavaStream()
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** The ids of the state of this number. */
    public int[] ids(int state) {
        return ids(memo, states, state);
    }

    private static int[] ids(Memo memo, PackedStates states, int state) {
        int[] ids = new int[memo.cells().count()];
        memo.layout().unpack(states.chunkOf(state), states.offsetOf(state), ids);
        return ids;
    }

    /** What {@code step} does on the way from one state to another, by the model's own code. */
    Effect effect(int step, int[] from, int[] to, Execution execution) {
        return effect(step, from, to, false, execution);
    }

    /** The same of a step that fails, or does not. */
    Effect effect(int step, int[] from, int[] to, boolean fails, Execution execution) {
        return execution.effects(memo.steps()[step], from).stream()
                .filter(effect -> effect.fails() == fails && Arrays.equals(Execution.apply(effect, from), to))
                .findFirst()
                .orElseThrow(() -> new ModelException("model " + memo.cells().model() + ": " + memo.steps()[step]
                        + " did something when it was explored that it does not do when executed"
                        + " again: a step may depend on"
                        + " what it reads through its view only; remove clocks, statics, randomness"
                        + " and identity hashes"));
    }
}
