package pagelife.models.teardown;

import pagelife.checker.model.Cell;
import pagelife.checker.model.Fairness;
import pagelife.checker.model.ModelBuilder;
import pagelife.checker.model.Now;
import pagelife.checker.model.Script;
import pagelife.models.kernel.PercpuRef;
import pagelife.models.page.Owner;

/**
 * The pmem driver without struct pages: block I/O uses the kernel's mapping of the memory. At unbind the managed
 * actions run in the reverse order of their registration: one drains the I/O, one removes the mapping.
 */
final class Raw {
    /** The task that unbinds the device. */
    static final String UNBIND = "unbind";

    private static final Owner IO = Owner.task("io");
    private static final String PMEM = "drivers/nvdimm/pmem.c";

    private final Cell<Boolean> mapped;
    private final PercpuRef queue;

    Raw(ModelBuilder model, Rules rules) {
        this.mapped = model.cell("mapped", true);
        this.queue = PercpuRef.declare(model, "queue");
        model.task("io")
                .fairness(Fairness.NONE)
                .in("block/blk-core.c", "blk_queue_enter", "5.10")
                .step("b1 enter queue", this::enter)
                .statement("blk_queue_enter(q)")
                .owes(Fairness.WEAK)
                .in(PMEM, "pmem_submit_bio", "5.10")
                .step("b2 copy", this::copy)
                .statement("memcpy_toio(...)")
                .in("block/blk-core.c", "blk_queue_exit", "5.10")
                .step("b3 leave queue", now -> queue.put(now, IO, last -> {}))
                .statement("blk_queue_exit(q)");
        Script unbind = model.task(UNBIND);
        if (rules.drainsFirst()) {
            unbind.with(this::drain).with(this::remove);
        } else {
            unbind.with(this::remove).with(this::drain);
        }
    }

    Cell<Boolean> mapped() {
        return mapped;
    }

    private void enter(Now now) {
        if (!queue.trygetLive(now, IO)) {
            now.saw("frozen: fail");
            now.end();
        }
    }

    private void copy(Now now) {
        now.saw(now.read(mapped) ? "mapping there" : "mapping gone");
        now.tell(new UsesMapping());
    }

    private void drain(Script unbind) {
        unbind.in(PMEM, "pmem_release_queue", "5.10")
                .step("d1 freeze queue", now -> queue.kill(now, last -> {}))
                .statement("blk_freeze_queue_start(q)")
                .step("d2 drain queue", this::awaitDrained)
                .statement("wait for q_usage_counter");
    }

    private void awaitDrained(Now now) {
        now.await(queue.isZero(now));
        now.saw("no I/O is left");
    }

    private void remove(Script unbind) {
        unbind.in("kernel/iomem.c", "devm_memremap_release", "5.10")
                .step("d3 remove mapping", now -> now.write(mapped, false))
                .statement("arch_remove_memory()");
    }
}
