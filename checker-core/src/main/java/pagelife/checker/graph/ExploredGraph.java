package pagelife.checker.graph;

import io.vavr.collection.Seq;
import org.jgrapht.Graph;
import pagelife.checker.model.State;

/**
 * The reachable states of a model and the steps between them. Vertices and edges are in an order that is the same in
 * every run: breadth-first, then by step.
 *
 * <p>JGraphT takes some 270 bytes an edge, so this is for small models; its {@code GabowStrongConnectivityInspector} is
 * recursive and overflows the stack on long cycles, {@code KosarajuStrongConnectivityInspector} is not.
 *
 * @param graph the states, and an edge for each way a step can be taken; mutable, and nobody else's
 * @param initial the initial states
 * @param complete whether every reachable state is there; if not, a limit stopped the search, and steps to other states
 *     are missing
 */
public record ExploredGraph(Graph<State, TakenStep> graph, Seq<State> initial, boolean complete) {
    /** A graph above this many edges can be neither drawn nor read. */
    public static final int USUAL_EDGES = 100_000;
}
