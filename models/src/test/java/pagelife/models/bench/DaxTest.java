package pagelife.models.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import pagelife.checker.Checker;
import pagelife.checker.naive.Agreement;
import pagelife.checker.naive.Configuration;
import pagelife.checker.property.Invariant;
import pagelife.checker.property.NoDeadlock;
import pagelife.checker.property.Property;
import pagelife.checker.property.Sometimes;
import pagelife.checker.result.Counts;
import pagelife.checker.result.Finding;
import pagelife.checker.result.Result;
import pagelife.checker.result.Stop;
import pagelife.checker.result.Trace;
import pagelife.checker.result.Verdict;

/** The benchmark protocol, with the counts that several other tools agree on. */
class DaxTest {
    private static Dax dax(int pages, int spaces, int gups) {
        return new Dax(pages, spaces, gups, Dax.Bug.NONE);
    }

    private static Property countsAreSane(Dax dax) {
        return Invariant.always("S0", "no count is below 0", dax.countsAreSane());
    }

    private static Property freePagesAreClean(Dax dax) {
        return Invariant.always("S1", "a page outside the file is unused", dax.freePagesAreClean());
    }

    /** The claims of the protocol; it is correct, so all hold and everything happens. */
    private static Seq<Property> claims(Dax dax) {
        return Vector.of(
                countsAreSane(dax),
                freePagesAreClean(dax),
                Invariant.always("S3", "a gone device has no used page", dax.goneDeviceIsClean()),
                NoDeadlock.strict(),
                new Sometimes("waits", "a truncate waits", dax.truncateWaits()),
                new Sometimes("woken", "a waiting truncate is woken", dax.truncateIsWoken()));
    }

    private static Counts counts(Dax dax, Configuration configuration) {
        return Checker.check(dax.model(), Vector.empty(), configuration.options())
                .counts();
    }

    /* Pages, spaces, GUP actors; states, transitions, levels where they are known. */
    @ParameterizedTest
    @CsvSource({
        "1, 2, 2, 2_079, 9_318, 19",
        "2, 1, 2, 6_106, 27_454,",
        "2, 2, 1, 5_900, 27_163,",
        "2, 1, 3, 38_998, 213_796,",
        "3, 2, 1, 61_336, 341_381, 30",
        "2, 2, 2, 61_168, 348_756,"
    })
    void everyConfigurationCountsWhatOtherToolsCount(
            int pages, int spaces, int gups, String states, String transitions, Integer levels) {
        for (Configuration configuration : Configuration.ALL) {
            Counts counts = counts(dax(pages, spaces, gups), configuration);
            assertEquals(number(states), counts.states(), configuration + ": states");
            assertEquals(number(transitions), counts.transitions(), configuration + ": transitions");
            if (levels != null && configuration.shortest()) {
                assertEquals(levels, counts.levels(), configuration + ": levels");
            }
        }
    }

    private static long number(String text) {
        return Long.parseLong(text.replace("_", ""));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void mediumHasTheCountsOfOtherTools(int threads) {
        assertEquals(new Counts(918_036, 6_168_793, 33), counts(dax(3, 2, 2), Configuration.breadthFirst(threads, 0)));
    }

    @Test
    void mediumHasTheSameCountsDepthFirst() {
        Counts counts = counts(dax(3, 2, 2), Configuration.depthFirst(0));
        assertEquals(918_036, counts.states());
        assertEquals(6_168_793, counts.transitions());
    }

    /* One in a thousand is the promise; the protocol has a few hundred distinct runs. */
    @Test
    void onMediumTheModelsCodeRunsOnceInAThousandTransitions() {
        Result result = Checker.check(dax(3, 2, 2).model(), Vector.empty(), Configuration.PLAIN.options());
        assertTrue(
                result.statistics().executions() <= result.counts().transitions() / 1_000,
                "executions: " + result.statistics().executions());
    }

    @ParameterizedTest
    @CsvSource({"1, 2, 2", "2, 1, 2", "2, 2, 1"})
    void theNaiveSearchAgrees(int pages, int spaces, int gups) {
        Dax dax = dax(pages, spaces, gups);
        new Agreement(dax.model(), claims(dax)).requireAll();
    }

    @ParameterizedTest
    @CsvSource({"1, 1, 1", "1, 2, 2", "3, 2, 1"})
    void theProtocolIsCorrect(int pages, int spaces, int gups) {
        Dax dax = dax(pages, spaces, gups);
        Result result = Checker.check(dax.model(), claims(dax), Configuration.PLAIN.options());
        assertEquals(Vector.fill(6, Verdict.HOLDS), result.findings().map(Finding::verdict));
    }

    /** The trace to the one thing that is wrong; what else there is may be infinite. */
    private static Trace counterexample(Dax dax, Property broken, int threads) {
        Result result = Checker.check(
                dax.model(),
                Vector.of(broken),
                Configuration.breadthFirst(threads, 0).options().withStopWhenDecided(true));
        assertEquals(Stop.DECIDED, result.stop());
        Trace trace = result.findings().head().trace().get();
        Agreement.requireTrace(broken, trace, "counterexample");
        return trace;
    }

    private static Seq<String> steps(Trace trace) {
        return trace.steps().map(step -> step.step().id());
    }

    /* Of the pages and spaces that will do, those with the smallest text. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4})
    void aFaultThatDoesNotCountIsFoundInTwoSteps(int threads) {
        Dax dax = new Dax(3, 2, 2, Dax.Bug.FAULT_DOES_NOT_COUNT);
        assertEquals(
                Vector.of("fault", "unmap"),
                steps(counterexample(dax, countsAreSane(dax), threads)).map(step -> step.split("-")[0]));
    }

    @Test
    void aWokenTruncateThatFreesIsFoundInElevenSteps() {
        Dax dax = new Dax(3, 2, 2, Dax.Bug.WOKEN_FREES);
        assertEquals(11, counterexample(dax, freePagesAreClean(dax), 1).length());
    }

    @Test
    void anyNumberOfThreadsFindsTheSameTrace() {
        Dax dax = new Dax(3, 2, 2, Dax.Bug.WOKEN_FREES);
        Property broken = freePagesAreClean(dax);
        Trace one = counterexample(dax, broken, 1);
        assertEquals(one, counterexample(dax, broken, 2));
        assertEquals(one, counterexample(dax, broken, 4));
    }
}
