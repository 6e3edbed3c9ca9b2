package pagelife.checker.automaton;

import java.util.BitSet;
import java.util.List;
import java.util.function.Predicate;

/**
 * Which states of an automaton lead to which, by one edge or more (Warshall, JACM 9, 1962), on bits: n^3 / 64 for n
 * states.
 */
public final class Reach {
    private final BitSet[] reached;

    private Reach(int states) {
        this.reached = new BitSet[states];
        for (int from = 0; from < states; from++) {
            reached[from] = new BitSet(states);
        }
    }

    static Reach over(List<List<Automaton.Edge>> edges, Runnable patience) {
        Reach reach = new Reach(edges.size());
        for (int from = 0; from < edges.size(); from++) {
            for (Automaton.Edge edge : edges.get(from)) {
                reach.reached[from].set(edge.target());
            }
        }
        return reach.close(patience);
    }

    /**
     * Along the edges that {@code usable} accepts.
     *
     * @param patience run now and then; what it throws ends this
     */
    public static Reach over(Automaton automaton, Predicate<Automaton.Edge> usable, Runnable patience) {
        Reach reach = new Reach(automaton.states());
        for (int from = 0; from < automaton.states(); from++) {
            for (Automaton.Edge edge : automaton.edges(from)) {
                reach.reached[from].set(edge.target(), usable.test(edge) || reach.reached[from].get(edge.target()));
            }
        }
        return reach.close(patience);
    }

    private Reach close(Runnable patience) {
        for (int via = 0; via < reached.length; via++) {
            patience.run();
            for (BitSet from : reached) {
                if (from.get(via)) {
                    from.or(reached[via]);
                }
            }
        }
        return this;
    }

    /** Whether there is a way of one edge or more. */
    public boolean leads(int from, int to) {
        return reached[from].get(to);
    }

    /** Whether both are one state, or each leads to the other. */
    public boolean isOneComponent(int one, int other) {
        return one == other || leads(one, other) && leads(other, one);
    }
}
