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
import pagelife.models.kernel.Mutex;
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

    /* The sleeper keeps a lock that nobody counts, and that its waker needs. */
    @Test
    void whoWaitsForTheSleeperIsNamed() {
        ModelBuilder made = Model.builder("toy/circle");
        Mutex lock = Mutex.declare(made, "lock");
        WaitQueueHead queue = WaitQueueHead.declare(made, "queue");
        Cell<Boolean> done = made.cell("done", false);
        TaskId sleeper = new TaskId("sleeper");
        TaskId waker = new TaskId("waker");
        made.task(sleeper.name())
                .step("s1 lock", now -> lock.lock(now, sleeper))
                .with(queue.waitEvent(sleeper, "w", now -> now.read(done)))
                .step("s2 unlock", now -> lock.unlock(now, sleeper));
        made.task(waker.name())
                .step("k1 lock", now -> lock.lock(now, waker))
                .step("k2 wake", now -> {
                    now.write(done, true);
                    queue.wakeUpAll(now);
                })
                .step("k3 unlock", now -> lock.unlock(now, waker));
        Model model = made.build();
        Trace trace = Checker.check(model, Vector.of(NoDeadlock.strict()), Options.DEFAULT)
                .findings()
                .find(finding -> finding.trace().isDefined())
                .get()
                .trace()
                .get();
        StuckWaiter stuck = StuckWaiter.of(Books.of(model), trace).head();
        assertEquals(
                new StuckWaiter("sleeper", "queue", 3, StuckWaiter.Cause.WAITED_FOR, 1, "waker", "lock", 0, 0), stuck);
    }
}
