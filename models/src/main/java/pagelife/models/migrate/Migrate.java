package pagelife.models.migrate;

import pagelife.checker.model.Cell;
import pagelife.checker.model.Now;
import pagelife.checker.model.Script;
import pagelife.models.kernel.PercpuRef;
import pagelife.models.page.Holds;
import pagelife.models.page.Owner;
import pagelife.models.page.Pte;
import pagelife.models.page.TaskId;

/** The driver migrates the program's memory to the device: mm/migrate_device.c. A forked memory is left where it is. */
final class Migrate {
    private static final String FILE = "mm/migrate_device.c";

    private final Kernel kernel;
    private final Holds host;
    private final Holds device;
    private final Cell<Pte> entry;

    Migrate(Kernel kernel, TaskId task) {
        this.kernel = kernel;
        this.host = Holds.shortly(task, Kernel.HOST, 1);
        this.device = Holds.shortly(task, Kernel.DEVICE, 1);
        this.entry = kernel.pte(MigrateOperations.PARENT);
    }

    Script script() {
        return new Script()
                .in(kernel.source(FILE, "migrate_vma_collect_pmd"))
                .step("c1 collect", this::collect)
                .statement("get_page(page); ptep_get_and_clear()")
                .in(kernel.source("mm/memremap.c", "zone_device_page_init"))
                .step("c2 allocate device page", this::allocate)
                .statement("get_page(dpage)")
                .has(host)
                .in(kernel.source("lib/test_hmm.c", "dmirror_migrate_alloc_and_copy"))
                .step("c3 copy", now -> {})
                .has(host, device)
                .in(kernel.source("mm/migrate.c", "remove_migration_pte"))
                .step("c4 set entry", this::insert)
                .statement("set_pte_at(mm, addr, pte, entry)")
                .has(host, device)
                .in(kernel.source(FILE, "migrate_vma_finalize"))
                .step("c4f let pages go", this::finish)
                .statement("put_page(page)")
                .has(host, device);
    }

    /** c1: under PTL. One reference is taken, the one of the entry is dropped. */
    private void collect(Now now) {
        boolean shared = kernel.ptes().count(cell -> !now.read(cell).equals(Pte.NONE)) > 1;
        if (!now.read(entry).equals(Pte.normal(Kernel.HOST)) || shared) {
            now.saw(shared ? "shared: leave it" : "not here");
            now.end();
            return;
        }
        now.write(entry, Pte.MIGRATION);
        kernel.get(now, Kernel.HOST, host.owner());
        kernel.unmap(now, Kernel.HOST);
        kernel.put(now, Kernel.HOST, Owner.Entries.ALL);
    }

    /**
     * c2: where the pagemap is dying, or the device page is in use, there is none, and the memory stays in the host.
     */
    private void allocate(Now now) {
        if (now.read(kernel.page(Kernel.DEVICE)).refs() <= 0
                && PercpuRef.of(kernel.pagemap()).trygetLive(now, new Owner.UsedPage(Kernel.DEVICE))) {
            kernel.getFirst(now, Kernel.DEVICE, device.owner());
        } else {
            now.saw("no device page: put it back");
            set(now, Pte.normal(Kernel.HOST));
            kernel.put(now, Kernel.HOST, host.owner());
            now.end();
        }
    }

    private void insert(Now now) {
        if (!now.read(entry).equals(Pte.MIGRATION)) {
            now.saw("entry changed: leave it");
        }
        set(now, kernel.rules().entry(Kernel.DEVICE));
    }

    /** Under PTL, if nobody has unmapped the migration entry meanwhile. */
    private void set(Now now, Pte to) {
        if (now.read(entry).equals(Pte.MIGRATION)) {
            now.write(entry, to);
            kernel.map(now, to.page().get(), Owner.Entries.ALL);
        }
    }

    private void finish(Now now) {
        kernel.put(now, Kernel.DEVICE, device.owner());
        kernel.put(now, Kernel.HOST, host.owner());
    }
}
