package pagelife.reports.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class RequestTest {
    private static final long MEGA = 1 << 20;

    /** Two buffers of a million words, which are sorted before they go to disk, and the set while it doubles. */
    @Test
    void statesLeaveRoomToSortThem() {
        for (long heap : new long[] {60 * MEGA, 100 * MEGA, 400 * MEGA}) {
            assertTrue(2 * Request.ofHeap(heap) + 16 * MEGA <= heap, heap + ": " + Request.ofHeap(heap));
        }
        assertEquals(15 * MEGA, Request.ofHeap(60 * MEGA));
        assertEquals(4072 * MEGA, Request.ofHeap(8192 * MEGA), "nearly half of a large one");
        assertEquals(1, Request.ofHeap(1));
    }
}
