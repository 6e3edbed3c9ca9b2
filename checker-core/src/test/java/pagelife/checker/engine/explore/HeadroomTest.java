package pagelife.checker.engine.explore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** When new layouts have room to grow, and when a tighter one is looked for. */
class HeadroomTest {
    private final Headroom headroom = new Headroom();

    @Test
    void withFewStatesThereIsRoom() {
        assertTrue(headroom.isDue(1));
        assertTrue(headroom.isDue(4_095));
    }

    @Test
    void aLayoutAfterALongTimeIsTightAndASecondOneSoonAfterHasRoom() {
        assertFalse(headroom.isDue(100_000));
        assertTrue(headroom.isDue(110_000));
        assertTrue(headroom.isDue(439_999));
        assertFalse(headroom.isDue(4 * 439_999));
    }

    @Test
    void aTighterOneIsLookedForOnceAsOftenAsStatesGrowEightfold() {
        assertFalse(headroom.mayTighten(4_095));
        assertTrue(headroom.mayTighten(4_096));
        assertFalse(headroom.mayTighten(8 * 4_096 - 1));
        assertTrue(headroom.mayTighten(8 * 4_096));
    }

    /* One cell after the other outgrows its width, every thousand states: states are packed again a few times, not 1,000. */
    @Test
    void cellsThatGrowOneByOneDoNotPackAllStatesEachTime() {
        long packed = 0;
        boolean roomy = false;
        for (long states = 1_000; states <= 1_000_000; states += 1_000) {
            if (headroom.mayTighten(states)) {
                packed += states;
                roomy = false;
            } else if (!roomy) { // with room for growth nothing outgrows its width for a while
                roomy = headroom.isDue(states);
                packed += states;
            }
        }
        assertEquals(1_000 + 8_000 + 9_000 + 72_000 + 73_000 + 584_000 + 585_000, packed);
    }
}
