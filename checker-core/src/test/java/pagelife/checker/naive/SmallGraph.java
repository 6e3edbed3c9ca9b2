package pagelife.checker.naive;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.stream.IntStream;
import pagelife.checker.ltl.Formula;

/**
 * A state graph to be looked at by definition.
 *
 * @param states how many states
 * @param initial the initial ones
 * @param edges the edges
 * @param truths where propositions are true
 */
public record SmallGraph(
        int states, List<Integer> initial, List<Edge> edges, BiPredicate<Formula.Proposition, Integer> truths) {
    /** The step of a run that has ended. */
    public static final int NO_STEP = -1;

    /** An edge; also the letter that a run has at a position: its state, and the step taken from it. */
    public record Edge(int from, int step, int to) {}

    /** The states that can be reached. */
    public Set<Integer> reachable() {
        Set<Integer> reached = new TreeSet<>(initial);
        for (int round = 0; round < states; round++) {
            edges.stream().filter(edge -> reached.contains(edge.from)).forEach(edge -> reached.add(edge.to));
        }
        return reached;
    }

    /** Whether one of these steps, by index, is possible. */
    boolean enables(int state, IntStream steps) {
        return steps.anyMatch(step -> edges.stream().anyMatch(edge -> edge.from == state && edge.step == step));
    }

    /** Whether an atom is true where this edge is taken. */
    boolean truth(Formula.Atom atom, Edge at) {
        if (atom instanceof Formula.Proposition proposition) {
            return truths.test(proposition, at.from);
        }
        if (atom instanceof Formula.Taken taken) {
            return taken.steps().exists(step -> step.index() == at.step);
        }
        Formula.Enabled enabled = (Formula.Enabled) atom;
        return enables(at.from, enabled.steps().toJavaStream().mapToInt(step -> step.index()));
    }
}
