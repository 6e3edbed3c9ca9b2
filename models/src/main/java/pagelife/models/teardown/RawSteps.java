package pagelife.models.teardown;

import static pagelife.checker.model.Fairness.NONE;
import static pagelife.checker.model.Fairness.WEAK;

import pagelife.checker.model.Cell;
import pagelife.checker.model.Control;
import pagelife.checker.model.ModelBuilder;
import pagelife.checker.model.Source;
import pagelife.checker.model.StepView;

/**
 * The pmem driver without struct pages: block I/O uses the kernel's mapping of the memory. At unbind the managed actions
 * run in the reverse order of their registration: one drains the I/O, one removes the mapping.
 */
final class RawSteps {
    /**
     * The queue's usage counter.
     *
     * @param frozen whether nobody gets in any more
     * @param users how many are inside
     */
    record Queue(boolean frozen, int users) {}

    /** Where an I/O is. */
    sealed interface Io extends Control {
        /** b1: before it enters the queue. */
        record Enter() implements Io {}

        /** b2: before it copies from or to the memory. */
        record Copy() implements Io {}

        /** b3: before it leaves the queue. */
        record Leave() implements Io {}
    }

    /** Where the unbind is. */
    sealed interface Unbind extends Control {
        /** d1: before the queue is frozen. */
        record Freeze() implements Unbind {}

        /** d2: before all I/O has left the queue. */
        record Drain() implements Unbind {}

        /** d3: before the mapping is removed. */
        record RemoveMapping() implements Unbind {}
    }

    private final Rules rules;
    private final Cell<Boolean> mapped;
    private final Cell<Queue> queue;

    RawSteps(ModelBuilder model, Rules rules) {
        this.rules = rules;
        this.mapped = model.cell("mapped", Boolean.class, true);
        this.queue = model.cell("queue", Queue.class, new Queue(false, 0));
    }

    Cell<Boolean> mapped() {
        return mapped;
    }

    void declare(ModelBuilder model) {
        String pmem = "drivers/nvdimm/pmem.c";
        Source block = Source.kernel("block/blk-core.c", "blk_queue_enter", "5.10");
        model.actor("io", Io.class, new Io.Enter())
                .fairness(NONE)
                .step("b1", "enter queue", block, Io.Enter.class, this::b1)
                .step("b2", "copy", Source.kernel(pmem, "pmem_submit_bio", "5.10"), Io.Copy.class, WEAK, (at, view) -> {
                    view.read(mapped);
                    view.tell(new UsesMapping());
                    return new Io.Leave();
                })
                .step("b3", "leave queue", block, Io.Leave.class, WEAK, (at, view) -> {
                    Queue now = view.read(queue);
                    view.write(queue, new Queue(now.frozen(), now.users() - 1));
                    return Control.finished();
                });
        Source release = Source.kernel(pmem, "pmem_release_queue", "5.10");
        model.actor("unbind", Unbind.class, rules.drainsFirst() ? new Unbind.Freeze() : new Unbind.RemoveMapping())
                .step("d1", "freeze queue", release, Unbind.Freeze.class, this::d1)
                .step("d2", "drain queue", release, Unbind.Drain.class, this::d2)
                .step(
                        "d3",
                        "remove mapping",
                        Source.kernel("kernel/iomem.c", "devm_memremap_release", "5.10"),
                        Unbind.RemoveMapping.class,
                        this::d3);
    }

    private Control b1(Io.Enter enter, StepView view) {
        Queue now = view.read(queue);
        if (now.frozen()) {
            return Control.finished();
        }
        view.write(queue, new Queue(false, now.users() + 1));
        return new Io.Copy();
    }

    private Control d1(Unbind.Freeze freeze, StepView view) {
        view.write(queue, new Queue(true, view.read(queue).users()));
        return new Unbind.Drain();
    }

    private Control d2(Unbind.Drain drain, StepView view) {
        if (view.read(queue).users() > 0) {
            return view.waits();
        }
        return rules.drainsFirst() ? new Unbind.RemoveMapping() : Control.finished();
    }

    private Control d3(Unbind.RemoveMapping remove, StepView view) {
        view.write(mapped, false);
        return rules.drainsFirst() ? Control.finished() : new Unbind.Freeze();
    }
}
