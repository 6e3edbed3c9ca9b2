package pagelife.models.pagefree;

import static pagelife.checker.model.Fairness.NONE;
import static pagelife.checker.model.Fairness.WEAK;

import pagelife.checker.model.ActorBuilder;
import pagelife.checker.model.Control;
import pagelife.checker.model.ModelBuilder;
import pagelife.checker.model.StepView;
import pagelife.models.page.Owner;
import pagelife.models.page.TaskId;

/** Anonymous memory that migrates to the device page, and back when it is touched: mm/migrate_device.c, mm/rmap.c. */
final class AnonUserSteps {
    private final Kernel kernel;
    private final TaskId task;
    private final Mapping own;
    private final Owner entry;

    AnonUserSteps(Kernel kernel, TaskId task) {
        this.kernel = kernel;
        this.task = task;
        this.own = new Mapping.Anon(task);
        this.entry = new Owner.Transient(task);
    }

    void declare(ModelBuilder model) {
        ActorBuilder<AnonUser> user = model.actor(task.name(), AnonUser.class, new AnonUser.InHost())
                .fairness(NONE)
                .step(
                        "e1",
                        "migrate to device",
                        kernel.source("mm/migrate_device.c", "migrate_vma_pages"),
                        AnonUser.InHost.class,
                        this::e1)
                .step("e2", "exit", kernel.source("mm/memory.c", "zap_pte_range"), AnonUser.InDevice.class, this::leave)
                .step(
                        "e4",
                        "touch",
                        kernel.source("mm/memory.c", "do_swap_page"),
                        AnonUser.InDevice.class,
                        (at, view) -> new AnonUser.Touched())
                .step(
                        "e5",
                        "migrate back",
                        kernel.source("mm/rmap.c", "try_to_migrate"),
                        AnonUser.Touched.class,
                        WEAK,
                        this::e5);
        if (kernel.rules().freesFirst()) {
            user.step(
                    "e2c",
                    "clear mapping",
                    kernel.source("mm/memremap.c", "free_zone_device_page"),
                    AnonUser.ClearLate.class,
                    WEAK,
                    this::clearLate);
        } else {
            user.without(AnonUser.ClearLate.class);
        }
    }

    /** e1: the driver hands the page out; rmap keeps a mapping that is anonymous already. */
    private Control e1(AnonUser.InHost start, StepView view) {
        if (view.read(kernel.custody()) != Custody.FREE) {
            return view.waits();
        }
        kernel.handOut(view, entry);
        kernel.get(view, entry);
        view.write(kernel.charged(), true);
        if (!(view.read(kernel.mapping()) instanceof Mapping.Anon)) {
            view.write(kernel.mapping(), own);
        }
        return new AnonUser.InDevice();
    }

    /** e5: the reverse map must lead to the entry, else the migration fails, again and again. */
    private Control e5(AnonUser.Touched touched, StepView view) {
        return view.read(kernel.mapping()).equals(own) ? leave(touched, view) : view.waits();
    }

    private Control leave(AnonUser at, StepView view) {
        return kernel.put(view, entry) ? new AnonUser.ClearLate() : Control.finished();
    }

    private Control clearLate(AnonUser.ClearLate clear, StepView view) {
        view.write(kernel.mapping(), Mapping.NONE);
        return Control.finished();
    }
}
