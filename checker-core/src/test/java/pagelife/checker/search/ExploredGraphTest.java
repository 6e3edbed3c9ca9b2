package pagelife.checker.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.jgrapht.Graph;
import org.jgrapht.alg.connectivity.KosarajuStrongConnectivityInspector;
import org.jgrapht.alg.shortestpath.BFSShortestPath;
import org.junit.jupiter.api.Test;
import pagelife.checker.Checker;
import pagelife.checker.graph.ExploredGraph;
import pagelife.checker.graph.LastStates;
import pagelife.checker.graph.TakenStep;
import pagelife.checker.graph.TooLarge;
import pagelife.checker.ltl.Formulas;
import pagelife.checker.model.Fairness;
import pagelife.checker.model.Model;
import pagelife.checker.model.Move;
import pagelife.checker.model.State;
import pagelife.checker.naive.NaiveSearch;
import pagelife.checker.property.Temporal;
import pagelife.checker.result.Verdict;

class ExploredGraphTest {
    @Provide
    Arbitrary<RandomModel> models() {
        return RandomModel.any();
    }

    private static ExploredGraph graph(Model model) {
        return Checker.graph(model, Options.DEFAULT, ExploredGraph.USUAL_EDGES).get();
    }

    @Property(tries = 200)
    void theGraphIsWhatTheNaiveSearchSees(@ForAll("models") RandomModel random) {
        Model model = random.make().model();
        NaiveSearch naive = new NaiveSearch(model, List.of());
        ExploredGraph explored = graph(model);
        assertTrue(explored.complete());
        assertEquals(naive.depths().keySet(), explored.graph().vertexSet());
        assertEquals(naive.transitions(), explored.graph().edgeSet().size());
        BFSShortestPath<State, ?> paths = new BFSShortestPath<>(explored.graph());
        State initial = explored.initial().get(0);
        naive.depths()
                .forEach((state, depth) ->
                        assertEquals(depth, paths.getPath(initial, state).getLength()));
    }

    /** So does the model's own code, asked through what a claim sees of a state. */
    @Property(tries = 200)
    void theLastStatesAreThoseThatNoEdgeLeaves(@ForAll("models") RandomModel random) {
        Model model = random.make().model();
        Graph<State, TakenStep> graph = graph(model).graph();
        LastStates found = Checker.lastStates(model, Options.DEFAULT).get();
        Set<State> ends = graph.vertexSet().stream()
                .filter(state -> graph.outDegreeOf(state) == 0)
                .collect(Collectors.toSet());
        assertEquals(ends, found.last().toJavaSet());
        assertEquals(graph.vertexSet().size(), found.states());
        graph.vertexSet()
                .forEach(state -> assertEquals(
                        ends.contains(state), !model.steps().exists(step -> Move.isPossible(state::read, step))));
    }

    @Test
    void theLastStatesAreNotKnownWhereALimitStopsTheSearch() {
        Model model = twoSteps();
        Limits one = Limits.NONE.withStates(1);
        assertEquals(Option.none(), Checker.lastStates(model, Options.DEFAULT.withLimits(one)));
    }

    /** Without fairness but for going on, something happens forever exactly if it does so on some cycle. */
    @Property(tries = 200)
    void aCycleOfTheGraphIsARunWithoutEnd(@ForAll("models") RandomModel random) {
        Model model = random.make().model();
        ExploredGraph explored = graph(model);
        boolean cyclic = new KosarajuStrongConnectivityInspector<>(explored.graph())
                        .stronglyConnectedSets().stream().anyMatch(component -> component.size() > 1)
                || explored.graph().edgeSet().stream()
                        .anyMatch(edge -> explored.graph().getEdgeSource(edge)
                                == explored.graph().getEdgeTarget(edge));
        Temporal ends = Temporal.of("it ends", "every run ends", Formulas.eventually(Formulas.stuck(model)))
                .under(pagelife.checker.ltl.Assumptions.NONE.with("all", Fairness.WEAK));
        Verdict verdict = Checker.check(model, Vector.of(ends), Options.DEFAULT)
                .findings()
                .get(0)
                .verdict();
        assertEquals(cyclic ? Verdict.VIOLATED : Verdict.HOLDS, verdict);
    }

    /** Nothing but known states and known steps, and of those all. */
    @Property(tries = 200)
    void theFirstStatesArePartOfTheWhole(
            @ForAll("models") RandomModel random, @ForAll @IntRange(min = 1, max = 9) int most) {
        Model model = random.make().model();
        ExploredGraph whole = graph(model);
        ExploredGraph first = Checker.firstStates(model, most);
        int states = whole.graph().vertexSet().size();
        assertEquals(Math.min(most, states), first.graph().vertexSet().size());
        assertEquals(most >= states, first.complete());
        assertTrue(whole.graph().vertexSet().containsAll(first.graph().vertexSet()));
        for (State from : first.graph().vertexSet()) {
            for (State to : first.graph().vertexSet()) {
                int edges = first.graph().getAllEdges(from, to).size();
                assertTrue(edges <= whole.graph().getAllEdges(from, to).size());
            }
        }
    }

    @Test
    void aLargeGraphIsRefusedInWords() {
        TooLarge refusal = Checker.graph(twoSteps(), Options.DEFAULT, 1).getLeft();
        assertEquals(
                "the graph has at least 2 states and 1 edges, and more than 1 edges are not allowed:"
                        + " choose smaller bounds, or allow for more edges",
                refusal.sentence());
    }

    private static Model twoSteps() {
        RandomModel two = new RandomModel(
                List.of(
                        new RandomModel.Rule(0, 0, 0, 1, List.of(0), RandomModel.Kind.STEP),
                        new RandomModel.Rule(0, 1, 0, 0, List.of(0), RandomModel.Kind.STEP)),
                List.of(Fairness.NONE, Fairness.NONE));
        return two.make().model();
    }
}
