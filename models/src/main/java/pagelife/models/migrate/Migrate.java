package pagelife.models.migrate;

import pagelife.checker.model.Cell;
import pagelife.checker.model.Now;
import pagelife.checker.model.Script;
import pagelife.models.page.Counting;
import pagelife.models.page.Holds;
import pagelife.models.page.Owner;
import pagelife.models.page.PageId;
import pagelife.models.page.TaskId;

/** The driver migrates the program's memory to the device: mm/migrate_device.c. A forked memory is left where it is. */
final class Migrate {
    static final TaskId TASK = new TaskId("migrate");

    private static final String FILE = "mm/migrate_device.c";
    private static final Holds HOST = Holds.shortly(TASK, Kernel.HOST, 1);
    private static final Holds DEVICE = Holds.shortly(TASK, Kernel.DEVICE, 1);

    private final Kernel kernel;
    private final Cell<Entry> entry;

    Migrate(Kernel kernel) {
        this.kernel = kernel;
        this.entry = kernel.entry(Bounds.PARENT);
    }

    Script script() {
        return new Script()
                .in(kernel.source(FILE, "migrate_vma_collect_pmd"))
                .step("c1 collect", this::collect)
                .in(kernel.source("mm/memremap.c", "zone_device_page_init"))
                .step("c2 allocate device page", this::allocate)
                .has(HOST)
                .in(kernel.source("lib/test_hmm.c", "dmirror_migrate_alloc_and_copy"))
                .step("c3 copy", now -> {})
                .has(HOST, DEVICE)
                .in(kernel.source("mm/migrate.c", "remove_migration_pte"))
                .step("c4 set entry", this::insert)
                .has(HOST, DEVICE)
                .in(kernel.source(FILE, "migrate_vma_finalize"))
                .step("c4f let pages go", this::finish)
                .has(HOST, DEVICE);
    }

    /** c1: under PTL. One reference is taken, the one of the entry is dropped. */
    private void collect(Now now) {
        boolean shared = kernel.entries().cells().count(cell -> now.read(cell) != Entry.NONE) > 1;
        if (now.read(entry) != Entry.HOST || shared) {
            now.end();
            return;
        }
        now.write(entry, Entry.MIGRATION);
        kernel.get(now, Kernel.HOST, HOST.owner());
        kernel.unmap(now, Kernel.HOST);
        kernel.put(now, Kernel.HOST, Owner.Entries.ALL);
    }

    /** c2: where the pagemap is dying there is no page, and the memory stays in the host. */
    private void allocate(Now now) {
        if (Counting.tryGet(now, kernel.pagemap(), new Owner.UsedPage(Kernel.DEVICE))) {
            kernel.getFirst(now, Kernel.DEVICE, DEVICE.owner());
        } else {
            set(now, Entry.HOST, Kernel.HOST);
            kernel.put(now, Kernel.HOST, HOST.owner());
            now.end();
        }
    }

    private void insert(Now now) {
        set(now, kernel.rules().entry(), Kernel.DEVICE);
    }

    /** Under PTL, if nobody has unmapped the migration entry meanwhile. */
    private void set(Now now, Entry to, PageId page) {
        if (now.read(entry) == Entry.MIGRATION) {
            now.write(entry, to);
            kernel.map(now, page, Owner.Entries.ALL);
        }
    }

    private void finish(Now now) {
        kernel.put(now, Kernel.DEVICE, DEVICE.owner());
        kernel.put(now, Kernel.HOST, HOST.owner());
    }
}
