package pagelife.checker.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsReport;
import pagelife.checker.Checker;
import pagelife.checker.ltl.Assumption;
import pagelife.checker.ltl.Formula;
import pagelife.checker.ltl.Formulas;
import pagelife.checker.model.Failure;
import pagelife.checker.model.Fairness;
import pagelife.checker.model.Model;
import pagelife.checker.model.State;
import pagelife.checker.naive.NaiveLiveness;
import pagelife.checker.naive.NaiveRuns;
import pagelife.checker.naive.NaiveSearch;
import pagelife.checker.naive.NaiveWord;
import pagelife.checker.naive.SmallGraph;
import pagelife.checker.property.Temporal;
import pagelife.checker.result.Finding;
import pagelife.checker.result.Trace;
import pagelife.checker.result.TraceStep;
import pagelife.checker.result.Verdict;

class TemporalTest {
    @Provide
    Arbitrary<RandomModel> models() {
        return RandomModel.any();
    }

    @Provide
    Arbitrary<String> formulas() {
        return Arbitraries.of(RandomModel.FORMULAS
                .append("[]!(p && q)")
                .append("<>(\"p\" R r)")
                .asJava());
    }

    private static Finding find(Model model, Formula formula, Options options) {
        Temporal property = Temporal.of("property", "a claim", formula);
        return Checker.check(model, Vector.of(property), options.withAuditEvery(1))
                .findings()
                .find(finding -> finding.property().equals(property))
                .get();
    }

    @Property(tries = 1000)
    @StatisticsReport(StatisticsReport.StatisticsReportMode.OFF)
    void theAnswerIsThatOfTheDefinition(@ForAll("models") RandomModel random, @ForAll("formulas") String text) {
        RandomModel.Made made = random.make();
        Formula formula = made.formula(text);
        SmallGraph graph = made.graph();
        Finding finding = find(made.model(), formula, Options.DEFAULT);
        Statistics.collect(finding.verdict());
        Statistics.coverage(verdicts -> {
            verdicts.check(Verdict.VIOLATED).percentage(share -> share > 10);
            verdicts.check(Verdict.HOLDS).percentage(share -> share > 10);
            verdicts.check(Verdict.NEVER_HAPPENS).percentage(share -> share > 1);
        });
        NaiveLiveness naive = new NaiveLiveness(graph, formula);
        Seq<Assumption> assumed = finding.fairness().get().assumed();
        assertEquals(naive.holdsUnder(assumed), finding.verdict() != Verdict.VIOLATED);
        NaiveSearch search = new NaiveSearch(made.model(), Vector.empty());
        assertEquals(naive.holdsUnder(assumed), new NaiveRuns(search, formula).holdsUnder(assumed), "the other oracle");
        assertEquals(finding.verdict() == Verdict.VIOLATED, finding.trace().isDefined());
        finding.trace().forEach(trace -> assertFalse(holdsOn(trace, formula)));
        finding.trace()
                .forEach(trace -> assertTrue(trace.loop().forAll(step -> !fails(step)), "a failed step is done again"));
        blameIsRight(finding, naive, made.model());
        boolean vacuous = formula instanceof Formula.Always always
                && always.operand() instanceof Formula.Implies implies
                && new NaiveLiveness(graph, Formulas.always(Formulas.not(implies.left()))).holdsUnder(Vector.empty());
        assertEquals(vacuous && finding.verdict() != Verdict.VIOLATED, finding.verdict() == Verdict.NEVER_HAPPENS);
    }

    private static boolean fails(TraceStep step) {
        return step.events().exists(Failure.class::isInstance);
    }

    private static boolean holdsOn(Trace trace, Formula formula) {
        List<SmallGraph.Edge> letters = new ArrayList<>();
        List<State> states = new ArrayList<>();
        for (int i = 0; i <= trace.length(); i++) {
            states.add(trace.before(i));
        }
        SmallGraph along = new SmallGraph(
                states.size(),
                List.of(0),
                edges(trace.fails() ? states.subList(0, trace.length()) : states),
                (proposition, state) -> proposition.holds().test(states.get(state)));
        for (int i = 0; i < trace.length(); i++) {
            letters.add(new SmallGraph.Edge(i, trace.steps().get(i).step().index(), i + 1));
        }
        if (trace.loopStart().get() == trace.length()) {
            letters.add(new SmallGraph.Edge(trace.length(), SmallGraph.NO_STEP, trace.length()));
        }
        return new NaiveWord(along, letters, trace.loopStart().get()).satisfies(formula);
    }

    /** What is possible in each state of a trace; where it leads does not matter. */
    private static List<SmallGraph.Edge> edges(List<State> states) {
        List<SmallGraph.Edge> edges = new ArrayList<>();
        for (int i = 0; i < states.size(); i++) {
            int from = i;
            NaiveSearch.from(states.get(i))
                    .forEach(taken ->
                            edges.add(new SmallGraph.Edge(from, taken.step().index(), from)));
        }
        return edges;
    }

    private static void blameIsRight(Finding finding, NaiveLiveness naive, Model model) {
        Seq<Assumption> assumed = finding.fairness().get().assumed();
        boolean violated = finding.verdict() == Verdict.VIOLATED;
        if (finding.fairness().get().blame().isEmpty()) {
            Seq<Assumption> all = assumed.appendAll(model.steps().map(step -> Assumption.of(step, Fairness.STRONG)));
            assertFalse(naive.holdsUnder(all));
            return;
        }
        Seq<Assumption> fixed = violated ? assumed : Vector.empty();
        Seq<Assumption> blamed = finding.fairness().get().blame().get().assumptions();
        assertTrue(naive.holdsUnder(fixed.appendAll(blamed)));
        blamed.forEach(each -> assertFalse(naive.holdsUnder(fixed.appendAll(blamed.remove(each)))));
    }

    @Property(tries = 300)
    void threadsDoNotChangeTheLasso(@ForAll("models") RandomModel random, @ForAll("formulas") String text) {
        RandomModel.Made made = random.make();
        Formula formula = made.formula(text);
        Finding one = find(made.model(), formula, Options.DEFAULT);
        Finding two = find(made.model(), formula, Options.DEFAULT.withThreads(2));
        Finding deep = find(made.model(), formula, Options.DEFAULT.withOrder(Order.DEPTH_FIRST));
        assertEquals(one.verdict(), two.verdict());
        assertEquals(one.trace(), two.trace());
        assertEquals(one.fairness(), two.fairness());
        assertEquals(one.trace(), deep.trace());
    }

    @Property(tries = 300)
    void whatALimitHidesIsUndecidedAndWhatItLeavesIsTrue(
            @ForAll("models") RandomModel random,
            @ForAll("formulas") String text,
            @ForAll @IntRange(min = 1, max = 4) int depth) {
        RandomModel.Made made = random.make();
        Formula formula = made.formula(text);
        Verdict whole = find(made.model(), formula, Options.DEFAULT).verdict();
        Verdict part = find(made.model(), formula, Options.DEFAULT.withLimits(Limits.NONE.withDepth(depth)))
                .verdict();
        assertTrue(part == whole || part == Verdict.UNDECIDED, part + " is not " + whole);
    }
}
