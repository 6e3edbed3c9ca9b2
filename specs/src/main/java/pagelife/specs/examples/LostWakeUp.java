package pagelife.specs.examples;

import pagelife.checker.model.Cell;
import pagelife.checker.model.Script;
import pagelife.models.Rule;
import pagelife.models.kernel.WaitQueueHead;
import pagelife.models.page.TaskId;
import pagelife.specs.own.Draft;
import pagelife.specs.own.Outline;
import pagelife.specs.own.Study;

/** Who tests before it queues goes to sleep on an answer of before: the wake-up finds nobody, and comes once. */
public final class LostWakeUp implements Study {
    private static final Rule<Boolean> QUEUES_FIRST =
            Rule.flag("queuesFirst", "a waiter queues before it tests", false);
    private static final TaskId WAITER = new TaskId("waiter");

    @Override
    public void outline(Outline outline) {
        outline.named("05-lost-wake-up")
                .says("a waiter tests, queues and sleeps; the wake-up comes between")
                .rule(QUEUES_FIRST)
                .variant("broken", "test, queue, sleep")
                .variant("fixed", "wait_event: queue, test, sleep", QUEUES_FIRST.is(true))
                .expect(
                        "broken",
                        row -> row.size(12, 14)
                                .violated("no deadlock", 4)
                                .because("include/linux/wait.h", "the wake-up finds an empty queue"))
                .expect(
                        "fixed",
                        row -> row.size(11, 14)
                                .because("include/linux/wait.h", "either the test or the wake-up comes last"));
    }

    @Override
    public void draft(Draft d) {
        WaitQueueHead queue = WaitQueueHead.declare(d.model(), "queue");
        Cell<Boolean> ready = d.cell("ready", false);

        Script waiter = d.task("waiter").in("include/linux/wait.h", "___wait_event", "6.12");
        if (d.rule(QUEUES_FIRST)) {
            waiter.with(queue.waitEvent(WAITER, "w", now -> now.read(ready)));
        } else {
            waiter.step("w1 test", now -> {
                        now.saw(now.read(ready) ? "ready: go on" : "not ready");
                        if (now.read(ready)) {
                            now.end();
                        }
                    })
                    .step("w2 queue", now -> queue.prepareToWait(now, WAITER))
                    .step("w3 sleep", now -> {
                        queue.sleep(now, WAITER);
                        now.saw("woken");
                    })
                    .has(queue.asleep());
        }

        d.task("waker")
                .in("kernel/sched/wait.c", "__wake_up", "6.12")
                .step("k1 make ready", now -> now.write(ready, true))
                .step("k2 wake up", queue::wakeUp);

        d.sometimes("it sleeps", "the waiter sleeps", view -> queue.isAsleep(view, WAITER));
    }
}
