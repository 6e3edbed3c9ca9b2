package pagelife.specs.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vavr.collection.Vector;
import org.junit.jupiter.api.Test;
import pagelife.checker.Checker;
import pagelife.checker.model.Cell;
import pagelife.checker.model.Model;
import pagelife.checker.model.ModelBuilder;
import pagelife.checker.model.Now;
import pagelife.checker.property.NoDeadlock;
import pagelife.checker.result.Trace;
import pagelife.checker.search.Options;
import pagelife.models.kernel.WaitQueueHead;
import pagelife.models.page.Books;
import pagelife.models.page.Holds;
import pagelife.models.page.PageId;
import pagelife.models.page.RwSemaphore;
import pagelife.models.page.TaskId;
import pagelife.models.page.WaitKey;
import pagelife.models.page.WaitQueue;

/** A truncate that keeps its lock while it sleeps, and a pin that needs the lock to end. No kernel does that. */
final class BlockedWakerTest {
    private static final PageId PAGE = new PageId(0);

    @Test
    void aWakerThatWaitsItselfIsNamed() {
        Model model = model();
        Trace trace = Checker.check(model, Vector.of(NoDeadlock.strict()), Options.DEFAULT)
                .findings()
                .head()
                .trace()
                .get();
        StuckWaiter stuck = StuckWaiter.of(Books.of(model), trace).head();
        assertEquals(StuckWaiter.Cause.WAKER_BLOCKED, stuck.cause());
        assertEquals("pin", stuck.who());
    }

    private static Model model() {
        ModelBuilder model = Model.builder("toy/blocked");
        Cell<RwSemaphore> lock = model.cell("lock", RwSemaphore.FREE);
        WaitQueueHead queue = WaitQueueHead.of(model.cell("waiters", WaitQueue.EMPTY), WaitKey.FOLIO)
                .until(PAGE);
        TaskId truncate = new TaskId("truncate");
        TaskId pin = new TaskId("pin");
        model.task(truncate.name())
                .step("t1 lock and queue", now -> {
                    awaitFree(now, lock);
                    now.change(lock, RwSemaphore::downWrite);
                    queue.prepareToWait(now, truncate);
                })
                .step("t2 wake up", now -> queue.sleep(now, truncate))
                .has(queue.asleep());
        model.task(pin.name())
                .step("p1 unpin under the lock, wake", now -> {
                    awaitFree(now, lock);
                    queue.wakeUpAll(now);
                })
                .has(Holds.pin(pin, PAGE, 1));
        return model.build();
    }

    private static void awaitFree(Now now, Cell<RwSemaphore> lock) {
        now.await(now.read(lock).canWrite());
    }
}
