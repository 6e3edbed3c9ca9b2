package pagelife.models.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import pagelife.checker.Checker;
import pagelife.checker.naive.Agreement;
import pagelife.checker.naive.Configuration;
import pagelife.checker.property.NoDeadlock;
import pagelife.checker.result.Counts;
import pagelife.checker.result.Finding;
import pagelife.checker.result.Trace;
import pagelife.checker.result.Verdict;

/** Dining philosophers: n of them have 3^n - 1 states and 2n 3^(n-1) - n transitions. */
class PhilosophersTest {
    static Seq<Configuration> configurations() {
        return Configuration.ALL;
    }

    private static Counts counts(int n, Configuration configuration) {
        return Checker.check(new Philosophers(n).model(), Vector.empty(), configuration.options())
                .counts();
    }

    /* 3^8 - 1 = 6,560; 16 x 3^7 - 8 = 34,984. */
    @ParameterizedTest
    @MethodSource("configurations")
    void eightHaveTheCountsOfOtherTools(Configuration configuration) {
        Counts counts = counts(8, configuration);
        assertEquals(6_560, counts.states());
        assertEquals(34_984, counts.transitions());
        if (configuration.shortest()) {
            assertEquals(22, counts.levels());
        }
    }

    /* 3^13 - 1 = 1,594,322; 26 x 3^12 - 13 = 13,817,453. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void thirteenHaveTheCountsOfOtherTools(int threads) {
        assertEquals(new Counts(1_594_322, 13_817_453, 37), counts(13, Configuration.breadthFirst(threads, 0)));
    }

    @Test
    void thirteenHaveTheSameCountsDepthFirst() {
        Counts counts = counts(13, Configuration.depthFirst(0));
        assertEquals(1_594_322, counts.states());
        assertEquals(13_817_453, counts.transitions());
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 5, 8})
    void theNaiveSearchAgrees(int n) {
        new Agreement(new Philosophers(n).model(), Vector.of(NoDeadlock.strict())).requireAll();
    }

    /* Everybody takes the left fork: n steps, and no state before is stuck. */
    @ParameterizedTest
    @ValueSource(ints = {2, 3, 8})
    void theyStarveWhenEverybodyHoldsTheLeftFork(int n) {
        Finding finding = Checker.check(
                        new Philosophers(n).model(), Vector.of(NoDeadlock.strict()), Configuration.PLAIN.options())
                .findings()
                .head();
        assertEquals(Verdict.VIOLATED, finding.verdict());
        Trace trace = finding.trace().get();
        assertEquals(
                Vector.fill(n, "left"), trace.steps().map(step -> step.step().id()));
    }
}
