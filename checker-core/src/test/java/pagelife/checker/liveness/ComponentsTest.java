package pagelife.checker.liveness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.fail;

import io.vavr.collection.Vector;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jgrapht.Graph;
import org.jgrapht.alg.connectivity.KosarajuStrongConnectivityInspector;
import org.jgrapht.graph.DefaultEdge;
import org.jgrapht.graph.DirectedPseudograph;
import org.junit.jupiter.api.Test;
import pagelife.checker.automaton.Translation;
import pagelife.checker.ltl.Assumption;
import pagelife.checker.ltl.Formulas;
import pagelife.checker.naive.SmallGraph;

class ComponentsTest {
    /** An automaton that accepts everything has one state, so that the product is the graph. */
    private static Set<Set<Integer>> components(SmallGraph graph) {
        Product product =
                new Product(Fixture.graph(graph), Translation.accepting(Formulas.TRUE, () -> {}), Fixture.STEPS);
        Set<Set<Integer>> found = new HashSet<>();
        Components components = new Components(product);
        graph.initial()
                .forEach(root -> components.search(root, (number, nodes, from, to, cyclic) -> {
                    Set<Integer> component = new HashSet<>();
                    Arrays.stream(nodes, from, to).forEach(component::add);
                    found.add(component);
                    boolean loop = component.size() > 1
                            || graph.edges().stream()
                                    .anyMatch(edge -> edge.from() == edge.to() && component.contains(edge.from()));
                    assertEquals(loop, cyclic);
                }));
        return found;
    }

    private static Set<Set<Integer>> byKosaraju(SmallGraph graph) {
        Graph<Integer, DefaultEdge> other = new DirectedPseudograph<>(DefaultEdge.class);
        IntStream.range(0, graph.states()).forEach(other::addVertex);
        graph.edges().forEach(edge -> other.addEdge(edge.from(), edge.to()));
        return new HashSet<>(new KosarajuStrongConnectivityInspector<>(other).stronglyConnectedSets());
    }

    @Property(tries = 300)
    void componentsAreThoseOfKosaraju(@ForAll long seed, @ForAll @IntRange(min = 1, max = 200) int states) {
        Random random = new Random(seed);
        List<SmallGraph.Edge> edges = new ArrayList<>();
        for (int i = 0; i < states * 3 / 2; i++) {
            edges.add(new SmallGraph.Edge(random.nextInt(states), random.nextInt(3), random.nextInt(states)));
        }
        SmallGraph graph = new SmallGraph(
                states, IntStream.range(0, states).boxed().toList(), edges, (proposition, state) -> true);
        assertEquals(byKosaraju(graph), components(graph));
    }

    @Test
    void aCycleOfAMillionStatesNeedsNoDeepStack() {
        List<Integer> sizes = new ArrayList<>();
        new Components(product(ring(1_000_000, () -> false)))
                .search(0, (number, nodes, from, to, cyclic) -> sizes.add(to - from));
        assertEquals(List.of(1_000_000), sizes);
    }

    /* Asked every 65,536 visits: 15 times in a million. */
    @Test
    void theSearchAsksNowAndThenWhetherToGoOn() {
        int[] asked = {0};
        Components components = new Components(product(ring(1_000_000, () -> ++asked[0] < 0)));
        components.search(0, (number, nodes, from, to, cyclic) -> {});
        assertEquals(15, asked[0]);
    }

    @Test
    void aSearchThatIsToldToStopStopsInTheMiddleOfAComponent() {
        int[] asked = {0};
        Components components = new Components(product(ring(1_000_000, () -> ++asked[0] == 3)));
        Halt halt = assertThrows(
                Halt.class,
                () -> components.search(0, (number, nodes, from, to, cyclic) -> fail("a component was made up")));
        assertEquals(Halt.Reason.ASKED, halt.reason());
        assertNotEquals(0, components.number(3 * 65_536 - 2));
        assertEquals(0, components.number(3 * 65_536));
    }

    @Test
    void readingAGraphStopsBeforeItsEndings() {
        StateGraph graph = ring(3, () -> true);
        assertThrows(Halt.class, () -> new FairCycles(product(graph)));
    }

    /** A question about fairness is asked of a graph that was read in peace. */
    @Test
    void aQuestionAboutFairnessStopsWhenToldTo() {
        boolean[] halted = {false};
        StateGraph graph = ring(3, () -> halted[0]);
        Hunt hunt = new Hunt(graph, Translation.accepting(Formulas.TRUE, () -> {}), Fixture.STEPS);
        Vector<Assumption> going = Vector.of(Assumption.progress(Fixture.MODEL));
        assertEquals(true, hunt.succeeds(going));
        halted[0] = true;
        assertThrows(Halt.class, () -> hunt.succeeds(going));
        assertThrows(Halt.class, () -> hunt.lasso(going));
    }

    /** What an ended run comes to is worked out in as many rounds as the automaton has states, and asks in each. */
    @Test
    void theEndOfARunIsNotJudgedOnceToldToStop() {
        boolean[] halted = {false};
        Product product = product(ring(3, () -> halted[0]));
        halted[0] = true;
        assertThrows(Halt.class, () -> product.acceptsEnd(0));
    }

    private static Product product(StateGraph graph) {
        return new Product(graph, Translation.accepting(Formulas.TRUE, () -> {}), 1);
    }

    private static StateGraph ring(int states, BooleanSupplier halted) {
        Rows rows = new Rows(states, 1, (made, count, into) -> {
            for (int i = 0; i < count; i++) {
                into.begin();
                into.add((made[i] + 1) % states, 0);
                into.end(made[i]);
            }
        });
        return new StateGraph(
                StateSet.below(states),
                new int[] {0},
                rows,
                io.vavr.collection.HashMap.empty(),
                Integer::compare,
                halted);
    }
}
