package pagelife.specs.mutants;

import io.vavr.collection.Seq;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import pagelife.checker.model.Model;
import pagelife.checker.model.Move;
import pagelife.checker.model.State;

/** Graphs of states, compared transition by transition. */
final class Graphs {
    private Graphs() {}

    /** A transition of one of two models that have the same cells and steps. */
    private record Edge(Seq<Object> from, int step, Seq<Object> to) {}

    /**
     * Whether two models have the same transitions between the same states. Both are walked at once, so that the first
     * difference ends it.
     */
    static boolean areEqual(Model one, Model other) {
        if (!values(one.initialStates()).equals(values(other.initialStates()))) {
            return false;
        }
        Set<Seq<Object>> known = new HashSet<>();
        Deque<State[]> waiting = new ArrayDeque<>();
        for (int i = 0; i < one.initialStates().size(); i++) {
            waiting.add(new State[] {
                one.initialStates().get(i), other.initialStates().get(i)
            });
        }
        while (!waiting.isEmpty()) {
            State[] pair = waiting.remove();
            if (known.add(values(pair[0])) && !follow(pair, waiting)) {
                return false;
            }
        }
        return true;
    }

    private static boolean follow(State[] pair, Deque<State[]> waiting) {
        List<Move> left = Move.in(pair[0]).toJavaList();
        List<Move> right = Move.in(pair[1]).toJavaList();
        if (left.size() != right.size()) {
            return false;
        }
        for (int i = 0; i < left.size(); i++) {
            if (!edge(left.get(i)).equals(edge(right.get(i)))) {
                return false;
            }
            waiting.add(new State[] {left.get(i).to(), right.get(i).to()});
        }
        return true;
    }

    private static Edge edge(Move move) {
        return new Edge(values(move.from()), move.step().index(), values(move.to()));
    }

    private static Seq<Object> values(State state) {
        return state.model().cells().map(cell -> (Object) state.read(cell));
    }

    private static Seq<Seq<Object>> values(Seq<State> states) {
        return states.map(Graphs::values);
    }
}
