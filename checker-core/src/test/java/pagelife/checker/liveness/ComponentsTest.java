package pagelife.checker.liveness;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
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
import pagelife.checker.ltl.Formulas;
import pagelife.checker.naive.SmallGraph;

class ComponentsTest {
    /** An automaton that accepts everything has one state, so that the product is the graph. */
    private static Set<Set<Integer>> components(SmallGraph graph) {
        Product product = new Product(Fixture.graph(graph), Translation.accepting(Formulas.TRUE), Fixture.STEPS);
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
        int states = 1_000_000;
        Rows rows = new Rows(states, 1, (made, count, into) -> {
            for (int i = 0; i < count; i++) {
                into.begin();
                into.add((made[i] + 1) % states, 0);
                into.end(made[i]);
            }
        });
        StateSet all = new StateSet(states);
        IntStream.range(0, states).forEach(all::add);
        StateGraph graph = new StateGraph(
                all, new int[] {0}, rows, io.vavr.collection.HashMap.empty(), Integer::compare, () -> false);
        List<Integer> sizes = new ArrayList<>();
        new Components(new Product(graph, Translation.accepting(Formulas.TRUE), 1))
                .search(0, (number, nodes, from, to, cyclic) -> sizes.add(to - from));
        assertEquals(List.of(states), sizes);
    }
}
