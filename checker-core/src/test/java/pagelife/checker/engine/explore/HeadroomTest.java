package pagelife.checker.engine.explore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** When new layouts have room to grow, and when a tighter one is looked for. */
class HeadroomTest {
    private final Headroom headroom = new Headroom();

    @Test
    void withFewStatesThereIsMuchRoom() {
        assertEquals(Headroom.MOST, headroom.next(1));
        assertEquals(Headroom.MOST, headroom.next(4_095));
    }

    @Test
    void eachFurtherLayoutSoonAfterATightOneHasMoreRoom() {
        assertEquals(Headroom.NONE, headroom.next(100_000));
        assertEquals(0, headroom.next(110_000));
        assertEquals(1, headroom.next(120_000));
        assertEquals(2, headroom.next(399_999));
        assertEquals(2, headroom.next(399_999));
        assertEquals(Headroom.NONE, headroom.next(400_000));
    }

    @Test
    void aTighterOneIsLookedForOnceAsOftenAsStatesGrowEightfold() {
        assertFalse(headroom.mayTighten(4_095));
        assertTrue(headroom.mayTighten(4_096));
        assertFalse(headroom.mayTighten(8 * 4_096 - 1));
        assertTrue(headroom.mayTighten(8 * 4_096));
    }

    /*
     * Sisters outgrow their widths one by one, every thousand states, as long as they have no more room than they need.
     */
    @Test
    void cellsThatGrowOneByOneDoNotPackAllStatesEachTime() {
        long packed = 0;
        int bits = Headroom.NONE;
        for (long states = 1_000; states <= 1_000_000; states += 1_000) {
            if (headroom.mayTighten(states)) {
                bits = Headroom.NONE;
                packed += states;
            } else if (bits == Headroom.NONE) {
                bits = headroom.next(states);
                packed += states;
            }
        }
        assertEquals(1_000 + 8_000 + 9_000 + 72_000 + 73_000 + 584_000 + 585_000, packed);
    }
}
