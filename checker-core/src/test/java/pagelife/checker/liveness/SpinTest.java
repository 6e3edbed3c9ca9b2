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
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pagelife.checker.automaton.Translation;
import pagelife.checker.ltl.Assumption;
import pagelife.checker.model.Fairness;
import pagelife.checker.naive.SmallGraph;

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

    /**
     * Spin lets a run end only where no step is possible, which is what fairness towards all steps taken as one
     * demands.
     */
    @ParameterizedTest
    @ValueSource(ints = {1, 3, 5})
    void spinGivesTheSameAnswers(int seed, @TempDir Path directory) {
        assumeTrue(Spin.isInstalled(), "spin and gcc are not both installed");
        SmallGraph graph = graph(seed);
        Spin spin = Spin.of(graph, FORMULAS, directory);
        Seq<Assumption> going = Vector.of(Assumption.progress(Fixture.MODEL));
        Seq<Assumption> weak = Fixture.MODEL.actors().map(actor -> Assumption.of(actor, Fairness.WEAK));
        int compared = 0;
        for (int i = 0; i < FORMULAS.size(); i++) {
            String formula = FORMULAS.get(i);
            Hunt hunt = new Hunt(
                    Fixture.graph(graph), Translation.rejecting(Fixture.formula(formula), () -> {}), Fixture.STEPS);
            String on = formula + " on " + graph;
            boolean holds = !hunt.succeeds(going);
            spin.holds(i, false).forEach(answer -> assertEquals(answer, holds, on));
            boolean fairly = !hunt.succeeds(weak);
            Option<Boolean> answer = spin.holds(i, true);
            answer.forEach(given -> assertEquals(given, fairly, on + ", fairly"));
            compared += answer.isDefined() ? 1 : 0;
        }
        assertTrue(compared > FORMULAS.size() / 2, "Spin answered only " + compared);
    }
}
