package pagelife.checker.simulate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import org.junit.jupiter.api.Test;

class SizeEstimateTest {
    /* Twenty tasks of a step each: level k has the ways to choose k of them, 2^20 states in all. */
    private static final Seq<Long> CUBE = Vector.of(
            1L, 20L, 190L, 1140L, 4845L, 15504L, 38760L, 77520L, 125970L, 167960L, 184756L, 167960L, 125970L, 77520L,
            38760L, 15504L, 4845L, 1140L, 190L, 20L, 1L);

    @Test
    void theTruthLiesWithinAtEveryLevelOfACube() {
        for (int known = 6; known <= CUBE.size(); known++) {
            SizeEstimate estimate = SizeEstimate.after(CUBE.take(known), 20).get();
            assertTrue(estimate.least() <= 1 << 20 && 1 << 20 <= estimate.most(), known + ": " + estimate);
        }
    }

    /* Two tasks that count to 99 have levels that grow by one: what is said of them after six is far too much. */
    @Test
    void ofLevelsThatGrowByOneTooMuchIsExpected() {
        Seq<Long> square = Vector.rangeClosed(1, 6).map(Integer::longValue);
        assertTrue(SizeEstimate.after(square, 198).get().least() > 10_000);
    }

    @Test
    void ofFewLevelsNothingIsSaid() {
        assertEquals(Option.none(), SizeEstimate.after(CUBE.take(5), 20));
    }

    @Test
    void whatIsSeenIsTheLeast() {
        assertEquals(1 << 20, SizeEstimate.after(CUBE, 20).get().least());
    }

    @Test
    void whatIsLargerThanAnyDiskIsOnlySaidToBeSo() {
        Seq<Long> tenfold = Vector.of(1L, 10L, 100L, 1_000L, 10_000L, 100_000L, 1_000_000L, 10_000_000L);
        assertEquals(
                1_000_000_000_000_000L, SizeEstimate.after(tenfold, 300).get().most());
    }
}
