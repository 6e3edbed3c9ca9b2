package pagelife.specs.field;

import java.util.function.Predicate;
import pagelife.checker.model.Cell;
import pagelife.checker.model.Script;
import pagelife.checker.model.View;
import pagelife.models.Rule;
import pagelife.models.kernel.Memory;
import pagelife.models.kernel.Memory.Order;
import pagelife.models.page.TaskId;
import pagelife.specs.claims.Phrase;
import pagelife.specs.own.Draft;
import pagelife.specs.own.Outline;
import pagelife.specs.own.Study;

/**
 * Who puts a request on the dispatch list and finds the restart flag set leaves it to the completion, which clears the
 * flag and then looks at the list. If the store to the list waits in a buffer, each misses the other's. Kernel commit
 * d7d8535f377e, "blk-mq: order adding requests to hctx->dispatch and checking SCHED_RESTART" (5.9); 6bda857bcbb8 (2024)
 * has the same shape. The completion clears the flag with a locked instruction: on x86 that is a full barrier.
 */
public final class BlkRestart implements Study {
    private static final Rule<Order> MACHINE = Rule.of("machine", "what the machine may reorder", Order.TSO);
    private static final Rule<Boolean> BARRIER = Rule.flag("barrier", "smp_mb() between store and load", false);
    private static final TaskId DISPATCH = new TaskId("dispatch");
    private static final TaskId COMPLETE = new TaskId("complete");
    private static final String FIX = "d7d8535f377e (5.9)";

    @Override
    public void outline(Outline outline) {
        outline.named("blk-restart")
                .says("blk-mq: a request on the dispatch list that nobody comes back for")
                .rule(MACHINE)
                .rule(BARRIER)
                .variant("broken", "add to the list, test SCHED_RESTART", "to 5.8, x86")
                .variant("fixed", "add to the list, smp_mb(), test SCHED_RESTART", "from 5.9 on", BARRIER.is(true))
                .variant("sc", "as it was, on a machine without store buffers", "never", MACHINE.is(Order.SC))
                .expect(
                        "broken",
                        row -> row.size(20, 30)
                                .violated("FB-8", 5)
                                .because(FIX, "the store to the list stands in the buffer when the completion looks"))
                .expect("fixed", row -> row.size(18, 25).because(FIX, "the load waits for the store"))
                .expect("sc", row -> row.size(11, 14).because(FIX, "without store buffers the bug is not there"));
    }

    @Override
    public void draft(Draft d) {
        boolean barrier = d.rule(BARRIER);
        Memory memory = Memory.declare(d.model(), d.rule(MACHINE), DISPATCH, COMPLETE);
        Cell<Boolean> list = memory.cell(d.model(), "onDispatchList", false);
        Cell<Boolean> restart = memory.cell(d.model(), "SCHED_RESTART", true);
        Cell<Boolean> run = d.cell("queueRun", false);

        Script dispatch = d.task(DISPATCH.name())
                .in("block/blk-mq.c", "blk_mq_dispatch_rq_list", "5.8")
                .step("d1 add to list", now -> memory.write(now, DISPATCH, list, true));
        if (barrier) {
            dispatch.step("d2 smp_mb", now -> {
                memory.mb(now, DISPATCH);
                now.saw("no store is under way");
            });
        }
        dispatch.step("d3 restart wanted?", now -> {
            boolean wanted = memory.read(now, DISPATCH, restart);
            now.saw(wanted ? "restart wanted: leave it to complete" : "no restart wanted: run the queue");
            if (!wanted) {
                now.write(run, true);
            }
        });

        d.task(COMPLETE.name())
                .in("block/blk-mq-sched.c", "blk_mq_sched_restart", "5.8")
                .step("c1 clear SCHED_RESTART", now -> memory.xchg(now, COMPLETE, restart, false))
                .in("block/blk-mq-sched.c", "blk_mq_hctx_has_pending", "5.8")
                .step("c2 anything on list?", now -> {
                    boolean listed = memory.read(now, COMPLETE, list);
                    now.saw(listed ? "list not empty: run the queue" : "list empty");
                    if (listed) {
                        now.write(run, true);
                    }
                });

        Predicate<View> done = d.finished(DISPATCH.name(), COMPLETE.name());
        d.whenever(
                        "FB-8 QueueRun",
                        "when both have finished with a request on the list, the queue was run",
                        view -> done.test(view) && view.read(list),
                        view -> view.read(run))
                .told(new Phrase("a request is on the list", "puts a request on the list", view -> view.read(list))
                        .meets(new Phrase(
                                "both have finished, and nobody has run the queue",
                                "ends, and nobody has run the queue",
                                done)));
        d.sometimes("it is run", "somebody runs the queue", view -> view.read(run));
    }
}
