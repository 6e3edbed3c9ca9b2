package pagelife.checker.hand;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vavr.collection.Vector;
import io.vavr.control.Option;
import org.junit.jupiter.api.Test;
import pagelife.checker.Checker;
import pagelife.checker.explain.Explainer;
import pagelife.checker.ltl.Formula;
import pagelife.checker.ltl.Formulas;
import pagelife.checker.model.Body;
import pagelife.checker.model.Cell;
import pagelife.checker.model.Failure;
import pagelife.checker.model.Life;
import pagelife.checker.model.Model;
import pagelife.checker.model.ModelBuilder;
import pagelife.checker.model.ModelException;
import pagelife.checker.model.Move;
import pagelife.checker.model.Now;
import pagelife.checker.model.Operation;
import pagelife.checker.model.Script;
import pagelife.checker.naive.Agreement;
import pagelife.checker.property.NoDeadlock;
import pagelife.checker.property.Sometimes;
import pagelife.checker.property.StepProperty;
import pagelife.checker.property.Temporal;
import pagelife.checker.result.Finding;
import pagelife.checker.result.Result;
import pagelife.checker.result.Trace;
import pagelife.checker.result.Verdict;
import pagelife.checker.search.Options;

/** A step that fails is a broken claim with its trace, and the last of its run. */
class FailureTest {
    private final ModelBuilder m = Model.builder("m");
    private final Cell<Integer> users = m.cell("users", 1);

    /** Two tasks that put one reference. */
    private Model puts(Body put) {
        m.task("a").step("p put", put);
        m.task("b").step("p put", put);
        return m.build();
    }

    private void put(Now now) {
        int left = now.change(users, n -> n - 1);
        now.bugOn(left < 0, "put of what nobody holds");
    }

    private static Finding only(Model model) {
        Result result = Checker.check(model, Vector.empty(), Options.DEFAULT);
        assertEquals(1, result.findings().size());
        return result.findings().head();
    }

    private static Failure failure(Model model) {
        return (Failure) only(model).trace().get().steps().last().events().head();
    }

    /* Both at p: a puts, b fails; and the other way round: 3 states, 4 steps, two of which fail. */
    @Test
    void aBugIsABrokenClaimWithItsTrace() {
        Model model = puts(this::put);
        Finding finding = only(model);
        assertEquals(StepProperty.NO_FAILURE, finding.property());
        assertEquals(Verdict.VIOLATED, finding.verdict());
        assertEquals(
                Vector.of("a: p put", "b: p put"), Checks.steps(finding.trace().get()));
        assertTrue(
                failure(model)
                        .toString()
                        .matches(
                                "FAILS: put of what nobody holds, having written users = -1 [(]FailureTest[.]java:[0-9]+[)]"),
                failure(model).toString());
    }

    @Test
    void whatItWroteIsNotDoneAndTheRunEndsThere() {
        Result result = Checker.check(puts(this::put), Vector.of(NoDeadlock.strict()), Options.DEFAULT);
        assertEquals(3, result.counts().states());
        assertEquals(4, result.counts().transitions());
        assertEquals(Verdict.HOLDS, result.findings().last().verdict());
    }

    /* b owes a step when a has failed, and does not take it: the run is over. */
    @Test
    void aRunThatFailsIsWholeAndIsNotDoneAgain() {
        Cell<Boolean> done = m.cell("done", false);
        m.task("a").step("p put", now -> now.bug("no"));
        m.task("b").step("d do", now -> now.write(done, true));
        Temporal comes =
                Temporal.of("comes", "", Formulas.eventually(new Formula.Proposition("done", view -> view.read(done))));
        Finding finding = Checker.check(m.build(), Vector.of(comes), Options.DEFAULT)
                .findings()
                .find(one -> one.property() == comes)
                .get();
        Trace trace = finding.trace().get();
        assertEquals(Vector.of("a: p put"), Checks.steps(trace));
        assertEquals(Option.some(1), trace.loopStart());
        assertEquals(
                "from the start done is false forever: step 1 (a: put) fails, and nothing comes after it",
                new Explainer(trace.initial().model()).explain(comes, trace).sentence());
        assertTrue(Checker.breaks(comes, trace, Option.none()));
    }

    @Test
    void everyConfigurationAgrees() {
        Model model = puts(this::put);
        new Agreement(model, Vector.of(new Sometimes("below 0", "", view -> view.read(users) < 0))).requireAll();
    }

    @Test
    void anExceptionAndAnAssertionAreBugs() {
        assertEquals(
                "ArithmeticException: / by zero",
                failure(puts(now -> now.write(users, 1 / (now.read(users) - 1))))
                        .what());
    }

    @Test
    void aFailedAssertionIsOne() {
        assertEquals(
                "count is off",
                failure(puts(now -> {
                            throw new AssertionError("count is off");
                        }))
                        .what());
    }

    @Test
    void whatIsThrownInWordsIsToldInThem() {
        assertEquals(
                "ref is touched after its exit",
                failure(puts(now -> {
                            throw new IllegalStateException("ref is touched after its exit");
                        }))
                        .what());
    }

    @Test
    void anExceptionWithoutWordsIsToldByItsType() {
        assertEquals(
                "IllegalStateException",
                failure(puts(now -> {
                            throw new IllegalStateException();
                        }))
                        .what());
    }

    @Test
    @SuppressWarnings("InfiniteRecursion")
    void aStackThatOverflowsIsOne() {
        assertEquals("StackOverflowError", failure(puts(this::forever)).what());
    }

    @SuppressWarnings("InfiniteRecursion")
    private void forever(Now now) {
        now.read(users);
        forever(now);
    }

    @Test
    void aSearchThatIsDecidedDoesNotGoOnToLookForBugs() {
        m.task("a").step("s1 one", now -> {}).step("s2 two", now -> {}).step("s3 three", now -> now.bug("late"));
        Result result = Checker.check(
                m.build(),
                Vector.of(new Sometimes("starts", "", view -> true)),
                Options.DEFAULT.withStopWhenDecided(true));
        assertEquals(1, result.findings().size());
    }

    @Test
    void aMoveThatFailsGoesNowhere() {
        m.task("a").step("s go", now -> {
            now.write(users, 7);
            now.bug("no");
        });
        Model model = m.build();
        Move move = Move.in(model.initialStates().head()).head();
        assertTrue(move.fails());
        assertEquals(move.from(), move.to());
        assertTrue(move.writes().isEmpty());
    }

    @Test
    void aSetupThatFailsIsRefused() {
        Operation open = Operation.of("open", "", task -> new Script().step("o open", now -> now.bug("no")));
        m.before(open.call());
        ModelException refused = assertThrows(ModelException.class, () -> puts(now -> {}));
        assertTrue(
                refused.getMessage().contains("the setup of model m fails at setup: o open: FAILS: no"),
                refused.getMessage());
    }

    // Objects that are freed.

    private final Cell<Life<Integer>> page = m.object("page", 3);

    private String touched(Body code) {
        m.task("a").step("f free", now -> now.free(page)).step("t touch", code);
        return failure(m.build()).what();
    }

    @Test
    void anObjectIsUsedAndChangedWhileItIsThere() {
        m.task("a")
                .step("u use", now -> now.set(page, now.use(page) + 1))
                .step("f free", now -> now.free(page))
                .step("a again", now -> now.allocate(page, 0));
        Model model = m.build();
        Sometimes four = new Sometimes("four", "", s -> s.read(page) instanceof Life.Live<Integer> l && l.value() == 4);
        Sometimes gone = new Sometimes("gone", "", s -> !s.read(page).isLive());
        Result result = Checks.check(model, pagelife.checker.search.Order.BREADTH_FIRST, four, gone);
        assertEquals(Vector.of(Verdict.HOLDS, Verdict.HOLDS), result.findings().map(Finding::verdict));
    }

    @Test
    void aUseOfWhatWasFreedFails() {
        assertEquals("page is used after it was freed", touched(now -> now.write(users, now.use(page))));
    }

    @Test
    void aChangeOfWhatWasFreedFails() {
        assertEquals("page is changed after it was freed", touched(now -> now.set(page, 1)));
    }

    @Test
    void aSecondFreeFails() {
        assertEquals("page is freed after it was freed", touched(now -> now.free(page)));
    }

    @Test
    void anAllocationOfWhatIsThereFails() {
        m.task("a").step("a allocate", now -> now.allocate(page, 1));
        assertEquals("page is allocated, and was not freed", failure(m.build()).what());
    }
}
