package pagelife.checker.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.base.Ticker;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import pagelife.checker.Checker;
import pagelife.checker.naive.Agreement;
import pagelife.checker.naive.Configuration;
import pagelife.checker.result.Counts;
import pagelife.checker.result.Finding;
import pagelife.checker.result.Result;
import pagelife.checker.result.Stop;
import pagelife.checker.result.Verdict;

/** Searches that give up, on a {@link Grid} of 100 x 100 states and 199 levels. */
class LimitsTest {
    private final Grid grid = new Grid(100);

    static Seq<Configuration> configurations() {
        return Configuration.ALL;
    }

    private Result check(Configuration configuration, Limits limits) {
        return check(configuration.options().withLimits(limits));
    }

    private Result check(Options options) {
        return Checker.check(grid.model(), grid.properties(), options);
    }

    /** Everything that has no trace is undecided. */
    private static void requireUndecided(Result result) {
        for (Finding finding : result.findings()) {
            if (finding.trace().isEmpty()) {
                assertEquals(
                        Verdict.UNDECIDED, finding.verdict(), finding.property().name());
            }
        }
        assertEquals(Verdict.UNDECIDED, result.finding("inside").get().verdict());
        assertEquals(Verdict.UNDECIDED, result.finding("never beyond").get().verdict());
        assertEquals(Verdict.UNDECIDED, result.finding("vacuous").get().verdict());
    }

    /** What is broken near the start has been found. */
    private static void requireNearOnes(Result result) {
        assertEquals(Verdict.VIOLATED, result.finding("below 3").get().verdict());
        assertEquals(Verdict.HOLDS, result.finding("reaches 2").get().verdict());
        for (Finding finding : result.findings().filter(found -> found.trace().isDefined())) {
            Agreement.requireTrace(finding.property(), finding.trace().get(), "trace");
        }
    }

    /* 100 x 100 states; 99 steps in each row and column; 199 levels. */
    @ParameterizedTest
    @MethodSource("configurations")
    void withoutLimitsTheGridIsExploredWhole(Configuration configuration) {
        Result result = check(configuration.options());
        assertEquals(Stop.COMPLETE, result.stop());
        assertEquals(new Counts(10_000, 19_800, 199), result.counts());
    }

    @ParameterizedTest
    @MethodSource("configurations")
    void aLimitOnStatesLeavesUndecidedWhatHasNoTrace(Configuration configuration) {
        Result result = check(configuration, Limits.NONE.withStates(1_000));
        assertEquals(Stop.MAX_STATES, result.stop());
        requireUndecided(result);
    }

    @ParameterizedTest
    @MethodSource("configurations")
    void aLimitOnStatesKeepsWhatWasFound(Configuration configuration) {
        requireNearOnes(check(configuration, Limits.NONE.withStates(1_000)));
    }

    /* Blocks shrink towards the limit, and a state has at most 2 successors. */
    @ParameterizedTest
    @MethodSource("configurations")
    void aLimitOnStatesIsHardlyOverrun(Configuration configuration) {
        long states =
                check(configuration, Limits.NONE.withStates(1_000)).counts().states();
        assertTrue(1_000 <= states && states < 1_100, "states: " + states);
    }

    @ParameterizedTest
    @MethodSource("configurations")
    void aLimitAboveTheStatesThereAreIsNone(Configuration configuration) {
        assertEquals(
                Stop.COMPLETE,
                check(configuration, Limits.NONE.withStates(10_001)).stop());
    }

    @ParameterizedTest
    @MethodSource("configurations")
    void aLimitOfOneStateStopsAtOnce(Configuration configuration) {
        Result result = check(configuration, Limits.NONE.withStates(1));
        assertEquals(Stop.MAX_STATES, result.stop());
        requireUndecided(result);
    }

    /* Sums from 0 to 5: 1 + 2 + 3 + 4 + 5 + 6 = 21 states; those below 5 are expanded: 15, with two steps each. */
    @Test
    void aLimitOnDepthExploresTheLevelsAboveIt() {
        Result result = check(Configuration.PLAIN, Limits.NONE.withDepth(5));
        assertEquals(new Counts(21, 30, 6), result.counts());
    }

    @ParameterizedTest
    @MethodSource("configurations")
    void aLimitOnDepthLeavesUndecidedWhatHasNoTrace(Configuration configuration) {
        Result result = check(configuration, Limits.NONE.withDepth(20));
        assertEquals(Stop.MAX_DEPTH, result.stop());
        requireUndecided(result);
        requireNearOnes(result);
    }

    /* The deepest state is 198 steps away and has no successor, which is only known once it is expanded. */
    @Test
    void aDepthThatEveryStateKeepsIsNoLimit() {
        assertEquals(
                Stop.COMPLETE,
                check(Configuration.PLAIN, Limits.NONE.withDepth(199)).stop());
        assertEquals(
                Stop.MAX_DEPTH,
                check(Configuration.PLAIN, Limits.NONE.withDepth(198)).stop());
    }

    /** A clock that moves by one nanosecond whenever somebody looks at it. */
    private static Ticker counting() {
        AtomicInteger looks = new AtomicInteger();
        return new Ticker() {
            @Override
            public long read() {
                return looks.getAndIncrement();
            }
        };
    }

    @ParameterizedTest
    @MethodSource("configurations")
    void aLimitOnTimeLeavesUndecidedWhatHasNoTrace(Configuration configuration) {
        Result result = check(configuration.options().withTicker(counting()).withLimits(Limits.NONE.withNanos(10)));
        assertEquals(Stop.TIMEOUT, result.stop());
        requireUndecided(result);
    }

    @ParameterizedTest
    @MethodSource("configurations")
    void aClockThatStandsStillNeverStopsASearch(Configuration configuration) {
        Ticker frozen = new Ticker() {
            @Override
            public long read() {
                return 42;
            }
        };
        Result result = check(configuration.options().withTicker(frozen).withLimits(Limits.NONE.withNanos(1)));
        assertEquals(Stop.COMPLETE, result.stop());
    }

    @ParameterizedTest
    @MethodSource("configurations")
    void anInterruptLeavesUndecidedWhatHasNoTrace(Configuration configuration) {
        AtomicInteger asked = new AtomicInteger();
        Result result = check(configuration.options().withInterrupted(() -> asked.incrementAndGet() > 10));
        assertEquals(Stop.INTERRUPTED, result.stop());
        requireUndecided(result);
    }

    @ParameterizedTest
    @MethodSource("configurations")
    void anInterruptBeforeTheStartStopsSoon(Configuration configuration) {
        Result result = check(configuration.options().withInterrupted(() -> true));
        assertEquals(Stop.INTERRUPTED, result.stop());
        assertTrue(result.counts().states() < 2_000);
        requireUndecided(result);
    }

    /*
     * A caller that gives up interrupts its thread, as Future.cancel does. Many times, since workers must have ended.
     */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4})
    void anInterruptOfTheCallersThreadEndsTheSearch(int threads) {
        for (int round = 0; round < 20; round++) {
            Thread.currentThread().interrupt();
            Result result = check(Configuration.breadthFirst(threads, 0).options());
            assertTrue(Thread.interrupted(), "the interrupt is left for the caller to see");
            assertEquals(Stop.INTERRUPTED, result.stop());
            requireUndecided(result);
        }
    }

    /* 300 x 300 states of 8 bytes and a table of 65,536 slots of 8 bytes to begin with are more than 1 MiB. */
    @ParameterizedTest
    @MethodSource("configurations")
    void aLimitOnMemoryLeavesUndecidedWhatHasNoTrace(Configuration configuration) {
        Grid large = new Grid(300);
        Result result = Checker.check(
                large.model(), large.properties(), configuration.options().withLimits(Limits.NONE.withBytes(1 << 20)));
        assertEquals(Stop.MEMORY, result.stop());
        requireUndecided(result);
        requireNearOnes(result);
    }

    @ParameterizedTest
    @MethodSource("configurations")
    void aSearchMayEndWhenEveryPropertyIsDecided(Configuration configuration) {
        Result result = Checker.check(
                grid.model(),
                grid.properties()
                        .filter(property -> Vector.of("below 3", "reaches 2").contains(property.name())),
                configuration.options().withStopWhenDecided(true));
        assertEquals(Stop.DECIDED, result.stop());
        assertTrue(result.counts().states() < 300);
        requireNearOnes(result);
    }

    @ParameterizedTest
    @MethodSource("configurations")
    void aSearchWhereSomethingHoldsIsNotDecidedEarly(Configuration configuration) {
        Result result = check(configuration.options().withStopWhenDecided(true));
        assertEquals(Stop.COMPLETE, result.stop());
        assertEquals(Verdict.HOLDS, result.finding("inside").get().verdict());
        assertEquals(Verdict.NEVER_HAPPENS, result.finding("never beyond").get().verdict());
        assertEquals(Verdict.NEVER_HAPPENS, result.finding("vacuous").get().verdict());
    }

    @Test
    void aLimitMustBePositive() {
        assertEquals(
                "states (0) must be positive; leave it out for no limit",
                assertThrows(IllegalArgumentException.class, () -> Limits.NONE.withStates(0))
                        .getMessage());
    }

    @Test
    void thereMustBeAThread() {
        assertThrows(IllegalArgumentException.class, () -> Options.DEFAULT.withThreads(0));
    }
}
