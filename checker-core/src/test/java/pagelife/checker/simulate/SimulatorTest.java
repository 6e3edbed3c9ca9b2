package pagelife.checker.simulate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static pagelife.checker.ltl.Formulas.eventually;
import static pagelife.checker.ltl.Formulas.holds;

import com.google.common.base.Ticker;
import io.vavr.collection.HashSet;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pagelife.checker.Checker;
import pagelife.checker.hand.Checks;
import pagelife.checker.ltl.Assumptions;
import pagelife.checker.model.Cell;
import pagelife.checker.model.Fairness;
import pagelife.checker.model.Model;
import pagelife.checker.model.ModelBuilder;
import pagelife.checker.model.ModelException;
import pagelife.checker.model.Script;
import pagelife.checker.property.Invariant;
import pagelife.checker.property.NoDeadlock;
import pagelife.checker.property.Property;
import pagelife.checker.property.Sometimes;
import pagelife.checker.property.StepProperty;
import pagelife.checker.property.Temporal;
import pagelife.checker.result.Finding;
import pagelife.checker.result.Result;
import pagelife.checker.result.Stop;
import pagelife.checker.result.Verdict;
import pagelife.checker.search.Options;

class SimulatorTest {
    private final ModelBuilder m = Model.builder("m");
    private final Cell<Integer> count = m.cell("count", 0);
    private final Cell<Integer> other = m.cell("other", 0);

    /** A task that takes so many steps, each of which adds one. */
    private void counts(String task, Cell<Integer> cell, int steps) {
        Script counting = m.task(task);
        for (int i = 1; i <= steps; i++) {
            counting = counting.step("s" + i + " add", now -> now.change(cell, n -> n + 1));
        }
    }

    private static Invariant below(int limit, Cell<Integer> cell) {
        return Invariant.always("below " + limit, "", view -> view.read(cell) < limit);
    }

    private static Result walked(Model model, Walks walks, Property... claims) {
        return Checker.simulate(model, Vector.of(claims), walks, Options.DEFAULT, done -> {});
    }

    private static Finding only(Model model, Property claim) {
        return walked(model, Walks.usual(1), claim).findings().head();
    }

    @Test
    void whatAWalkBreaksIsBrokenInAsFewStepsAsAreNeeded() {
        counts("a", count, 3);
        counts("b", other, 3);
        Finding finding = only(m.build(), below(3, count));
        assertEquals(Verdict.VIOLATED, finding.verdict());
        assertEquals(
                Vector.of("a: s1 add", "a: s2 add", "a: s3 add"),
                Checks.steps(finding.trace().get()));
    }

    @Test
    void whatNoWalkBreaksIsUndecidedHoweverManyThereAre() {
        counts("a", count, 3);
        Finding finding = only(m.build(), below(4, count));
        assertEquals(Verdict.UNDECIDED, finding.verdict());
        assertEquals("not broken in 1,000 walks", finding.remark());
    }

    @Test
    void whatIsSeenHappensAndWhatIsNotMayStill() {
        counts("a", count, 3);
        Model model = m.build();
        Finding seen = only(model, new Sometimes("3", "", view -> view.read(count) == 3));
        assertEquals(Verdict.HOLDS, seen.verdict());
        assertEquals(3, seen.trace().get().length());
        Finding not = only(model, new Sometimes("4", "", view -> view.read(count) == 4));
        assertEquals(Verdict.UNDECIDED, not.verdict());
        assertEquals("not seen in 1,000 walks", not.remark());
    }

    private Temporal comes(int wanted) {
        return Temporal.of("comes", "", eventually(holds("counted", view -> view.read(count) == wanted)))
                .under(Assumptions.every(Fairness.WEAK));
    }

    /** A task that goes on for ever, over two values. */
    private void blinks(String task) {
        m.task(task).step("b1 light", now -> now.write(other, 1)).step("b2 dark", now -> {
            now.write(other, 0);
            now.go("b1");
        });
    }

    @Test
    void aClaimAboutRunsIsBrokenByAWalkThatEnds() {
        counts("a", count, 1);
        Finding finding = only(m.build(), comes(2));
        assertEquals(Verdict.VIOLATED, finding.verdict());
        assertEquals(Option.some(1), finding.trace().get().loopStart());
    }

    @Test
    void aClaimAboutRunsIsBrokenByAWalkThatComesBackToWhereItWas() {
        blinks("a");
        m.task("b").step("w wait", now -> now.await(now.read(count) == 1));
        Finding finding = only(m.build(), comes(1));
        assertEquals(Verdict.VIOLATED, finding.verdict());
        assertEquals(
                Vector.of("a: b1 light", "a: b2 dark"),
                Checks.steps(finding.trace().get()));
        assertEquals(Option.some(0), finding.trace().get().loopStart());
    }

    @Test
    void aWalkThatLeavesOutWhoCanGoOnBreaksNoClaimAboutRuns() {
        blinks("a");
        counts("b", count, 1);
        Model model = m.build();
        for (Strategy strategy : Vector.of(new Strategy.Uniform(), new Strategy.Priorities(1))) {
            Finding finding = walked(model, new Walks(100, 50, 1, strategy), comes(1))
                    .findings()
                    .head();
            assertEquals(Verdict.UNDECIDED, finding.verdict());
            assertEquals(
                    "no walk ends, or comes back to where it was, in a way that breaks it, of 100 walks",
                    finding.remark());
        }
    }

    @Test
    void aClaimAboutStepsIsBrokenByTheLastStep() {
        counts("a", count, 3);
        Finding finding = only(m.build(), new StepProperty("below 2", "", taken -> taken.before(count) < 2));
        assertEquals("s3", finding.trace().get().steps().last().step().id());
    }

    @Test
    void whoWaitsForEverIsADeadlock() {
        counts("a", count, 1);
        m.task("b").step("w wait", now -> now.await(now.read(count) == 2));
        Finding finding = only(m.build(), NoDeadlock.strict());
        assertEquals(Verdict.VIOLATED, finding.verdict());
        assertEquals(1, finding.trace().get().length());
    }

    @Test
    void aStepThatFailsIsToldOfUnasked() {
        m.task("a").step("s1 add", now -> now.bugOn(now.read(count) == 0, "none"));
        Result result = walked(m.build(), Walks.usual(1));
        assertEquals(Vector.of(StepProperty.NO_FAILURE), result.findings().map(Finding::property));
        assertEquals(1, result.findings().head().trace().get().length());
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 7})
    void theSameIsFoundWithAnyNumberOfThreads(int threads) {
        counts("a", count, 6);
        counts("b", count, 6);
        Model model = m.build();
        Walks walks = new Walks(200, 9, 4, new Strategy.Priorities(3));
        Seq<Property> claims =
                Vector.of(below(3, count), below(9, count), new Sometimes("8", "", view -> view.read(count) == 8));
        Result alone = Checker.simulate(model, claims, walks, Options.DEFAULT, done -> {});
        Result together = Checker.simulate(model, claims, walks, Options.DEFAULT.withThreads(threads), done -> {});
        assertEquals(alone.counts(), together.counts());
        assertEquals(alone.findings(), together.findings());
        assertEquals(alone.vacuity(), together.vacuity());
    }

    @Test
    void anotherSeedTakesOtherWalks() {
        counts("a", count, 9);
        counts("b", other, 9);
        Model model = m.build();
        Walk walk = new Walk(model, new Strategy.Uniform(), 18, 18);
        Watched watched = new Watched(Vector.empty());
        Run one = walk.take(Walks.usual(1).random(0), watched);
        assertEquals(one, walk.take(Walks.usual(1).random(0), watched));
        assertTrue(!one.equals(walk.take(Walks.usual(2).random(0), watched)));
    }

    /* 1 walk of 20 steps: b's last step comes after all of a's in one of 2^19 and more uniform walks. */
    @Test
    void prioritiesMeetABugOfOneConstraintInHalfOfTheWalks() {
        counts("a", count, 20);
        counts("b", other, 20);
        Model model = m.build();
        Walk walk = new Walk(model, new Strategy.Priorities(1), 40, 40);
        int met = met(walk, 1000, view -> view >= 20);
        assertTrue(met > 450 && met < 550, "" + met);
    }

    /** How many walks begin with so many steps of a. */
    private static int met(Walk walk, int walks, IntPredicate enough) {
        int met = 0;
        for (int i = 0; i < walks; i++) {
            Run run = walk.take(Walks.usual(1).random(i), new Watched(Vector.empty()));
            met += enough.test(run.moves()
                            .takeWhile(move -> move.step().actor().name().equals("a"))
                            .size())
                    ? 1
                    : 0;
        }
        return met;
    }

    /* Each of 2 tasks in 4 steps: a bug of depth 2 is met in one of 2 * 4 walks at least. */
    @Test
    void prioritiesMeetALostUpdateAsOftenAsTheyPromise() {
        Model model = lostUpdate();
        Walk walk = new Walk(model, new Strategy.Priorities(2), 4, 4);
        int lost = 0;
        for (int i = 0; i < 1000; i++) {
            Run run = walk.take(Walks.usual(1).random(i), new Watched(Vector.empty()));
            lost += run.last().read(count) == 1 ? 1 : 0;
        }
        assertTrue(lost >= 125, "" + lost);
    }

    private Model lostUpdate() {
        for (String name : Vector.of("a", "b")) {
            m.task(name, task -> {
                Cell<Integer> seen = task.cell("seen", Integer.class, 0);
                return new Script()
                        .step("l load", now -> now.write(seen, now.read(count)))
                        .step("s store", now -> now.write(count, now.read(seen) + 1));
            });
        }
        return m.build();
    }

    @Test
    void withoutADelayEachTaskGoesOnToItsEnd() {
        counts("a", count, 3);
        counts("b", count, 3);
        counts("c", count, 3);
        Model model = m.build();
        Walk walk = new Walk(model, new Strategy.Delays(0), 9, 9);
        assertEquals(
                HashSet.of("aaabbbccc", "bbbcccaaa", "cccaaabbb"),
                Vector.range(0, 100).map(i -> order(walk, i)).toSet());
    }

    @Test
    void aDelayPutsATaskBehindTheOthersOnce() {
        counts("a", count, 3);
        counts("b", count, 3);
        Model model = m.build();
        Walk walk = new Walk(model, new Strategy.Delays(1), 6, 6);
        assertEquals(
                HashSet.of("aaabbb", "bbbaaa", "abbbaa", "aabbba", "baaabb", "bbaaab"),
                Vector.range(0, 300).map(i -> order(walk, i)).toSet());
    }

    private static String order(Walk walk, int number) {
        return walk.take(Walks.usual(1).random(number), new Watched(Vector.empty()))
                .moves()
                .map(move -> move.step().actor().name())
                .mkString();
    }

    @Test
    void aLimitOnTimeEndsThem() {
        counts("a", count, 3);
        AtomicInteger millis = new AtomicInteger();
        Ticker ticker = new Ticker() {
            @Override
            public long read() {
                return millis.getAndIncrement() * 1_000_000L;
            }
        };
        Options options = Options.DEFAULT
                .withTicker(ticker)
                .withLimits(Options.DEFAULT.limits().withNanos(50_000_000));
        Walks walks = new Walks(Long.MAX_VALUE, 9, 1, new Strategy.Uniform());
        Result result = Checker.simulate(m.build(), Vector.of(below(4, count)), walks, options, done -> {});
        assertEquals(Stop.TIMEOUT, result.stop());
        assertEquals("not broken in 50 walks", result.findings().head().remark());
    }

    @Test
    void whoeverInterruptsGetsWhatWasFound() {
        counts("a", count, 3);
        Options options = Options.DEFAULT.withInterrupted(() -> true);
        Result result = Checker.simulate(m.build(), Vector.of(below(4, count)), Walks.usual(1), options, done -> {});
        assertEquals(Stop.INTERRUPTED, result.stop());
        assertEquals("not broken in 0 walks", result.findings().head().remark());
    }

    @Test
    void stepsThatNoWalkTookAreTold() {
        counts("a", count, 1);
        m.task("b").step("w wait", now -> now.await(now.read(count) == 2));
        Result result = walked(m.build(), Walks.usual(1));
        assertEquals(Vector.of("w"), result.vacuity().stepsNeverTaken().map(step -> step.id()));
        assertEquals(Option.none(), result.findings().headOption());
    }

    @Test
    void aStepThatTossesACoinIsNoticedWhereItMatters() {
        AtomicInteger calls = new AtomicInteger();
        m.task("a").step("s1 add", now -> now.write(count, calls.incrementAndGet()));
        Model model = m.build();
        Property claim = Invariant.always("even", "", view -> view.read(count) % 2 == 0);
        ModelException thrown = assertThrows(
                ModelException.class, () -> walked(model, new Walks(1, 5, 1, new Strategy.Uniform()), claim));
        assertTrue(
                thrown.getMessage().contains("answered otherwise when a walk was executed again"), thrown.getMessage());
    }
}
