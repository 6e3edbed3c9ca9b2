package pagelife.specs.field;

import pagelife.checker.model.Cell;
import pagelife.checker.model.Script;
import pagelife.models.Rule;
import pagelife.models.kernel.Memory;
import pagelife.models.kernel.Memory.Order;
import pagelife.models.page.TaskId;
import pagelife.specs.own.Draft;
import pagelife.specs.own.Outline;
import pagelife.specs.own.Study;

/**
 * A synchronous RPC task sleeps until a bit is clear. Who clears it looks whether anybody sleeps, and is not ordered
 * against that by clear_bit() alone. Kernel commit ed0172af5d6f, "SUNRPC: Fix a race to wake a sync task" (6.11, July
 * 2024; message 4c1c7cd404173b9888464a2d7e2a430cc7e18737.1720792415.git.bcodding@redhat.com); CVE-2025-38393 is the
 * same in pNFS.
 */
public final class SunrpcWake implements Study {
    private static final Rule<Clear> CLEAR = Rule.of("clear", "how the bit is cleared", Clear.UNORDERED);
    private static final TaskId WAITER = new TaskId("execute");
    private static final TaskId WAKER = new TaskId("runnable");
    private static final String SCHED = "net/sunrpc/sched.c";
    private static final String FIX = "ed0172af5d6f (6.11)";

    private enum Clear {
        /** {@code clear_bit()}, which orders nothing on arm64 and powerpc. */
        UNORDERED,
        /** The same, and {@code smp_mb__after_atomic()}. */
        WITH_BARRIER,
        /** {@code clear_bit()} on x86: a locked instruction, and so a full barrier. */
        LOCKED
    }

    @Override
    public void outline(Outline outline) {
        outline.named("sunrpc-wake")
                .says("SUNRPC: a bit is cleared, and the wake-up does not see the sleeper")
                .rule(CLEAR)
                .variant("broken", "clear_bit(), wake_up_bit()", "to 6.10, arm64 and powerpc")
                .variant(
                        "fixed",
                        "clear_bit(), smp_mb__after_atomic(), wake_up_bit()",
                        "from 6.11 on",
                        CLEAR.is(Clear.WITH_BARRIER))
                .variant("x86", "clear_bit() is a full barrier", "to 6.10, x86", CLEAR.is(Clear.LOCKED))
                .expect(
                        "broken",
                        row -> row.size(27, 46)
                                .violated("no deadlock", 5)
                                .because(
                                        FIX,
                                        "the queue was empty when it was looked at, the bit set when it was tested"))
                .expect("fixed", row -> row.size(26, 39).because(FIX, "either the test or the look comes last"))
                .expect("x86", row -> row.size(17, 23).because(FIX, "which is why it was seen on other machines"));
    }

    @Override
    public void draft(Draft d) {
        Clear clear = d.rule(CLEAR);
        Memory memory = Memory.declare(d.model(), Order.WEAK, WAITER, WAKER);
        Cell<Boolean> bit = memory.cell(d.model(), "RPC_TASK_QUEUED", true);
        Cell<Boolean> queued = memory.cell(d.model(), "waitqueue_active", false);
        Cell<Boolean> woken = d.cell("woken", false);

        d.task(WAITER.name())
                .in("kernel/sched/wait.c", "prepare_to_wait", "6.10")
                .step("e1 queue, set_current_state", now -> memory.xchg(now, WAITER, queued, true))
                .in(SCHED, "rpc_wait_bit_killable", "6.10")
                .step("e2 bit set?", now -> {
                    boolean set = memory.read(now, WAITER, bit);
                    now.saw(set ? "bit set: sleep" : "bit clear: go on");
                    if (!set) {
                        now.end();
                    }
                })
                .in(SCHED, "__rpc_execute", "6.10")
                .step("e3 sleep", now -> {
                    now.await(now.read(woken));
                    now.saw("woken");
                });

        Script waker = d.task(WAKER.name())
                .in(SCHED, "rpc_make_runnable", "6.10")
                .step("r1 clear bit", now -> {
                    if (clear == Clear.LOCKED) {
                        memory.xchg(now, WAKER, bit, false);
                    } else {
                        memory.write(now, WAKER, bit, false);
                    }
                });
        if (clear == Clear.WITH_BARRIER) {
            waker.step("r2 smp_mb__after_atomic", now -> {
                memory.mb(now, WAKER);
                now.saw("no store is under way");
            });
        }
        waker.in("kernel/sched/wait_bit.c", "wake_up_bit", "6.10").step("r3 anybody asleep? wake", now -> {
            boolean asleep = memory.read(now, WAKER, queued);
            now.saw(asleep ? "waitqueue_active() == 1: wake" : "waitqueue_active() == 0: wake nobody");
            if (asleep) {
                now.write(woken, true);
            }
        });

        d.sometimes("it is woken", "the task is woken", view -> view.read(woken));
    }
}
