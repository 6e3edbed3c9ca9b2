package pagelife.checker.liveness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pagelife.checker.automaton.Translation;
import pagelife.checker.ltl.Assumption;
import pagelife.checker.ltl.Formula;
import pagelife.checker.model.Fairness;
import pagelife.checker.naive.SmallGraph;
import pagelife.checker.naive.Spin;

class SpinTest {
    private static final List<String> FORMULAS = List.of(
            "[] (p -> <> q)",
            "[] <> p",
            "<> [] (p || q)",
            "p U q",
            "([] <> p) -> ([] <> q)",
            "[] (q -> (q U p))",
            "<> q",
            "[] <> (!p && !q)");

    private static final int STATES = 6;

    /**
     * Every state has a step: with -f, Spin 6.5.2 misses runs that end (it takes a stuck state for no acceptance
     * cycle).
     */
    private static SmallGraph graph(int seed) {
        Random random = new Random(seed);
        List<SmallGraph.Edge> edges = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            int from = i < STATES ? i : random.nextInt(STATES);
            edges.add(new SmallGraph.Edge(from, random.nextInt(3), random.nextInt(STATES)));
        }
        int p = random.nextInt(1 << STATES);
        int q = random.nextInt(1 << STATES);
        return new SmallGraph(
                STATES,
                List.of(0),
                edges,
                (proposition, state) -> ((proposition.name().equals("p") ? p : q) >>> state & 1) != 0);
    }

    /** The formulas, formula i by the name f and i, about a process for each actor. */
    private static String promela(SmallGraph graph) {
        return Stream.of("p", "q")
                        .map(name -> "#define " + name + " (" + where(graph, name) + ")\n")
                        .collect(Collectors.joining())
                + "byte s = " + graph.initial().get(0) + ";\n"
                + process("a", graph, 0, 1)
                + process("b", graph, 2, 2)
                + IntStream.range(0, FORMULAS.size())
                        .mapToObj(i -> "ltl f" + i + " { " + FORMULAS.get(i) + " }\n")
                        .collect(Collectors.joining());
    }

    private static String where(SmallGraph graph, String name) {
        Formula.Proposition proposition = (Formula.Proposition) Fixture.formula(name);
        return IntStream.range(0, graph.states())
                .filter(state -> graph.truths().test(proposition, state))
                .mapToObj(state -> "s == " + state)
                .reduce("false", (left, right) -> left + " || " + right);
    }

    private static String process(String name, SmallGraph graph, int firstStep, int lastStep) {
        return "active proctype " + name + "() {\n  do\n  :: d_step { false -> skip }\n"
                + graph.edges().stream()
                        .filter(edge -> edge.step() >= firstStep && edge.step() <= lastStep)
                        .map(edge -> "  :: d_step { s == " + edge.from() + " -> s = " + edge.to() + " }\n")
                        .collect(Collectors.joining())
                + "  od\n}\n";
    }

    /**
     * Spin lets a run end only where no step is possible, which is what fairness towards all steps taken as one
     * demands.
     */
    @ParameterizedTest
    @ValueSource(ints = {1, 3, 5})
    void spinGivesTheSameAnswers(int seed, @TempDir Path directory) {
        assumeTrue(Spin.isInstalled(), "spin and gcc are not both installed");
        SmallGraph graph = graph(seed);
        Spin spin = Spin.of(promela(graph), directory);
        Seq<Assumption> going = Vector.of(Assumption.progress(Fixture.MODEL));
        Seq<Assumption> weak = Fixture.MODEL.actors().map(actor -> Assumption.of(actor, Fairness.WEAK));
        int compared = 0;
        for (int i = 0; i < FORMULAS.size(); i++) {
            String formula = FORMULAS.get(i);
            Hunt hunt = new Hunt(
                    Fixture.graph(graph), Translation.rejecting(Fixture.formula(formula), () -> {}), Fixture.STEPS);
            String on = formula + " on " + graph;
            boolean holds = !hunt.succeeds(going);
            spin.holds("f" + i, false).forEach(answer -> assertEquals(answer, holds, on));
            boolean fairly = !hunt.succeeds(weak);
            Option<Boolean> answer = spin.holds("f" + i, true);
            answer.forEach(given -> assertEquals(given, fairly, on + ", fairly"));
            compared += answer.isDefined() ? 1 : 0;
        }
        assertTrue(compared > FORMULAS.size() / 2, "Spin answered only " + compared);
    }
}
