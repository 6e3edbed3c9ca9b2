package pagelife.checker.search;

import org.jgrapht.graph.DirectedPseudograph;
import pagelife.checker.engine.Grapher;
import pagelife.checker.model.Model;
import pagelife.checker.model.State;
import pagelife.checker.model.Step;

/**
 * The states of a small model and the steps between them as a graph, for components, cycles, paths and pictures. Two states
 * may have several edges between them, and a state one to itself. Every state takes some hundred bytes: it is meant for
 * models that fit on a page.
 *
 * @param graph the states and the steps between them, in breadth-first order
 * @param complete whether these are all states; else those that were found first
 */
public record ExploredGraph(DirectedPseudograph<State, Edge> graph, boolean complete) {

    /** A step taken somewhere. An object of its own: the same step may be taken in many states. */
    public static final class Edge {
        private final Step step;

        /** An occurrence of {@code step}. */
        public Edge(Step step) {
            this.step = step;
        }

        /** The step taken. */
        public Step step() {
            return step;
        }

        @Override
        public String toString() {
            return step.toString();
        }
    }

    /** The graph of {@code model}, or its first {@code mostStates} states and the edges between them. */
    public static ExploredGraph of(Model model, int mostStates) {
        return new Grapher(model, mostStates).explore();
    }
}
