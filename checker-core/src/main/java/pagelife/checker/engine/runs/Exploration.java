package pagelife.checker.engine.runs;

import io.vavr.collection.Seq;
import java.util.Arrays;
import pagelife.checker.engine.code.Effect;
import pagelife.checker.engine.code.Execution;
import pagelife.checker.engine.code.Memo;
import pagelife.checker.engine.explore.Budget;
import pagelife.checker.engine.explore.Rounds;
import pagelife.checker.engine.store.PackedStates;
import pagelife.checker.engine.store.StateIndex;
import pagelife.checker.liveness.Halt;
import pagelife.checker.liveness.Rows;
import pagelife.checker.liveness.StateGraph;
import pagelife.checker.liveness.StateSet;
import pagelife.checker.ltl.Formula;
import pagelife.checker.model.Model;
import pagelife.checker.model.ModelException;

/**
 * What a search leaves behind, as a graph: states have numbers, edges are made on demand.
 *
 * @param graph the graph
 * @param states the states by number
 * @param memo what is known of the model's code
 */
public record Exploration(StateGraph graph, PackedStates states, Memo memo) {
    /** Bytes a state, beside its words, for what is made of every state. */
    private static final int BYTES_PER_STATE = Integer.BYTES;

    /** The graph of all that was explored; a {@link Halt} if that takes more memory than allowed. */
    public static Exploration of(Rounds rounds, Memo memo, Budget budget, Seq<Formula.Proposition> propositions) {
        Model model = memo.cells().model();
        long found = rounds.states();
        long bytes = rounds.levels().bytes()
                + found * (rounds.levels().words() * Long.BYTES + BYTES_PER_STATE)
                + StateIndex.bytes(found);
        if (found >= Integer.MAX_VALUE / 2 || !budget.allows(bytes)) {
            throw new Halt(Halt.Reason.MEMORY);
        }
        PackedStates states = new PackedStates(rounds.levels());
        StateIndex index = StateIndex.of(states);
        RowMaker maker = new RowMaker(memo, states, index, rounds.walker());
        Rows rows = new Rows(states.size(), model.steps().size(), maker);
        StateGraph graph = new StateGraph(
                StateSet.below(states.size()),
                initial(states.words(), memo, index),
                rows,
                new Propositions(memo, states).evaluate(propositions),
                (left, right) -> memo.cells().compare(ids(memo, states, left), ids(memo, states, right)),
                () -> budget.reached(0).isDefined() || !budget.allows(bytes + rows.bytes()));
        return new Exploration(graph, states, memo);
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
        return execution.effects(memo.steps()[step], from).stream()
                .filter(effect -> Arrays.equals(Execution.apply(effect, from), to))
                .findFirst()
                .orElseThrow(() -> new ModelException("model " + memo.cells().model() + ": " + memo.steps()[step]
                        + " did something when it was explored that it does not do when executed"
                        + " again: a step may depend on"
                        + " what it reads through its view only; remove clocks, statics, randomness"
                        + " and identity hashes"));
    }
}
