package pagelife.checker.graph;

/**
 * Why there is no graph.
 *
 * @param states the states counted before giving up
 * @param edges the edges counted before giving up
 * @param mostEdges the most that were asked for
 */
public record TooLarge(long states, long edges, int mostEdges) {
    /** What to tell the user. */
    public String sentence() {
        return "the graph has at least " + states + " states and " + edges + " edges, and more than " + mostEdges
                + " edges are not allowed: choose smaller bounds, or allow for more edges";
    }
}
