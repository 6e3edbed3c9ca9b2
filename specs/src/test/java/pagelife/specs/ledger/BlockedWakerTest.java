package pagelife.specs.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import org.junit.jupiter.api.Test;
import pagelife.checker.model.Cell;
import pagelife.checker.model.Control;
import pagelife.checker.model.Model;
import pagelife.checker.model.ModelBuilder;
import pagelife.checker.model.Source;
import pagelife.checker.property.NoDeadlock;
import pagelife.checker.result.Trace;
import pagelife.checker.search.Checker;
import pagelife.checker.search.Options;
import pagelife.models.page.Held;
import pagelife.models.page.Holder;
import pagelife.models.page.PageId;
import pagelife.models.page.RwSemaphore;
import pagelife.models.page.Sleeper;
import pagelife.models.page.TaskId;
import pagelife.models.page.WaitKey;
import pagelife.models.page.WaitQueue;
import pagelife.models.page.Waiting;

/** A truncate that keeps its lock while it sleeps, and a pin that needs the lock to end. No kernel does that. */
final class BlockedWakerTest {
    private static final PageId PAGE = new PageId(0);

    private sealed interface Truncate extends Control {
        record Lock() implements Truncate {}

        record Asleep() implements Truncate, Sleeper {
            @Override
            public Option<PageId> awaits() {
                return Option.some(PAGE);
            }
        }
    }

    private sealed interface Pin extends Control {
        record Pinned() implements Pin, Holder {
            @Override
            public Seq<Held> held() {
                return Vector.of(Held.pin(PAGE, 1));
            }
        }
    }

    @Test
    void aWakerThatWaitsItselfIsNamed() {
        Trace trace = Checker.check(model(), Vector.of(NoDeadlock.strict()), Options.DEFAULT)
                .findings()
                .head()
                .trace()
                .get();
        StuckWaiter stuck = StuckWaiter.of(trace).head();
        assertEquals(StuckWaiter.Cause.WAKER_BLOCKED, stuck.cause());
        assertEquals("pin", stuck.who());
    }

    private static Model model() {
        ModelBuilder model = Model.builder("toy/blocked");
        Cell<RwSemaphore> lock = model.cell("lock", RwSemaphore.class, RwSemaphore.FREE);
        Cell<WaitQueue> queue = model.cell("waiters", WaitQueue.class, WaitQueue.EMPTY);
        TaskId task = new TaskId("truncate");
        model.actor("truncate", Truncate.class, new Truncate.Lock())
                .step("t1", "lock and queue", Source.NONE, Truncate.Lock.class, (at, view) -> {
                    if (!view.read(lock).canWrite()) {
                        return view.waits();
                    }
                    view.write(lock, view.read(lock).downWrite());
                    Waiting.enqueue(view, queue, task, WaitKey.FOLIO, false);
                    return new Truncate.Asleep();
                })
                .step(
                        "t2",
                        "wake up",
                        Source.NONE,
                        Truncate.Asleep.class,
                        (at, view) -> Waiting.sleeps(view, queue, task) ? view.waits() : Control.finished());
        model.actor("pin", Pin.class, new Pin.Pinned())
                .step("p1", "unpin under the lock, wake", Source.NONE, Pin.Pinned.class, (at, view) -> {
                    if (!view.read(lock).canWrite()) {
                        return view.waits();
                    }
                    Waiting.wake(view, queue, WaitKey.FOLIO, true);
                    return Control.finished();
                });
        return model.build();
    }
}
