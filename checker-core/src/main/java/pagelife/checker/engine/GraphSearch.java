package pagelife.checker.engine;

import io.vavr.collection.Vector;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jgrapht.Graph;
import org.jgrapht.graph.DirectedPseudograph;
import pagelife.checker.engine.runs.Exploration;
import pagelife.checker.graph.ExploredGraph;
import pagelife.checker.graph.LastStates;
import pagelife.checker.graph.TakenStep;
import pagelife.checker.graph.TooLarge;
import pagelife.checker.liveness.Halt;
import pagelife.checker.liveness.Rows;
import pagelife.checker.liveness.StateSet;
import pagelife.checker.model.Model;
import pagelife.checker.model.State;
import pagelife.checker.result.StepUses;
import pagelife.checker.result.Stop;
import pagelife.checker.search.Limits;
import pagelife.checker.search.Options;

/** Explores a model and turns what it finds into a graph of boxed states. */
public final class GraphSearch {
    private final Exploration found;
    private final int mostStates;
    private final Model model;
    private final Graph<State, TakenStep> graph = new DirectedPseudograph<>(TakenStep.class);
    private final Map<Integer, State> states = new HashMap<>();
    private final ArrayDeque<Integer> queue = new ArrayDeque<>();
    private boolean complete = true;

    /** An edge from the state in hand. */
    private record Hop(int step, int target) {}

    private GraphSearch(Exploration found, int mostStates) {
        this.found = found;
        this.model = found.memo().cells().model();
        this.mostStates = mostStates;
    }

    /** See {@code Checker.graph}. */
    public static Either<TooLarge, ExploredGraph> explore(Model model, Options options, int mostEdges) {
        // so many states have too many edges, so that a large model is not explored in vain
        Limits limits = options.limits();
        long most = Math.min(limits.states(), mostEdges + 1L);
        Search search = new Search(
                model,
                Vector.empty(),
                options.withLimits(limits.withStates(most)).withSymmetric(false));
        return search.run((rounds, ended) -> {
            if (rounds.transitions() > mostEdges || rounds.states() > mostEdges) {
                return Either.left(new TooLarge(rounds.states(), rounds.transitions(), mostEdges));
            }
            return Either.right(new GraphSearch(search.exploration(rounds), Integer.MAX_VALUE).graph());
        });
    }

    /** See {@code Checker.firstStates}. */
    public static ExploredGraph exploreFirst(Model model, int mostStates) {
        Limits limits = Limits.NONE.withStates(mostStates);
        Search search = new Search(model, Vector.empty(), Options.DEFAULT.withLimits(limits));
        return search.run((rounds, ended) -> new GraphSearch(search.exploration(rounds), mostStates).graph());
    }

    /** See {@code Checker.lastStates}. */
    public static Option<LastStates> last(Model model, Options options) {
        Search search = new Search(model, Vector.empty(), options.withSymmetric(false));
        try {
            return search.run((rounds, ended) ->
                    Option.when(ended == Stop.COMPLETE, () -> last(rounds.states(), search.exploration(rounds))));
        } catch (Halt halt) {
            return Option.none();
        }
    }

    /** See {@code Checker.uses}. */
    public static StepUses uses(Model model, Options options) {
        Search search = new Search(
                model, Vector.empty(), options.withStopWhenDecided(false).withSymmetric(false));
        return search.run((rounds, ended) -> new StepUses(search.uses(), rounds.states(), ended == Stop.COMPLETE));
    }

    private static LastStates last(long states, Exploration found) {
        Vector<State> last = Vector.empty();
        StateSet all = found.graph().states();
        for (int state = all.next(0); state >= 0; state = all.next(state + 1)) {
            if (found.graph().rows().isEmpty(state)) {
                last = last.append(found.memo().cells().box(found.ids(state)));
            }
        }
        return new LastStates(states, last);
    }

    private ExploredGraph graph() {
        Vector<State> initial =
                Vector.ofAll(found.graph().initial()).filter(this::isVertex).map(states::get);
        while (!queue.isEmpty()) {
            int from = queue.remove();
            for (Hop hop : hops(from)) {
                if (isVertex(hop.target)) {
                    State to = states.get(hop.target);
                    graph.addEdge(
                            states.get(from), to, new TakenStep(model.steps().get(hop.step)));
                }
            }
        }
        return new ExploredGraph(graph, initial, complete);
    }

    /** Makes a vertex of a state unless it is one; false if it is one too many, or was never seen. */
    private boolean isVertex(int state) {
        if (states.containsKey(state)) {
            return true;
        }
        if (state == Rows.UNKNOWN || states.size() == mostStates) {
            complete = false;
            return false;
        }
        State boxed = found.memo().cells().box(found.ids(state));
        states.put(state, boxed);
        graph.addVertex(boxed);
        queue.add(state);
        return true;
    }

    private List<Hop> hops(int from) {
        List<Hop> hops = new ArrayList<>();
        found.graph().rows().forEach(from, (step, target) -> {
            if (target == Rows.UNKNOWN) {
                complete = false;
            } else {
                hops.add(new Hop(step, target == Rows.FAILED ? from : target));
            }
        });
        hops.sort(Comparator.comparingInt(Hop::step)
                .thenComparing((left, right) -> found.graph().order().applyAsInt(left.target, right.target)));
        return hops;
    }
}
