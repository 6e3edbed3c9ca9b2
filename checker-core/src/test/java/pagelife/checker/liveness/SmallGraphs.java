package pagelife.checker.liveness;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import pagelife.checker.naive.SmallGraph;
import pagelife.checker.naive.SmallGraph.Edge;

/** Small graphs, all of a kind; state 0 is the initial one. */
final class SmallGraphs {
    private SmallGraphs() {}

    /** All graphs of 2 states where each pair has any of two steps of two actors, with p and q true anywhere. */
    static Stream<SmallGraph> ofTwoStates() {
        return IntStream.range(0, 1 << 12).mapToObj(SmallGraphs::ofTwoStates);
    }

    /** One of them, by the 12 bits of {@code code}. */
    static SmallGraph ofTwoStates(int code) {
        List<Edge> edges = new ArrayList<>();
        for (int bit = 0; bit < 8; bit++) {
            if ((code >>> bit & 1) != 0) {
                edges.add(new Edge(bit & 1, (bit & 4) == 0 ? 0 : 2, bit >>> 1 & 1));
            }
        }
        return graph(2, edges, code >>> 8 & 3, code >>> 10 & 3);
    }

    /** Graphs of 3 states where each pair has no step, one of a, or one of b; one graph in so many. */
    static Stream<SmallGraph> ofThreeStates(int every) {
        return IntStream.range(0, 19683).filter(code -> code % every == 0).mapToObj(code -> {
            List<Edge> edges = new ArrayList<>();
            int rest = code;
            for (int pair = 0; pair < 9; pair++) {
                if (rest % 3 > 0) {
                    edges.add(new Edge(pair / 3, rest % 3, pair % 3));
                }
                rest /= 3;
            }
            return graph(3, edges, code * 7 >>> 3 & 7, code * 5 >>> 2 & 7);
        });
    }

    /**
     * All sets of edges between 4 states; which step an edge is, and where p and q are true, varies from graph to
     * graph.
     */
    static Stream<SmallGraph> ofFourStates(int every) {
        return IntStream.range(0, 1 << 16).filter(code -> code % every == 0).mapToObj(code -> {
            List<Edge> edges = new ArrayList<>();
            for (int pair = 0; pair < 16; pair++) {
                if ((code >>> pair & 1) != 0) {
                    edges.add(new Edge(pair >>> 2, (pair * 5 + code / every) % 3, pair & 3));
                }
            }
            return graph(4, edges, code * 11 >>> 4 & 15, code * 3 >>> 1 & 15);
        });
    }

    private static SmallGraph graph(int states, List<Edge> edges, int p, int q) {
        return new SmallGraph(
                states,
                List.of(0),
                edges,
                (proposition, state) -> ((proposition.name().equals("p") ? p : q) >>> state & 1) != 0);
    }
}
