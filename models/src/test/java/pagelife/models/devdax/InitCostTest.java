package pagelife.models.devdax;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vavr.collection.Vector;
import org.junit.jupiter.api.Test;

/** The figures of the series of July 2021 follow from the struct pages written. */
final class InitCostTest {
    @Test
    void onlyUniqueStructPagesAreWritten() {
        assertEquals(
                Vector.of(33_554_432L, 8_388_608L, 16_384L), InitCost.table().map(InitCost::structPages));
    }

    @Test
    void theTimeOf2MIsAQuarterOfThatOfBasePages() {
        InitCost.Range predicted = InitCost.table().get(1).predicted();
        assertEquals(67, predicted.least());
        assertEquals(89.5, predicted.most());
        assertTrue(predicted.meets(InitCost.table().get(1).measured()));
    }

    @Test
    void theTimeOf1GIsBelowAMillisecond() {
        InitCost.Range predicted = InitCost.table().get(2).predicted();
        assertEquals(0.131, predicted.least(), 0.001);
        assertEquals(0.175, predicted.most(), 0.001);
        assertTrue(predicted.meets(InitCost.table().get(2).measured()));
    }

    @Test
    void aStructPageTakesEightToElevenNanoseconds() {
        InitCost.Range nanos = InitCost.table().head().nanosPerStructPage();
        assertEquals(8.0, nanos.least(), 0.05);
        assertEquals(10.7, nanos.most(), 0.05);
    }
}
