package pagelife.models.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vavr.collection.Vector;
import org.junit.jupiter.api.Test;

class WaitQueueTest {
    private static final TaskId A = new TaskId("a");
    private static final TaskId B = new TaskId("b");
    private static final TaskId C = new TaskId("c");

    private static Waiter shared(TaskId task) {
        return new Waiter(task, WaitKey.ENTRY, false);
    }

    private static Waiter exclusive(TaskId task) {
        return new Waiter(task, WaitKey.ENTRY, true);
    }

    @Test
    void aWakeUpTakesTheWaiterOut() {
        WaitQueue queue = WaitQueue.EMPTY.add(exclusive(A));
        assertFalse(queue.wake(queue.one(WaitKey.ENTRY)).holds(A));
    }

    @Test
    void oneWakesTheFirstExclusiveWaiterOnly() {
        WaitQueue queue = WaitQueue.EMPTY.add(exclusive(A)).add(exclusive(B));
        assertEquals(Vector.of(A), queue.one(WaitKey.ENTRY));
    }

    @Test
    void oneWakesEveryWaiterThatIsNotExclusive() {
        WaitQueue queue =
                WaitQueue.EMPTY.add(exclusive(A)).add(shared(B)).add(shared(C)).add(exclusive(new TaskId("d")));
        assertEquals(Vector.of(C, B, A), queue.one(WaitKey.ENTRY));
    }

    @Test
    void allWakesExclusiveWaitersToo() {
        WaitQueue queue = WaitQueue.EMPTY.add(exclusive(A)).add(exclusive(B));
        assertEquals(Vector.of(A, B), queue.all(WaitKey.ENTRY));
    }

    @Test
    void anotherKeyWakesNobody() {
        WaitQueue queue = WaitQueue.EMPTY.add(new Waiter(A, WaitKey.REFCOUNT, false));
        assertTrue(queue.all(WaitKey.FOLIO).isEmpty());
    }

    @Test
    void whoLeavesIsNotWoken() {
        assertEquals(WaitQueue.EMPTY, WaitQueue.EMPTY.add(shared(A)).remove(A));
    }
}
