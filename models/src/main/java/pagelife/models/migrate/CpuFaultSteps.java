package pagelife.models.migrate;

import static pagelife.checker.model.Fairness.NONE;
import static pagelife.checker.model.Fairness.WEAK;

import pagelife.checker.model.Cell;
import pagelife.checker.model.Control;
import pagelife.checker.model.ModelBuilder;
import pagelife.checker.model.StepView;
import pagelife.models.page.Owner;
import pagelife.models.page.Page;
import pagelife.models.page.TaskId;

/**
 * A CPU fault on a device-private page: mm/memory.c do_swap_page, and the driver's migrate_to_ram, which collects, checks
 * and replaces as any migration (mm/migrate_device.c).
 */
final class CpuFaultSteps {
    private final Kernel kernel;
    private final TaskId task;
    private final Owner self;
    private final Cell<Entry> entry;

    CpuFaultSteps(Kernel kernel, TaskId task) {
        this.kernel = kernel;
        this.task = task;
        this.self = new Owner.Transient(task);
        this.entry = kernel.entry(Bounds.PARENT);
    }

    void declare(ModelBuilder model) {
        String memory = "mm/memory.c";
        String migrate = "mm/migrate_device.c";
        model.actor(task.name(), CpuFault.class, new CpuFault.Touch())
                .fairness(NONE)
                .step("p1", "read entry", kernel.source(memory, "do_swap_page"), CpuFault.Touch.class, this::p1)
                .step(
                        "p4",
                        "call driver",
                        kernel.source(migrate, "migrate_vma_collect_pmd"),
                        CpuFault.Call.class,
                        WEAK,
                        this::p4)
                .step(
                        "p5",
                        "check count",
                        kernel.source(migrate, "migrate_vma_check_page"),
                        CpuFault.Check.class,
                        WEAK,
                        this::p5)
                .step(
                        "p6",
                        "replace entry",
                        kernel.source(migrate, "migrate_vma_finalize"),
                        CpuFault.Replace.class,
                        WEAK,
                        this::p6)
                .step("p7", "let page go", kernel.source(memory, "do_swap_page"), CpuFault.LetGo.class, WEAK, this::p7);
    }

    /** p1: under PTL. */
    private Control p1(CpuFault.Touch touch, StepView view) {
        if (view.read(entry) == Entry.MIGRATION) {
            return view.waits();
        }
        if (view.read(entry) != Entry.PRIVATE) {
            return Control.finished();
        }
        return switch (kernel.rules().fault()) {
            case NOTHING -> new CpuFault.Call(0);
            case REFERENCE -> hold(view);
            case LOCK -> kernel.tryLock(view, task) ? hold(view) : touch;
            case LOCKORSLEEP -> kernel.tryLock(view, task) ? hold(view) : view.waits();
        };
    }

    private Control hold(StepView view) {
        kernel.get(view, Kernel.DEVICE, self);
        return new CpuFault.Call(1);
    }

    /** p4: {@code page->pgmap->ops}; then under PTL the entry is replaced, if it is still there and the page unlocked. */
    private Control p4(CpuFault.Call call, StepView view) {
        view.tell(new UsesPage(Kernel.DEVICE, task));
        boolean there = view.read(entry) == Entry.PRIVATE;
        boolean locked = view.read(kernel.lock()).contains(task) || there && kernel.tryLock(view, task);
        if (!there || !locked) {
            return release(call.own(), there, view);
        }
        view.write(entry, Entry.MIGRATION);
        kernel.get(view, Kernel.DEVICE, self);
        kernel.unmap(view, Kernel.DEVICE);
        kernel.put(view, Kernel.DEVICE, Owner.Entries.ALL);
        return new CpuFault.Check(call.own());
    }

    /** p5: an unexplained reference stops the migration. One more than explained is accepted, from 1-based times. */
    private Control p5(CpuFault.Check check, StepView view) {
        Page page = view.read(kernel.page(Kernel.DEVICE));
        int expected = 1 + check.own() + (kernel.rules().spare() ? 1 : 0);
        if (page.refs() - expected <= page.mapcount()) {
            return new CpuFault.Replace(check.own());
        }
        view.tell(new Aborted(task, page.refs(), expected));
        if (view.read(entry) == Entry.MIGRATION) {
            view.write(entry, Entry.PRIVATE);
            kernel.map(view, Kernel.DEVICE, Owner.Entries.ALL);
        }
        kernel.put(view, Kernel.DEVICE, self);
        return release(check.own(), true, view);
    }

    private Control p6(CpuFault.Replace replace, StepView view) {
        if (view.read(entry) == Entry.MIGRATION) {
            view.write(entry, Entry.HOST);
            kernel.map(view, Kernel.HOST, Owner.Entries.ALL);
        }
        kernel.put(view, Kernel.DEVICE, self);
        return release(replace.own(), false, view);
    }

    private Control release(int own, boolean again, StepView view) {
        if (view.read(kernel.lock()).contains(task)) {
            kernel.unlock(view);
        }
        return own == 1 ? new CpuFault.LetGo(again) : again ? new CpuFault.Touch() : Control.finished();
    }

    private Control p7(CpuFault.LetGo letGo, StepView view) {
        kernel.put(view, Kernel.DEVICE, self);
        return letGo.again() ? new CpuFault.Touch() : Control.finished();
    }
}
