package pagelife.checker.liveness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pagelife.checker.automaton.Automaton;
import pagelife.checker.automaton.Translation;
import pagelife.checker.ltl.AnyFormula;
import pagelife.checker.ltl.Assumption;
import pagelife.checker.ltl.Formula;
import pagelife.checker.model.Fairness;
import pagelife.checker.naive.NaiveLiveness;
import pagelife.checker.naive.NaiveWord;
import pagelife.checker.naive.SmallGraph;

class HuntTest {
    private record Claim(Formula formula, Automaton rejecting) {}

    private final Vector<Claim> claims = Vector.ofAll(
            Fixture.formulas().map(formula -> new Claim(formula, Translation.rejecting(formula, () -> {}))));
    private final Seq<Seq<Assumption>> fairness = Fixture.fairness();

    @Test
    void agreesWithTheDefinitionOnEveryGraphOfTwoStates() {
        int[] number = {0};
        long violated = SmallGraphs.ofTwoStates()
                .mapToLong(graph -> {
                    int turn = number[0]++ % 4;
                    return claims.zipWithIndex()
                            .filter(claim -> claim._2 % 4 == turn)
                            .map(claim -> agrees(graph, claim._1, fairness))
                            .sum()
                            .longValue();
                })
                .sum();
        assertTrue(violated > 30_000, "too few violations to mean anything: " + violated);
    }

    /* <>[](p U q) once came to [](p U q) in a mutant that no other test noticed. */
    @ParameterizedTest
    @ValueSource(strings = {"<>[](p U q)", "[]<>(p R q)", "<>[](p W (q R p))", "[]<>((p U q) R q)"})
    void untilsUnderPersistenceAndRecurrenceOnEveryThirdGraphOfTwoStates(String text) {
        Formula formula = Fixture.formula(text);
        Claim claim = new Claim(formula, Translation.rejecting(formula, () -> {}));
        long violated = IntStream.range(0, 1 << 12)
                .filter(code -> code % 3 == 0)
                .mapToObj(SmallGraphs::ofTwoStates)
                .mapToLong(graph -> agrees(graph, claim, Vector.of(fairness.get(2), fairness.get(6))))
                .sum();
        assertTrue(violated > 500, "too few violations to mean anything: " + violated);
    }

    @Property(tries = 200)
    void agreesWithTheDefinitionOnFormulasOfNestedUntils(
            @ForAll("nestedUntils") Formula formula,
            @ForAll @IntRange(max = 4095) int graph,
            @ForAll @IntRange(max = 6) int assumed) {
        Claim claim = new Claim(formula, Translation.rejecting(formula, () -> {}));
        agrees(SmallGraphs.ofTwoStates(graph), claim, Vector.of(fairness.get(assumed)));
    }

    @Provide
    Arbitrary<Formula> nestedUntils() {
        return AnyFormula.nestedUntils(
                Arbitraries.of("p", "q", "!p", "!q", "taken(a)", "enabled(b)").map(Fixture::formula));
    }

    @Test
    void agreesWithTheDefinitionOnGraphsOfThreeStates() {
        assertEquals(false, compareInTurn(SmallGraphs.ofThreeStates(2)) == 0);
    }

    @Test
    void agreesWithTheDefinitionOnGraphsOfFourStates() {
        assertEquals(false, compareInTurn(SmallGraphs.ofFourStates(7)) == 0);
    }

    /** One formula and two sets of assumptions for each graph, all in turn. */
    private long compareInTurn(Stream<SmallGraph> graphs) {
        int[] number = {0};
        return graphs.mapToLong(graph -> {
                    int turn = number[0]++;
                    Claim claim = claims.get(turn % claims.size());
                    Seq<Assumption> first = fairness.get(turn / claims.size() % fairness.size());
                    Seq<Assumption> second = fairness.get((turn / claims.size() + 3) % fairness.size());
                    return agrees(graph, claim, Vector.of(first, second));
                })
                .sum();
    }

    /** Compares the hunt with the oracle, checks each lasso by definition, and counts violations. */
    private static long agrees(SmallGraph graph, Claim claim, Seq<Seq<Assumption>> fairness) {
        NaiveLiveness naive = new NaiveLiveness(graph, claim.formula);
        Hunt hunt = new Hunt(Fixture.graph(graph), claim.rejecting, Fixture.STEPS);
        long violated = 0;
        for (Seq<Assumption> assumed : fairness) {
            boolean expected = naive.holdsUnder(assumed);
            Option<IntLasso> lasso = hunt.lasso(assumed);
            assertEquals(expected, lasso.isEmpty(), () -> claim.formula + " under " + assumed + " on " + graph);
            lasso.forEach(found -> check(found, graph, claim.formula, assumed));
            violated += expected ? 0 : 1;
        }
        return violated;
    }

    private static void check(IntLasso lasso, SmallGraph graph, Formula formula, Seq<Assumption> assumed) {
        String what = formula + " under " + assumed + " on " + graph + ": " + lasso;
        List<SmallGraph.Edge> letters = new ArrayList<>();
        for (int i = 0; i < lasso.steps().length; i++) {
            letters.add(new SmallGraph.Edge(lasso.states()[i], lasso.steps()[i], lasso.states()[i + 1]));
        }
        int last = lasso.states()[lasso.steps().length];
        assertTrue(graph.edges().containsAll(letters), what);
        assertTrue(graph.initial().contains(lasso.states()[0]), what);
        assertEquals(lasso.states()[lasso.loopStart()], last, what);
        if (lasso.loopStart() == letters.size()) {
            letters.add(new SmallGraph.Edge(last, SmallGraph.NO_STEP, last));
        }
        assertFalse(new NaiveWord(graph, letters, lasso.loopStart()).satisfies(formula), what);
        List<SmallGraph.Edge> loop = letters.subList(lasso.loopStart(), letters.size());
        assumed.forEach(assumption -> assertTrue(isFair(assumption, loop, graph), what));
    }

    private static boolean isFair(Assumption assumption, List<SmallGraph.Edge> loop, SmallGraph graph) {
        boolean taken = loop.stream().anyMatch(letter -> has(assumption, letter.step()));
        long enabled = loop.stream()
                .filter(letter -> graph.edges().stream()
                        .anyMatch(edge -> edge.from() == letter.from() && has(assumption, edge.step())))
                .count();
        return taken || (assumption.fairness() == Fairness.WEAK ? enabled < loop.size() : enabled == 0);
    }

    private static boolean has(Assumption assumption, int step) {
        return assumption.steps().exists(each -> each.index() == step);
    }

    @Test
    void theStemIsAsShortAsCanBeAndThenTheLoop() {
        // 0 -> 1 -> 2 -> 3 -> 2 and 0 -> 4 -> 5 -> 6 -> 4: the second cycle is longer but nearer
        List<SmallGraph.Edge> edges = IntStream.of(1, 12, 23, 32, 4, 45, 56, 64)
                .mapToObj(pair -> new SmallGraph.Edge(pair / 10, 0, pair % 10))
                .toList();
        SmallGraph graph = new SmallGraph(7, List.of(0), edges, (proposition, state) -> state == 0);
        Seq<Assumption> going = Vector.of(Assumption.progress(Fixture.MODEL));
        IntLasso lasso = new Hunt(
                        Fixture.graph(graph), Translation.rejecting(Fixture.formula("[]<>p"), () -> {}), Fixture.STEPS)
                .lasso(going)
                .get();
        assertEquals(new IntLasso(new int[] {0, 4, 5, 6, 4}, new int[] {0, 0, 0, 0}, 1), lasso);
    }
}
