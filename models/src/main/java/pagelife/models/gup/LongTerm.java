package pagelife.models.gup;

import static pagelife.checker.model.Fairness.NONE;
import static pagelife.checker.model.Fairness.STRONG;
import static pagelife.checker.model.Fairness.WEAK;

import pagelife.checker.model.ActorBuilder;
import pagelife.checker.model.Cell;
import pagelife.checker.model.Control;
import pagelife.checker.model.Model;
import pagelife.checker.model.ModelBuilder;
import pagelife.checker.model.Source;
import pagelife.checker.model.StepView;
import pagelife.models.Choices;
import pagelife.models.page.Counting;
import pagelife.models.page.Owner;
import pagelife.models.page.Page;
import pagelife.models.page.TaskId;

/**
 * Long-term pins of a page of a file, as RDMA takes them, against a truncate that waits for the page. Three gates refuse
 * such pins. A registration ends when its program wills, which it need not.
 */
public final class LongTerm implements GupScene {
    /** Where the truncate is. */
    public sealed interface Truncating extends Control {
        /** t3: before the page is unmapped. */
        record Unmap() implements Truncating {}

        /** t5: before the page is idle. */
        record AwaitIdle() implements Truncating {}
    }

    private final Choices rules;
    private final int idle;
    private final Cell<Page> page;
    private final Cell<Boolean> mapped;
    private final Model model;

    LongTerm(String name, Choices rules) {
        this.rules = rules;
        this.idle = rules.on("pinnableGate") ? 0 : 1;
        ModelBuilder builder = Model.builder(name);
        this.page = builder.cell("page", Page.class, Page.unused(1)); // mapped: by the entry, or by its base
        this.mapped = builder.cell("mapped", Boolean.class, true);
        slow(builder);
        fast(builder);
        io(builder);
        builder.actor("truncate", Truncating.class, new Truncating.Unmap())
                .step(
                        "t3",
                        "unmap",
                        Source.kernel("mm/memory.c", "unmap_mapping_range", "6.1"),
                        Truncating.Unmap.class,
                        this::t3)
                .step(
                        "t5",
                        "wait until idle",
                        Source.kernel("fs/xfs/xfs_file.c", "xfs_break_dax_layouts", "6.1"),
                        Truncating.AwaitIdle.class,
                        (at, view) -> view.read(page).refs() == idle ? Control.finished() : view.waits());
        this.model = builder.build();
    }

    private void slow(ModelBuilder builder) {
        TaskId task = new TaskId("register");
        actor(builder, task, new LongPin.TestVma())
                .step(
                        "s0",
                        "test VMA",
                        gup("check_vma_flags"),
                        LongPin.TestVma.class,
                        (at, view) -> rules.on("vmaGate") ? Control.finished() : new LongPin.Grab())
                .step(
                        "s1",
                        "grab page",
                        gup("follow_page_pte"),
                        LongPin.Grab.class,
                        WEAK,
                        (at, view) -> grab(view, task, new LongPin.Registered()))
                .without(LongPin.Walk.class)
                .without(LongPin.TestPage.class)
                .without(LongPin.ForIo.class);
    }

    /** The gate of devmap entries stands before the grab, the one of pages after it. */
    private void fast(ModelBuilder builder) {
        TaskId task = new TaskId("register-fast");
        actor(builder, task, new LongPin.Walk())
                .step(
                        "g1",
                        "read entry",
                        gup("gup_pte_range"),
                        LongPin.Walk.class,
                        (at, view) -> rules.on("devmapGate") ? Control.finished() : new LongPin.Grab())
                .step(
                        "g3",
                        "add unless zero",
                        gup("try_grab_folio"),
                        LongPin.Grab.class,
                        WEAK,
                        (at, view) -> grab(view, task, new LongPin.TestPage()))
                .step(
                        "g3l",
                        "test page",
                        gup("folio_is_longterm_pinnable"),
                        LongPin.TestPage.class,
                        WEAK,
                        (at, view) -> rules.on("pinnableGate") ? put(view, task) : new LongPin.Registered())
                .without(LongPin.TestVma.class)
                .without(LongPin.ForIo.class);
    }

    private ActorBuilder<LongPin> actor(ModelBuilder builder, TaskId task, LongPin first) {
        return builder.actor(task.name(), LongPin.class, first)
                .fairness(NONE)
                .step(
                        "s3",
                        "deregister",
                        Source.kernel("drivers/infiniband/core/umem.c", "ib_umem_release", "6.1"),
                        LongPin.Registered.class,
                        (at, view) -> view.waits());
    }

    private void io(ModelBuilder builder) {
        TaskId task = new TaskId("io");
        builder.actor(task.name(), LongPin.class, new LongPin.Grab())
                .fairness(NONE)
                .step(
                        "s1",
                        "grab page",
                        gup("follow_page_pte"),
                        LongPin.Grab.class,
                        (at, view) -> grab(view, task, new LongPin.ForIo()))
                .step(
                        "s3",
                        "end I/O",
                        gup("unpin_user_page"),
                        LongPin.ForIo.class,
                        STRONG,
                        (at, view) -> put(view, task))
                .without(LongPin.TestVma.class)
                .without(LongPin.Walk.class)
                .without(LongPin.TestPage.class)
                .without(LongPin.Registered.class);
    }

    private Control grab(StepView view, TaskId task, Control next) {
        return view.read(mapped) && Counting.getUnlessZero(view, page, PAGE, 1, new Owner.Pin(task))
                ? next
                : Control.finished();
    }

    private Control put(StepView view, TaskId task) {
        Counting.put(view, page, PAGE, 1, new Owner.Pin(task));
        return Control.finished();
    }

    private Control t3(Truncating.Unmap unmap, StepView view) {
        view.write(mapped, false);
        if (idle == 0) {
            Counting.put(view, page, PAGE, 1, new Owner.Transient(new TaskId("entry")));
        }
        return new Truncating.AwaitIdle();
    }

    private static Source gup(String function) {
        return Source.kernel("mm/gup.c", function, "6.1");
    }

    @Override
    public Model model() {
        return model;
    }

    @Override
    public Cell<Page> page() {
        return page;
    }

    /** The count of the page when it is unmapped and nobody holds it. */
    public int idle() {
        return idle;
    }

    /** Whether the page is mapped. */
    public Cell<Boolean> mapped() {
        return mapped;
    }
}
