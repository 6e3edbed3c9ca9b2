package pagelife.checker.liveness;

import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.util.Arrays;
import pagelife.checker.ltl.Assumption;
import pagelife.checker.ltl.Formula;
import pagelife.checker.ltl.FormulaParser;
import pagelife.checker.ltl.Vocabulary;
import pagelife.checker.model.Control;
import pagelife.checker.model.Fairness;
import pagelife.checker.model.Model;
import pagelife.checker.model.ModelBuilder;
import pagelife.checker.model.Source;
import pagelife.checker.naive.SmallGraph;

/** Names for the edges of small graphs: steps 0 and 1 are of actor a, step 2 is of actor b. */
public final class Fixture {
    /** A model that lends its steps. */
    public static final Model MODEL = model();

    /** Propositions p and q; what they mean is for each graph to say. */
    public static final Vocabulary WORDS =
            new Vocabulary(MODEL, LinkedHashMap.of("p", view -> false, "q", view -> true));

    /** How many steps there are. */
    public static final int STEPS = 3;

    private Fixture() {}

    private record There() implements Control {}

    private static Model model() {
        ModelBuilder builder = Model.builder("fixture");
        builder.actor("a", There.class, new There())
                .step("a1", "", Source.NONE, There.class, (at, view) -> at)
                .step("a2", "", Source.NONE, There.class, (at, view) -> at);
        builder.actor("b", There.class, new There()).step("b1", "", Source.NONE, There.class, (at, view) -> at);
        return builder.build();
    }

    /** A formula in text. */
    public static Formula formula(String text) {
        return FormulaParser.parse(text, WORDS).get();
    }

    /** Formulas of all shapes. */
    public static Seq<Formula> formulas() {
        return Vector.of(
                        "[](p -> <>q)",
                        "[]<>p",
                        "<>[]p",
                        "<>p",
                        "[]p",
                        "p U q",
                        "p W q",
                        "p R q",
                        "X p",
                        "[](p -> X q)",
                        "[]<>p -> []<>q",
                        "<>[]p || []<>q",
                        "[]<>p && []<>q",
                        "(p U q) U p",
                        "[](taken(a) -> <>q)",
                        "[](enabled(b) -> <>taken(b))",
                        "[]<>taken(a.a1)",
                        "[](p -> (enabled(a) U q))",
                        "<>(p && taken(b) && X !q)",
                        "[]!stuck")
                .map(Fixture::formula);
    }

    /** Assumptions of all strengths. */
    public static Seq<Seq<Assumption>> fairness() {
        Assumption weakA = Assumption.of(MODEL.actor("a"), Fairness.WEAK);
        Assumption weakB = Assumption.of(MODEL.actor("b"), Fairness.WEAK);
        Assumption strongA = Assumption.of(MODEL.actor("a"), Fairness.STRONG);
        Assumption strongB = Assumption.of(MODEL.actor("b"), Fairness.STRONG);
        Assumption strongStep = Assumption.of(MODEL.actor("a").step("a1"), Fairness.STRONG);
        return Vector.of(
                Vector.empty(),
                Vector.of(weakA),
                Vector.of(weakA, weakB),
                Vector.of(strongB),
                Vector.of(strongA, strongB),
                Vector.of(weakB, strongStep),
                Vector.of(Assumption.progress(MODEL)));
    }

    /** A small graph as the search for cycles sees it. */
    public static StateGraph graph(SmallGraph small) {
        Rows rows = new Rows(
                small.states(),
                STEPS,
                (states, count, into) -> Arrays.stream(states, 0, count).forEach(state -> {
                    into.begin();
                    small.edges().stream()
                            .filter(edge -> edge.from() == state)
                            .forEach(edge -> into.add(edge.to(), edge.step()));
                    into.end(state);
                }));
        StateSet states = new StateSet(small.states());
        small.reachable().forEach(states::add);
        LinkedHashMap<Formula.Atom, StateSet> truths = LinkedHashMap.empty();
        for (String name : WORDS.propositions().keySet()) {
            Formula.Proposition proposition = (Formula.Proposition) formula(name);
            StateSet truth = new StateSet(small.states());
            small.reachable().stream()
                    .filter(state -> small.truths().test(proposition, state))
                    .forEach(truth::add);
            truths = truths.put(proposition, truth);
        }
        int[] initial = small.initial().stream().mapToInt(Integer::intValue).toArray();
        return new StateGraph(states, initial, rows, truths, Integer::compare, () -> false);
    }
}
