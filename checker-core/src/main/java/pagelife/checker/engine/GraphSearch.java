package pagelife.checker.engine;

import io.vavr.collection.Vector;
import io.vavr.control.Either;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jgrapht.Graph;
import org.jgrapht.graph.DirectedPseudograph;
import pagelife.checker.graph.ExploredGraph;
import pagelife.checker.graph.TakenStep;
import pagelife.checker.graph.TooLarge;
import pagelife.checker.liveness.Rows;
import pagelife.checker.model.Model;
import pagelife.checker.model.State;
import pagelife.checker.result.Stop;
import pagelife.checker.search.Limits;
import pagelife.checker.search.Options;

/** Explores a model and turns what it finds into a graph of boxed states. */
public final class GraphSearch {
    private final Exploration found;
    private final Model model;
    private final Graph<State, TakenStep> graph = new DirectedPseudograph<>(TakenStep.class);
    private final Map<Integer, State> states = new HashMap<>();
    private final ArrayDeque<Integer> queue = new ArrayDeque<>();

    /** An edge from the state in hand. */
    private record Hop(int step, int target) {}

    private GraphSearch(Exploration found) {
        this.found = found;
        this.model = found.memo().cells().model();
    }

    /** See {@link ExploredGraph#of}. */
    public static Either<TooLarge, ExploredGraph> explore(Model model, Options options, int mostEdges) {
        // so many states have too many edges, so that a large model is not explored in vain
        Limits limits = options.limits();
        long most = Math.min(limits.states(), mostEdges + 1L);
        Search search = new Search(model, Vector.empty(), options.withLimits(limits.withStates(most)));
        return search.run((rounds, stop) -> {
            if (rounds.transitions() > mostEdges || rounds.states() > mostEdges) {
                return Either.left(new TooLarge(rounds.states(), rounds.transitions(), mostEdges));
            }
            return Either.right(new GraphSearch(search.exploration(rounds)).graph(stop));
        });
    }

    private ExploredGraph graph(Stop stop) {
        Vector<State> initial = Vector.ofAll(found.graph().initial()).map(this::vertex);
        while (!queue.isEmpty()) {
            int from = queue.remove();
            for (Hop hop : hops(from)) {
                State to = vertex(hop.target);
                graph.addEdge(states.get(from), to, new TakenStep(model.steps().get(hop.step)));
            }
        }
        return new ExploredGraph(graph, initial, stop == Stop.COMPLETE);
    }

    private State vertex(int state) {
        return states.computeIfAbsent(state, fresh -> {
            State boxed = found.memo().cells().box(found.ids(fresh));
            graph.addVertex(boxed);
            queue.add(fresh);
            return boxed;
        });
    }

    private List<Hop> hops(int from) {
        List<Hop> hops = new ArrayList<>();
        found.graph().rows().forEach(from, (step, target) -> {
            if (target != Rows.UNKNOWN) {
                hops.add(new Hop(step, target));
            }
        });
        hops.sort(Comparator.comparingInt(Hop::step)
                .thenComparing((left, right) -> found.graph().order().applyAsInt(left.target, right.target)));
        return hops;
    }
}
