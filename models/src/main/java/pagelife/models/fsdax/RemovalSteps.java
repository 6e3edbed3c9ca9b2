package pagelife.models.fsdax;

import pagelife.checker.model.ActorBuilder;
import pagelife.checker.model.Control;
import pagelife.checker.model.ModelBuilder;
import pagelife.checker.model.Source;
import pagelife.checker.model.StepView;
import pagelife.models.page.DaxDevice;
import pagelife.models.page.Owner;
import pagelife.models.page.Pagemap;
import pagelife.models.page.TaskId;

/**
 * Removal of the device: drivers/dax/super.c, mm/memremap.c. With a shootdown it begins with {@link ShootdownSteps}. It
 * excludes neither truncate nor unmapping nor unpinning.
 */
final class RemovalSteps {
    private final Kernel kernel;
    private final Cells cells;
    private final TaskId task;

    RemovalSteps(Kernel kernel, TaskId task) {
        this.kernel = kernel;
        this.cells = kernel.cells();
        this.task = task;
    }

    void declare(ModelBuilder model) {
        Rules rules = kernel.rules();
        Removal begin = rules.shootdown() ? new Removal.BeginFreeze() : new Removal.Kill();
        ActorBuilder<Removal> removal = model.actor(task.name(), Removal.class, begin);
        if (rules.shootdown()) {
            new ShootdownSteps(kernel, task).declare(removal);
        } else {
            ShootdownSteps.leaveOut(removal);
        }
        Source dead = kernel.source("drivers/dax/super.c", "kill_dax");
        Source unmap = kernel.source("mm/memremap.c", "memunmap_pages");
        Source remove = kernel.source("mm/memremap.c", "pageunmap_range");
        removal.step("r1", "declare device dead", dead, Removal.Kill.class, this::r1)
                .step("r2", "wait for srcu readers", dead, Removal.Synchronize.class, this::r2)
                .step("r3", "kill pagemap", unmap, Removal.KillPagemap.class, this::r3);
        declarePut(removal, rules.pagemapWaitsFor(), unmap);
        removal.step("r5", "wait for references", unmap, Removal.AwaitReferences.class, this::r5)
                .step("r6", "remove memmap", remove, Removal.RemoveMemmap.class, this::r6);
    }

    private void declarePut(ActorBuilder<Removal> removal, PagemapTie tie, Source unmap) {
        switch (tie) {
            case BASES ->
                removal.step("r4", "put base reference", unmap, Removal.PutBase.class, this::r4)
                        .without(Removal.PutBulk.class);
            case NOTHING, ENTRIES ->
                removal.step("r4", "put pagemap in bulk", unmap, Removal.PutBulk.class, this::r4bulk)
                        .without(Removal.PutBase.class);
            case PAGES -> removal.without(Removal.PutBase.class).without(Removal.PutBulk.class);
        }
    }

    private Control r1(Removal.Kill kill, StepView view) {
        view.write(cells.device(), DaxDevice.DEAD);
        return new Removal.Synchronize();
    }

    /** r2: a fault is inside srcu only within f4, which is one step, so there is nobody to wait for. */
    private Control r2(Removal.Synchronize synchronize, StepView view) {
        return new Removal.KillPagemap();
    }

    private Control r3(Removal.KillPagemap kill, StepView view) {
        view.write(cells.pagemap(), view.read(cells.pagemap()).kill());
        return switch (kernel.rules().pagemapWaitsFor()) {
            case BASES -> new Removal.PutBase(kernel.bounds().pages().head());
            case NOTHING, ENTRIES -> new Removal.PutBulk();
            case PAGES -> new Removal.AwaitReferences();
        };
    }

    /** r4, to 5.17: put_page on every page, which makes a page with one pin left look idle. */
    private Control r4(Removal.PutBase put, StepView view) {
        boolean wakes = kernel.rules().wakes(PinHolder.PIPE); // put_page, as pipes do
        kernel.references().put(view, put.next(), 1, Owner.Base.PAGEMAP, wakes);
        return Kernel.after(kernel.bounds().pages(), put.next())
                .<Control>map(Removal.PutBase::new)
                .getOrElse(Removal.AwaitReferences::new);
    }

    /** r4, from 5.18 on: whatever the pages count. */
    private Control r4bulk(Removal.PutBulk put, StepView view) {
        kernel.references().putPagemapInBulk(view, kernel.bounds().get(Bound.PAGES));
        return new Removal.AwaitReferences();
    }

    private Control r5(Removal.AwaitReferences await, StepView view) {
        return view.read(cells.pagemap()).refs() == 0 ? new Removal.RemoveMemmap() : view.waits();
    }

    private Control r6(Removal.RemoveMemmap remove, StepView view) {
        Pagemap dying = view.read(cells.pagemap());
        view.write(cells.pagemap(), dying.remove());
        return Control.finished();
    }
}
