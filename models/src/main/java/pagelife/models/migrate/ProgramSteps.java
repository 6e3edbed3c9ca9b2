package pagelife.models.migrate;

import static pagelife.checker.model.Fairness.NONE;
import static pagelife.checker.model.Fairness.STRONG;
import static pagelife.checker.model.Fairness.WEAK;

import pagelife.checker.model.ActorBuilder;
import pagelife.checker.model.Cell;
import pagelife.checker.model.Control;
import pagelife.checker.model.ModelBuilder;
import pagelife.checker.model.StepView;
import pagelife.models.page.MmId;
import pagelife.models.page.Owner;
import pagelife.models.page.PageEvent;
import pagelife.models.page.PageId;
import pagelife.models.page.TaskId;

/** What programs do with their memory: fork and munmap (mm/memory.c), pins (mm/gup.c). */
final class ProgramSteps {
    private static final Owner ENTRY = Owner.Entries.ALL;
    private static final Owner DRIVER = new Owner.Transient(new TaskId("driver"));

    private final Kernel kernel;

    ProgramSteps(Kernel kernel) {
        this.kernel = kernel;
    }

    /** The program forks; then the child may unmap what it got. */
    void child(ModelBuilder model, boolean unmaps) {
        ActorBuilder<Program> child = model.actor("child", Program.class, new Program.Fork())
                .fairness(NONE)
                .step(
                        "k1",
                        "copy entry",
                        kernel.source("mm/memory.c", "copy_present_pte"),
                        Program.Fork.class,
                        (at, view) -> k1(unmaps, view));
        if (unmaps) {
            unmapping(child, Bounds.CHILD);
        } else {
            child.without(Program.Unmap.class).without(Program.Put.class).without(Program.DriverPut.class);
        }
        child.without(Program.Grab.class).without(Program.Pinned.class);
    }

    /** The program unmaps its memory. */
    void munmap(ModelBuilder model) {
        ActorBuilder<Program> munmap =
                model.actor("munmap", Program.class, new Program.Unmap()).fairness(NONE);
        unmapping(munmap, Bounds.PARENT);
        munmap.without(Program.Fork.class).without(Program.Grab.class).without(Program.Pinned.class);
    }

    private void unmapping(ActorBuilder<Program> actor, MmId mm) {
        actor.step(
                        "c5",
                        "clear entry",
                        kernel.source("mm/memory.c", "zap_pte_range"),
                        Program.Unmap.class,
                        (at, view) -> c5(mm, view))
                .step(
                        "c5p",
                        "put page",
                        kernel.source("mm/mmu_gather.c", "tlb_finish_mmu"),
                        Program.Put.class,
                        WEAK,
                        this::put);
        if (kernel.rules().driverPuts()) {
            actor.step(
                    "c5d",
                    "driver puts page",
                    kernel.source("lib/test_hmm.c", "dmirror_interval_invalidate"),
                    Program.DriverPut.class,
                    WEAK,
                    this::driverPut);
        } else {
            actor.without(Program.DriverPut.class);
        }
    }

    void gup(ModelBuilder model, TaskId task) {
        ActorBuilder<Program> gup = model.actor(task.name(), Program.class, new Program.Grab())
                .fairness(NONE)
                .step(
                        "s1",
                        "grab page",
                        kernel.source("mm/gup.c", "follow_page_pte"),
                        Program.Grab.class,
                        (at, view) -> s1(task, view))
                .step(
                        "s3",
                        "unpin",
                        kernel.source("mm/gup.c", "unpin_user_page"),
                        Program.Pinned.class,
                        STRONG,
                        (at, view) -> s3(at, task, view));
        gup.without(Program.Fork.class)
                .without(Program.Unmap.class)
                .without(Program.Put.class)
                .without(Program.DriverPut.class);
    }

    /** k1: mmap_lock is held for writing, so that no migration is under way. A devmap entry is copied uncounted. */
    private Control k1(boolean unmaps, StepView view) {
        Entry entry = view.read(kernel.entry(Bounds.PARENT));
        if (entry == Entry.MIGRATION) {
            return view.waits();
        }
        view.write(kernel.entry(Bounds.CHILD), entry);
        if (entry.isCounted()) {
            kernel.map(view, kernel.pageOf(entry), ENTRY);
        }
        return unmaps ? new Program.Unmap() : Control.finished();
    }

    /** c5: under PTL. {@code vm_normal_page} is NULL for a devmap entry: no rmap, no reference. */
    private Control c5(MmId mm, StepView view) {
        Cell<Entry> cell = kernel.entry(mm);
        Entry entry = view.read(cell);
        view.write(cell, Entry.NONE);
        return switch (entry) {
            case NONE, MIGRATION -> Control.finished();
            case DEVMAP -> leaveToDriver(view);
            case PRIVATE -> {
                kernel.unmap(view, Kernel.DEVICE);
                kernel.put(view, Kernel.DEVICE, ENTRY); // no TLB to flush: put at once
                yield Control.finished();
            }
            case HOST, NORMAL -> {
                PageId page = kernel.pageOf(entry);
                kernel.unmap(view, page);
                yield new Program.Put(page);
            }
        };
    }

    private Control leaveToDriver(StepView view) {
        if (!kernel.rules().driverPuts()) {
            return Control.finished();
        }
        view.tell(new PageEvent.Passed(Kernel.DEVICE, 1, ENTRY, DRIVER));
        return new Program.DriverPut();
    }

    private Control put(Program.Put put, StepView view) {
        kernel.put(view, put.page(), ENTRY);
        return Control.finished();
    }

    private Control driverPut(Program.DriverPut put, StepView view) {
        kernel.put(view, Kernel.DEVICE, DRIVER);
        return Control.finished();
    }

    /** s1: under PTL. A device-private page is not for the CPU to pin. */
    private Control s1(TaskId task, StepView view) {
        Entry entry = view.read(kernel.entry(Bounds.PARENT));
        if (entry != Entry.HOST && entry != Entry.NORMAL) {
            return Control.finished();
        }
        PageId page = kernel.pageOf(entry);
        kernel.get(view, page, new Owner.Pin(task));
        return new Program.Pinned(page);
    }

    private Control s3(Program.Pinned pinned, TaskId task, StepView view) {
        kernel.put(view, pinned.page(), new Owner.Pin(task));
        return Control.finished();
    }
}
