package pagelife.checker.liveness;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pagelife.checker.automaton.Translation;
import pagelife.checker.ltl.Assumption;
import pagelife.checker.ltl.Formula;
import pagelife.checker.model.Fairness;
import pagelife.checker.naive.NaiveLiveness;
import pagelife.checker.naive.SmallGraph;

/**
 * What went wrong in other checkers of liveness, as graphs of a few states. An edge {@code 0a1} is a step of actor a
 * from state 0 to 1; {@code p} and {@code q} are true in the states listed.
 */
class FailuresOfOthersTest {
    @ParameterizedTest(name = "{0}: {4} under {5} is {6}")
    @CsvSource({
        // tla-rs 62: a run may stop where nothing is owed
        "stuttering forever was not taken for a run, 0a1 1a1, 1, '', <>p, none, false",
        "stuttering forever was not taken for a run, 0a1 1a1, 1, '', <>p, weak, true",
        // tla-rs 59, TLA+ 1037
        "<>[] of a property was dropped, 0a1 1a0, 0, '', <>[]p, weak, false",
        "<>[] of a property was dropped, 0a1 1a1, 1, '', <>[]p, weak, true",
        "<>[] behind an implication was dropped, 0a1 1a2 2a1, 0, 1, p -> <>[]q, weak, false",
        "<>[] behind an implication was dropped, 0a1 1a2 2a2, 0, 2, p -> <>[]q, weak, true",
        // tla-rs 63: b moves before the loop of a, and is starved in it
        "fairness was judged on the way there and not on the loop, 0b1 1a2 2a1 1b3 2b3, 3, '', <>p, weak, true",
        "fairness was judged on the way there and not on the loop, 0b1 1a2 2a1 1b3 2b3, 3, '', <>p, none, false",
        // tla-rs 64, FizzBee 310: b is enabled in one state of the loop only
        "weak fairness was taken for strong, 0a1 1a0 0b2, 2, '', <>p, weak, false",
        "strong fairness was taken for weak, 0a1 1a0 0b2, 2, '', <>p, strong, true",
        "the loop shown was not fair, 0a0 0b1 1a1, 1, '', <>p, weak, true",
        // TLA+ 201: 0 and 1 are one component by states; the edge 1b0 is what leaves p
        "a component was judged by its states and not by its edges, 0a0 0a1 1b0, 0 1, '', []<>taken(b), weak, false",
        "a component was judged by its states and not by its edges, 0a1 1b0, 0 1, '', []<>taken(b), weak, true",
        // TLA+ 604
        "a formula without variables was an error, 0a0, '', '', true, weak, true",
        "a formula without variables was an error, 0a0, '', '', false, weak, false",
        "a formula without variables was an error, 0a0, '', '', []<>true, weak, true",
        // Stateright 3: 3 is met first on the way through 1, where p is true, and then on the one through 2, where it
        // is not
        "'a state seen before hid a run that never gets there', 0a1 0a2 1a3 2a3 3a3, 1, '', <>p, weak, false",
        "a loop back to a state seen before hid a run that never gets there, 0a1 1a0 1b2 2a2, 2, '', <>p, weak, false",
        "the end of a run was not looked at, 0a1 0a2, 1, '', <>p, weak, false",
        "the end of a run was not looked at, 0a1 0a2, 1 2, '', <>p, weak, true",
        // Apalache 2985, Quint 1501 and 1870: the loop may be longer than its first lap
        "a loop that breaks a promise later was said to be fine, 0a1 1a2 2a1, 0, 0, [](p -> X []q), weak, false",
        "a promise made within the loop was not asked for, 0a1 1a2 2a1, 1, 0, [](p -> <>q), weak, false",
        "an until that is put off forever was met, 0a0 0b1 1a1, 0, 1, p U q, none, false",
        // a simplification that looked at one side only: q holds from 1 on, p not
        "<>[](p U q) was taken for [](p U q), 0a1 1a1, '', 1, <>[](p U q), weak, true",
        "[]<>(p R q) was taken for <>(p R q), 0a1 1a1, 0, 0, []<>(p R q), weak, false",
        // a mistake put into this engine: b is possible at 0 alone, and the loop at 1 keeps away from there
        "a loop that keeps away from what is strongly owed was overlooked, 0a1 1a1 1a0 0b2, 2, '', <>p, strong, false",
    })
    void whatWentWrong(String failure, String edges, String p, String q, String text, String fairness, boolean holds) {
        SmallGraph graph = graph(edges, p, q);
        Formula formula = Fixture.formula(text);
        Seq<Assumption> assumed = assumed(fairness);
        Hunt hunt = new Hunt(Fixture.graph(graph), Translation.rejecting(formula, () -> {}), Fixture.STEPS);
        assertEquals(holds, !hunt.succeeds(assumed), failure);
        assertEquals(holds, hunt.lasso(assumed).isEmpty(), failure);
        assertEquals(holds, new NaiveLiveness(graph, formula).holdsUnder(assumed), "by the definition");
    }

    private static SmallGraph graph(String edges, String p, String q) {
        List<SmallGraph.Edge> read = Stream.of(edges.split(" "))
                .map(edge ->
                        new SmallGraph.Edge(edge.charAt(0) - '0', edge.charAt(1) == 'a' ? 0 : 2, edge.charAt(2) - '0'))
                .toList();
        int states = 1
                + read.stream()
                        .mapToInt(edge -> Math.max(edge.from(), edge.to()))
                        .max()
                        .orElseThrow();
        return new SmallGraph(
                states,
                List.of(0),
                read,
                (proposition, state) -> (proposition.name().equals("p") ? p : q).contains("" + state));
    }

    private static Seq<Assumption> assumed(String fairness) {
        return fairness.equals("none")
                ? Vector.empty()
                : Fixture.MODEL
                        .actors()
                        .map(actor -> Assumption.of(actor, Fairness.valueOf(fairness.toUpperCase(Locale.ROOT))));
    }
}
