package pagelife.checker.broken;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vavr.collection.Vector;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import pagelife.checker.Checker;
import pagelife.checker.model.Body;
import pagelife.checker.model.Cell;
import pagelife.checker.model.Model;
import pagelife.checker.model.ModelBuilder;
import pagelife.checker.property.Invariant;
import pagelife.checker.property.Property;
import pagelife.checker.result.Finding;
import pagelife.checker.result.Result;
import pagelife.checker.result.Stop;
import pagelife.checker.result.Verdict;
import pagelife.checker.search.Limits;
import pagelife.checker.search.Options;
import pagelife.checker.search.Reporting;
import pagelife.checker.simulate.Walks;

/** What does not end is named, and the limit on time holds. */
@Timeout(120)
class EndlessTest {
    private static final Vector<Property> CLAIMS =
            Vector.of(Invariant.always("small", "", view -> true), Invariant.always("never 1", "", view -> true));

    private final ModelBuilder m = Model.builder("m");
    private final Cell<Integer> x = m.cell("x", 0);

    private Model doing(Body code) {
        m.task("a").step("s1 count", now -> now.write(x, 1)).step("s2 loop", code);
        return m.build();
    }

    private Finding broken(Result result) {
        return result.finding("at most 0").get();
    }

    private static Options within(long seconds) {
        return Options.DEFAULT.withLimits(Limits.NONE.withNanos(TimeUnit.SECONDS.toNanos(seconds)));
    }

    /* It looks at the state again and again: there it can be made to end. What was found before is not lost. */
    @Test
    void aStepThatDoesNotReturnIsNamedAndTheLimitHolds() {
        Model model = doing(now -> {
            while (now.read(x) == 1) {
                now.read(x);
            }
        });
        Vector<Property> claims = CLAIMS.append(Invariant.always("at most 0", "", view -> view.read(x) == 0));
        Result result = Checker.check(model, claims, within(1));
        assertEquals(Stop.TIMEOUT, result.stop());
        assertEquals(Verdict.VIOLATED, broken(result).verdict());
        String remark = result.finding("small").get().remark();
        assertTrue(remark.contains("actor a, step s2 loop has not returned for "), remark);
        assertTrue(remark.contains("look for a loop that does not end"), remark);
    }

    /* It looks at nothing: all that can be done is to say so. */
    @Test
    void aStepThatCannotBeMadeToEndIsTold() throws InterruptedException {
        LinkedBlockingQueue<String> told = new LinkedBlockingQueue<>();
        CountDownLatch over = new CountDownLatch(1);
        Model model = doing(now -> {
            while (over.getCount() > 0) {
                Thread.onSpinWait();
            }
        });
        Thread search = new Thread(
                () -> Checker.check(model, CLAIMS, within(1).withReporting(Reporting.NONE.withStuck(told::add))));
        search.start();
        String said = told.poll(60, TimeUnit.SECONDS);
        assertTrue(said.startsWith("actor a, step s2 loop has not returned for "), said);
        over.countDown();
        search.join();
    }

    /** Walks find the same: what they decided before is not lost, and the code is left to itself. */
    @Test
    void aStepThatDoesNotReturnIsNamedByWalks() {
        CountDownLatch over = new CountDownLatch(1);
        LinkedBlockingQueue<String> told = new LinkedBlockingQueue<>();
        Options options = within(1).withReporting(Reporting.NONE.withWarnings(told::add));
        Result result = Checker.simulate(spinning(over), CLAIMS, Walks.usual(1), options, walked -> {});
        over.countDown();
        assertEquals(Stop.TIMEOUT, result.stop());
        assertTrue(told.poll().startsWith("actor a, step s2 loop has not returned for "));
        String remark = result.finding("small").get().remark();
        assertTrue(remark.startsWith("not broken in 0 walks; actor a, step s2 loop has not returned for "), remark);
    }

    private Model spinning(CountDownLatch over) {
        return doing(now -> {
            while (over.getCount() > 0) {
                Thread.onSpinWait();
            }
        });
    }

    @Test
    void whoeverInterruptsWalksNeedNotWaitForIt() {
        CountDownLatch over = new CountDownLatch(1);
        Options options = Options.DEFAULT.withInterrupted(() -> true);
        Result result = Checker.simulate(spinning(over), CLAIMS, Walks.usual(1), options, walked -> {});
        over.countDown();
        assertEquals(Stop.INTERRUPTED, result.stop());
    }

    @Test
    void aClaimThatDoesNotReturnIsNamedByWalks() {
        CountDownLatch over = new CountDownLatch(1);
        Property claim = Invariant.always("endless", "", view -> {
            while (view.read(x) == 1 && over.getCount() > 0) {
                Thread.onSpinWait();
            }
            return true;
        });
        Vector<Property> claims = CLAIMS.append(claim).append(Invariant.always("at most 0", "", v -> v.read(x) == 0));
        Result result = Checker.simulate(doing(now -> {}), claims, Walks.usual(1), within(1), walked -> {});
        over.countDown();
        String remark = result.finding("endless").get().remark();
        assertTrue(remark.contains("; property endless has not returned for "), remark);
    }

    /* Long before the heap is full. */
    @Test
    void aCounterThatNothingBoundsIsNamed() {
        m.task("a").forever().step("s count", now -> now.change(x, n -> n + 1));
        LinkedBlockingQueue<String> told = new LinkedBlockingQueue<>();
        Result result = Checker.check(
                m.build(),
                CLAIMS,
                Options.DEFAULT
                        .withLimits(Limits.NONE.withStates(60_000))
                        .withReporting(Reporting.NONE.withWarnings(told::add)));
        assertEquals(Stop.MAX_STATES, result.stop());
        assertEquals(
                "cell x has had 50000 different values, such as 0, 1 and 49999: if it grows without bound the search does"
                        + " not end; bound it in the model then",
                told.poll());
    }

    @Test
    void aNumberThatNothingBoundsEndsTheSearch() {
        m.task("a").forever().step("s count", now -> now.change(x, n -> n + 1));
        Result result = Checker.check(m.build(), CLAIMS, Options.DEFAULT);
        assertEquals(Stop.MEMORY, result.stop());
        String remark = result.finding("small").get().remark();
        assertTrue(
                remark.contains("actor a, step s count: cell x has had 2000000 different values, such as 0, 1 and"
                        + " 1999999: it seems to grow without bound; bound it in the model"),
                remark);
    }
}
