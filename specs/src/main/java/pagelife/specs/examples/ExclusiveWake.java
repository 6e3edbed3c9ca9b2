package pagelife.specs.examples;

import java.util.List;
import pagelife.checker.model.Cell;
import pagelife.checker.model.Script;
import pagelife.models.Rule;
import pagelife.models.kernel.WaitQueueHead;
import pagelife.models.page.TaskId;
import pagelife.specs.own.Draft;
import pagelife.specs.own.Outline;
import pagelife.specs.own.Study;

/**
 * A wake-up of one reaches one exclusive waiter, who owes it to the next if it does not use it: here because a signal
 * ended its wait. Wait queues of the kernel refuse the signal of who was woken already, and so pass nothing on.
 */
public final class ExclusiveWake implements Study {
    private static final Rule<Boolean> PASSES =
            Rule.flag("passes", "a task that was woken and leaves wakes the next", false);

    @Override
    public void outline(Outline outline) {
        outline.named("07-exclusive-wake")
                .says("a waiter is woken alone, leaves by a signal, and tells nobody")
                .rule(PASSES)
                .variant("broken", "a signal ends the wait, whatever came before")
                .variant("fixed", "a waiter that leaves after a wake-up passes it on", PASSES.is(true))
                .expect(
                        "broken",
                        row -> row.size(102, 227)
                                .violated("no deadlock", 7)
                                .because(
                                        "kernel/sched/wait.c prepare_to_wait_event",
                                        "the wake-up went to a waiter that has left"))
                .expect(
                        "fixed",
                        row -> row.size(102, 229)
                                .because(
                                        "kernel/sched/wait.c prepare_to_wait_event",
                                        "one of the remaining waiters is woken"));
    }

    @Override
    public void draft(Draft d) {
        boolean passes = d.rule(PASSES);
        WaitQueueHead queue = WaitQueueHead.declare(d.model(), "queue");
        Cell<Boolean> free = d.cell("free", false);

        for (TaskId task : List.of(new TaskId("a"), new TaskId("b"))) {
            Script waiter = d.task(task.name())
                    .in("kernel/sched/wait.c", "prepare_to_wait_event", "6.12")
                    .step("w1 queue, again once woken", now -> {
                        queue.sleep(now, task);
                        queue.prepareToWaitExclusive(now, task);
                    })
                    .has(queue.asleep());
            if (task.name().equals("a")) {
                waiter.or("s1 signal", now -> {
                    boolean woken = !queue.isAsleep(now, task);
                    now.saw(woken ? "woken already" : "not woken yet");
                    queue.finishWait(now, task);
                    if (woken && passes) {
                        queue.wakeUp(now);
                    }
                    now.end();
                });
            }
            waiter.step("w2 take if free", now -> {
                now.saw(now.read(free) ? "free: take it" : "not free: sleep");
                if (now.read(free)) {
                    now.write(free, false);
                    queue.finishWait(now, task);
                } else {
                    now.go("w1");
                }
            });
            waiter.step("w3 give back", now -> now.write(free, true)).step("w4 wake up one", queue::wakeUp);
        }
        d.task("owner")
                .in("kernel/sched/wait.c", "__wake_up", "6.12")
                .step("o1 give back", now -> now.write(free, true))
                .step("o2 wake up one", queue::wakeUp);

        d.sometimes(
                "both sleep",
                "both waiters sleep",
                view -> view.read(queue.cell()).waiters().size() == 2);
    }
}
