package pagelife.models.migrate;

import pagelife.checker.model.Cell;
import pagelife.checker.model.Control;
import pagelife.checker.model.ModelBuilder;
import pagelife.checker.model.StepView;
import pagelife.models.page.Counting;
import pagelife.models.page.Owner;
import pagelife.models.page.TaskId;

/** The driver migrates the program's memory to the device: mm/migrate_device.c. A forked memory is left where it is. */
final class MigrateSteps {
    private static final TaskId TASK = new TaskId("migrate");
    private static final Owner SELF = new Owner.Transient(TASK);

    private final Kernel kernel;
    private final Cell<Entry> entry;

    MigrateSteps(Kernel kernel) {
        this.kernel = kernel;
        this.entry = kernel.entry(Bounds.PARENT);
    }

    void declare(ModelBuilder model) {
        String file = "mm/migrate_device.c";
        model.actor(TASK.name(), Migrate.class, new Migrate.Collect())
                .step("c1", "collect", kernel.source(file, "migrate_vma_collect_pmd"), Migrate.Collect.class, this::c1)
                .step(
                        "c2",
                        "allocate device page",
                        kernel.source("mm/memremap.c", "zone_device_page_init"),
                        Migrate.Allocate.class,
                        this::c2)
                .step(
                        "c3",
                        "copy",
                        kernel.source("lib/test_hmm.c", "dmirror_migrate_alloc_and_copy"),
                        Migrate.Copy.class,
                        (at, view) -> new Migrate.Insert())
                .step(
                        "c4",
                        "set entry",
                        kernel.source("mm/migrate.c", "remove_migration_pte"),
                        Migrate.Insert.class,
                        this::c4)
                .step(
                        "c4f",
                        "let pages go",
                        kernel.source(file, "migrate_vma_finalize"),
                        Migrate.Finish.class,
                        this::c4f);
    }

    /** c1: under PTL. One reference is taken, the one of the entry is dropped. */
    private Control c1(Migrate.Collect collect, StepView view) {
        boolean shared = kernel.entries().cells().count(cell -> view.read(cell) != Entry.NONE) > 1;
        if (view.read(entry) != Entry.HOST || shared) {
            return Control.finished();
        }
        view.write(entry, Entry.MIGRATION);
        kernel.get(view, Kernel.HOST, SELF);
        kernel.unmap(view, Kernel.HOST);
        kernel.put(view, Kernel.HOST, Owner.Entries.ALL);
        return new Migrate.Allocate();
    }

    /** c2: where the pagemap is dying there is no page, and the memory stays in the host. */
    private Control c2(Migrate.Allocate allocate, StepView view) {
        if (!Counting.tryGet(view, kernel.pagemap(), new Owner.UsedPage(Kernel.DEVICE))) {
            return restore(view);
        }
        kernel.get(view, Kernel.DEVICE, SELF);
        return new Migrate.Copy();
    }

    private Control restore(StepView view) {
        if (view.read(entry) == Entry.MIGRATION) {
            view.write(entry, Entry.HOST);
            kernel.map(view, Kernel.HOST, Owner.Entries.ALL);
        }
        kernel.put(view, Kernel.HOST, SELF);
        return Control.finished();
    }

    /** c4: under PTL, if nobody has unmapped the migration entry meanwhile. */
    private Control c4(Migrate.Insert insert, StepView view) {
        if (view.read(entry) == Entry.MIGRATION) {
            view.write(entry, kernel.rules().entry());
            kernel.map(view, Kernel.DEVICE, Owner.Entries.ALL);
        }
        return new Migrate.Finish();
    }

    private Control c4f(Migrate.Finish finish, StepView view) {
        kernel.put(view, Kernel.DEVICE, SELF);
        kernel.put(view, Kernel.HOST, SELF);
        return Control.finished();
    }
}
