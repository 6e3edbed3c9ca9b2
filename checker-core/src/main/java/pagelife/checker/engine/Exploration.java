package pagelife.checker.engine;

import io.vavr.collection.Seq;
import pagelife.checker.liveness.Halt;
import pagelife.checker.liveness.Rows;
import pagelife.checker.liveness.StateGraph;
import pagelife.checker.ltl.Formula;
import pagelife.checker.model.Model;

/**
 * What a search leaves behind, as a graph: states have numbers, edges are made on demand.
 *
 * @param graph the graph
 * @param index from states to numbers and back
 * @param memo what is known of the model's code
 */
record Exploration(StateGraph graph, StateIndex index, Memo memo) {

    /** The graph of all that was explored; a {@link Halt} if that takes more memory than allowed. */
    static Exploration of(Rounds rounds, Memo memo, Budget budget, Seq<Formula.Proposition> propositions) {
        Levels levels = rounds.levels();
        Model model = memo.cells().model();
        long capacity = levels.bytes() / levels.words() / Long.BYTES;
        if (capacity >= Integer.MAX_VALUE || !budget.allows(levels.bytes() + StateIndex.bytes(rounds.states()))) {
            throw new Halt(Halt.Reason.MEMORY);
        }
        StateIndex index = StateIndex.of(levels, (int) capacity, rounds.states());
        Rows rows = new Rows((int) capacity, model.steps().size(), new RowMaker(memo, index, rounds.walker()));
        StateGraph graph = new StateGraph(
                index.states(),
                initial(levels.words(), memo, index),
                rows,
                new Propositions(memo, index).evaluate(propositions),
                (left, right) -> memo.cells().compare(ids(memo, index, left), ids(memo, index, right)),
                () -> budget.reached(0).isPresent() || !budget.allows(levels.bytes() + rows.bytes()));
        return new Exploration(graph, index, memo);
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
    int[] ids(int state) {
        return ids(memo, index, state);
    }

    private static int[] ids(Memo memo, StateIndex index, int state) {
        int[] ids = new int[memo.cells().count()];
        memo.layout().unpack(index.chunkOf(state), index.offsetOf(state), ids);
        return ids;
    }
}
