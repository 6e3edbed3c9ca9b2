package pagelife.checker.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vavr.collection.HashSet;
import io.vavr.collection.Seq;
import io.vavr.collection.Set;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import pagelife.checker.Checker;
import pagelife.checker.explain.Explainer;
import pagelife.checker.explain.Explanation;
import pagelife.checker.explain.Story;
import pagelife.checker.ltl.Formula;
import pagelife.checker.model.Cell;
import pagelife.checker.model.Control;
import pagelife.checker.model.Model;
import pagelife.checker.model.ModelBuilder;
import pagelife.checker.model.State;
import pagelife.checker.model.Step;
import pagelife.checker.model.Transition;
import pagelife.checker.model.View;
import pagelife.checker.naive.NaiveSearch;
import pagelife.checker.property.Invariant;
import pagelife.checker.property.NoDeadlock;
import pagelife.checker.property.Property;
import pagelife.checker.property.Sometimes;
import pagelife.checker.property.StepProperty;
import pagelife.checker.property.Temporal;
import pagelife.checker.result.Finding;
import pagelife.checker.result.Result;
import pagelife.checker.result.Trace;
import pagelife.checker.result.Verdict;

/** Further counterexamples, against an obvious search that knows nothing of the engine. */
class MoreTest {
    @Provide
    Arbitrary<RandomModel> models() {
        return RandomModel.any();
    }

    private static Seq<Property> claims(RandomModel.Made made) {
        Cell<?> number =
                made.model().cells().find(cell -> cell.name().equals("number")).get();
        Predicate<View> p = word(made, "p");
        Predicate<View> r = word(made, "r");
        return Vector.of(
                Invariant.always("not both", "", view -> !p.test(view) || !r.test(view)),
                new StepProperty(
                        "b keeps one",
                        "",
                        step -> !step.actor().name().equals("b")
                                || step.before(number).equals(0)),
                new Sometimes("both", "", view -> p.test(view) && r.test(view)),
                NoDeadlock.strict());
    }

    private static Predicate<View> word(RandomModel.Made made, String word) {
        return ((Formula.Proposition) made.formula(word)).holds();
    }

    private static More more(RandomModel.Made made, int count, String through) {
        return new More(
                count, Option.when(!through.isEmpty(), () -> new Formula.Proposition(through, word(made, through))));
    }

    @net.jqwik.api.Property(tries = 300)
    void whatPassesAStateIsTheShortestThatDoes(@ForAll("models") RandomModel random) {
        RandomModel.Made made = random.make();
        Result result = Checker.check(made.model(), claims(made), Options.DEFAULT);
        Seq<Finding> through = Checker.further(result, more(made, 0, "q"), Options.DEFAULT);
        assertEquals(result.findings().size(), through.size());
        result.findings().zip(through).forEach(pair -> {
            Finding found = pair._2();
            assertEquals(pair._1().verdict(), found.verdict());
            if (pair._1().trace().isEmpty()) {
                return;
            }
            Option<Integer> oracle = shortest(made.model(), found.property(), HashSet.empty(), word(made, "q"));
            assertEquals(
                    oracle.isEmpty(),
                    found.apart().getOrElse("").startsWith("none passes a state where q"),
                    found::toString);
            oracle.forEach(length -> {
                Trace trace = found.trace().get();
                assertEquals(length, trace.length());
                assertTrue(states(trace).exists(word(made, "q")), found::toString);
                assertTrue(
                        found.apart().getOrElse("").startsWith("q "),
                        found.apart().getOrElse(""));
            });
        });
    }

    @net.jqwik.api.Property(tries = 300)
    void eachFurtherOneIsTheShortestThatLacksADecisiveStepOfThoseBefore(@ForAll("models") RandomModel random) {
        RandomModel.Made made = random.make();
        Result result = Checker.check(made.model(), claims(made), Options.DEFAULT);
        Seq<Finding> all = Checker.further(result, more(made, 3, ""), Options.DEFAULT);
        for (Finding first : result.findings()) {
            Seq<Finding> shown = all.filter(finding -> finding.property() == first.property());
            assertEquals(first.trace(), shown.head().trace());
            if (first.verdict() != Verdict.VIOLATED) {
                assertEquals(1, shown.size());
                continue;
            }
            Seq<Set<Step>> decisive = Vector.empty();
            for (int i = 0; i < 4; i++) {
                Option<Integer> oracle = i == 0
                        ? Option.some(first.trace().get().length())
                        : lacking(decisive)
                                .flatMap(steps -> shortest(made.model(), first.property(), steps, view -> true))
                                .min();
                assertEquals(oracle.isDefined(), i < shown.size(), () -> shown + " of " + all);
                if (i == shown.size()) {
                    assertTrue(
                            shown.last().apart().getOrElse("").contains("no other lacks"),
                            shown.last().apart().getOrElse(""));
                    break;
                }
                assertEquals(oracle.get(), shown.get(i).trace().get().length());
                decisive = decisive.append(decisive(shown.get(i)));
            }
        }
    }

    /** One decisive step of each, in every way. */
    private static Seq<Set<Step>> lacking(Seq<Set<Step>> decisive) {
        Seq<Set<Step>> choices = Vector.of(HashSet.empty());
        for (Set<Step> steps : decisive) {
            choices = choices.flatMap(one -> steps.toVector().map(one::add)).distinct();
        }
        return choices;
    }

    private static Set<Step> decisive(Finding finding) {
        Trace trace = finding.trace().get();
        Explanation why = new Explainer(trace.initial().model()).explain(finding.property(), trace);
        return Story.of(trace, why.core(), why.steps())
                .decisive()
                .map(number -> trace.steps().get(number - 1).step())
                .toSet();
    }

    private static Seq<View> states(Trace trace) {
        return Vector.rangeClosed(0, trace.length()).map(trace::before);
    }

    /** A state, and whether such a state was passed. */
    private record Node(State state, boolean passed) {}

    private static Option<Integer> shortest(Model model, Property claim, Set<Step> avoided, Predicate<View> wanted) {
        Map<Node, Integer> depths = new HashMap<>();
        ArrayDeque<Node> queue = new ArrayDeque<>();
        for (State initial : model.initialStates()) {
            Node node = new Node(initial, wanted.test(initial));
            depths.put(node, 0);
            queue.add(node);
        }
        while (!queue.isEmpty()) {
            Node node = queue.remove();
            if (decides(claim, node.state)) {
                if (node.passed) {
                    return Option.some(depths.get(node));
                }
                if (!(claim instanceof Sometimes)) {
                    continue;
                }
            }
            // those that end with a broken step are one longer than the node, as its successors are
            Vector<Node> next = Vector.empty();
            for (Transition taken : NaiveSearch.from(node.state)) {
                if (!avoided.contains(taken.step())) {
                    State to = NaiveSearch.after(taken);
                    Node reached = new Node(to, node.passed || wanted.test(to));
                    if (!(claim instanceof StepProperty step) || step.holds().test(taken)) {
                        next = next.append(reached);
                    } else if (reached.passed) {
                        return Option.some(depths.get(node) + 1);
                    }
                }
            }
            next.filter(one -> !depths.containsKey(one)).distinct().forEach(one -> {
                depths.put(one, depths.get(node) + 1);
                queue.add(one);
            });
        }
        return Option.none();
    }

    private static boolean decides(Property claim, State state) {
        if (claim instanceof Invariant invariant) {
            return !invariant.holds().test(state);
        }
        if (claim instanceof Sometimes sometimes) {
            return sometimes.happens().test(state);
        }
        return claim instanceof NoDeadlock
                && NaiveSearch.from(state).isEmpty()
                && state.model().actors().exists(actor -> state.at(actor) != Control.finished());
    }

    /** Two ways to lose the flag: by the first task, and by the second, which takes longer. */
    private static Model twoWays() {
        ModelBuilder m = Model.builder("two ways");
        Cell<Boolean> flag = m.cell("flag", Boolean.class, true);
        Cell<Boolean> ready = m.cell("ready", Boolean.class, false);
        m.task("short").step("s1 clear", now -> now.write(flag, false));
        m.task("long").step("l1 prepare", now -> now.write(ready, true)).step("l2 clear", now -> {
            now.await(now.read(ready));
            now.write(flag, false);
        });
        return m.build();
    }

    private static Predicate<View> flag(Model model) {
        Cell<?> flag = model.cells().find(cell -> cell.name().equals("flag")).get();
        return view -> view.read(flag).equals(true);
    }

    @Test
    void aFurtherOneSaysWhatItLacks() {
        Model model = twoWays();
        Invariant stays = Invariant.always("stays", "", flag(model));
        Result result = Checker.check(model, Vector.of(stays), Options.DEFAULT);
        Seq<Finding> found = Checker.further(result, new More(5, Option.none()), Options.DEFAULT);
        assertEquals(Vector.of(1, 2), found.map(one -> one.trace().get().length()));
        assertEquals("", found.get(0).apart().getOrElse(""));
        assertEquals(
                "never takes short: s1 clear; no other lacks a decisive step of each that is shown",
                found.get(1).apart().getOrElse(""));
    }

    @Test
    void ofAClaimAboutRunsOnesAreFoundThatBreakItAndLackTheStep() {
        Model model = twoWays();
        Temporal claim = Temporal.of(
                        "always",
                        "",
                        pagelife.checker.ltl.Formulas.always(new Formula.Proposition("flag", flag(model))))
                .under(pagelife.checker.ltl.Assumptions.NONE);
        Result result = Checker.check(model, Vector.of(claim), Options.DEFAULT);
        Seq<Finding> found = Checker.further(result, new More(2, Option.none()), Options.DEFAULT);
        assertTrue(found.size() > 1, found::toString);
        found.forEach(one -> {
            assertEquals(claim, one.property());
            assertTrue(Checker.breaks(claim, one.trace().get(), Option.none()));
        });
        Set<Step> lacked = decisive(found.get(0))
                .removeAll(found.get(1).trace().get().steps().map(step -> step.step()));
        assertFalse(lacked.isEmpty(), found::toString);
        assertTrue(
                found.get(1).apart().getOrElse("").contains("never takes " + lacked.head()),
                found.get(1).apart().getOrElse(""));
    }

    @Test
    void aRunThatPassesAStateIsFoundForAClaimAboutRuns() {
        Model model = twoWays();
        Cell<?> ready = model.cells().find(cell -> cell.name().equals("ready")).get();
        Formula.Proposition through =
                new Formula.Proposition("ready", view -> view.read(ready).equals(true));
        Temporal claim = Temporal.of(
                        "always",
                        "",
                        pagelife.checker.ltl.Formulas.always(new Formula.Proposition("flag", flag(model))))
                .under(pagelife.checker.ltl.Assumptions.NONE);
        Result result = Checker.check(model, Vector.of(claim), Options.DEFAULT);
        assertFalse(states(result.findings().head().trace().get()).exists(through.holds()));
        Finding found = Checker.further(result, new More(0, Option.some(through)), Options.DEFAULT)
                .head();
        assertTrue(states(found.trace().get()).exists(through.holds()));
        assertTrue(
                found.apart().getOrElse("").startsWith("ready after step "),
                found.apart().getOrElse(""));
        Formula.Proposition never = new Formula.Proposition("never", view -> false);
        assertEquals(
                "none passes a state where never",
                Checker.further(result, new More(0, Option.some(never)), Options.DEFAULT)
                        .head()
                        .apart()
                        .getOrElse(""));
    }

    @Test
    void aLimitLeavesItOpen() {
        Model model = twoWays();
        Invariant stays = Invariant.always("stays", "", flag(model));
        Result result = Checker.check(model, Vector.of(stays), Options.DEFAULT);
        Seq<Finding> found = Checker.further(
                result, new More(1, Option.none()), Options.DEFAULT.withLimits(Limits.NONE.withStates(1)));
        assertEquals(
                "whether there are others is not known: the limit on states was reached",
                found.last().apart().getOrElse(""));
    }
}
