package pagelife.models.migrate;

import static pagelife.checker.model.Fairness.NONE;
import static pagelife.checker.model.Fairness.WEAK;

import io.vavr.control.Option;
import pagelife.checker.model.Cell;
import pagelife.checker.model.Now;
import pagelife.checker.model.Place;
import pagelife.checker.model.Script;
import pagelife.checker.model.Source;
import pagelife.models.page.Holds;
import pagelife.models.page.MmId;
import pagelife.models.page.Owner;
import pagelife.models.page.PageEvent;
import pagelife.models.page.PageId;
import pagelife.models.page.Pins;
import pagelife.models.page.Pte;
import pagelife.models.page.TaskId;
import pagelife.models.parts.SlowPin;

/** What programs do with their memory: fork and munmap (mm/memory.c), pins (mm/gup.c). */
final class Programs {
    private static final Owner ENTRY = Owner.Entries.ALL;
    private static final Holds DRIVER = Holds.shortly(new TaskId("driver"), Kernel.DEVICE, 1);

    /** c5p: the entry is cleared, before the reference of the entry is dropped. */
    private static final Place<PageId> PUT = Place.of("c5p", PageId.class);

    private static final String DRIVER_PUT = "c5d";

    private final Kernel kernel;

    Programs(Kernel kernel) {
        this.kernel = kernel;
    }

    /** The program forks. */
    Script fork() {
        return new Script()
                .fairness(NONE)
                .in(kernel.source("mm/memory.c", "copy_present_pte"))
                .step(Migration.FORKS + " copy entry", this::copy)
                .statement("get_page(page); set_pte_at(dst)");
    }

    /** A program unmaps its memory. */
    Script munmap(MmId mm) {
        Script script = new Script()
                .fairness(NONE)
                .in(kernel.source("mm/memory.c", "zap_pte_range"))
                .step("c5 clear entry", now -> clear(now, mm))
                .statement("pte = ptep_get_and_clear(ptep)")
                .owes(WEAK)
                .in(kernel.source("mm/mmu_gather.c", "tlb_finish_mmu"))
                .step(PUT, "c5p put page", this::put)
                .statement("put_page(page)")
                .has(PageId.class, page -> new Holds(page, ENTRY, 1));
        if (kernel.rules().is(Rules.DRIVER_PUTS)) {
            script.in(kernel.source("lib/test_hmm.c", "dmirror_interval_invalidate"))
                    .step(DRIVER_PUT + " driver puts page", now -> kernel.put(now, Kernel.DEVICE, DRIVER.owner()))
                    .statement("put_page(page)")
                    .has(DRIVER);
        }
        return script;
    }

    /** A pin of the memory. */
    Script pin(TaskId task, Cell<Pins> pins, MmId mm) {
        Source walk = kernel.source("mm/gup.c", "follow_page_pte");
        return new SlowPin(task, pins, Kernel.pteAt(mm), 1, new Mapped(kernel, mm), Option.none()).script(walk, walk);
    }

    /** The page that the CPU sees in an address space: a device-private page is not for it to pin. */
    private record Mapped(Kernel kernel, MmId mm) implements SlowPin.Target {
        @Override
        public Option<PageId> find(Now now) {
            Pte entry = now.read(kernel.pte(mm));
            return entry.kind() == Pte.Kind.NORMAL ? entry.page() : Option.none();
        }

        @Override
        public boolean grab(Now now, PageId page, Owner pin) {
            kernel.get(now, page, pin);
            return true;
        }
    }

    /** k1: mmap_lock is held for writing, so that no migration is under way. A devmap entry is copied uncounted. */
    private void copy(Now now) {
        Pte entry = now.read(kernel.pte(MigrateOperations.PARENT));
        now.await(!entry.equals(Pte.MIGRATION));
        if (!now.read(kernel.pte(MigrateOperations.CHILD)).equals(Pte.NONE)) {
            now.saw("the child has the entry");
            return;
        }
        if (entry.equals(Pte.NONE)) {
            now.saw("nothing mapped");
        }
        now.write(kernel.pte(MigrateOperations.CHILD), entry);
        if (entry.isCounted()) {
            kernel.map(now, entry.page().get(), ENTRY);
        }
    }

    /** c5: under PTL. {@code vm_normal_page} is NULL for a devmap entry: no rmap, no reference. */
    private void clear(Now now, MmId mm) {
        Pte entry = now.read(kernel.pte(mm));
        if (entry.equals(Pte.NONE)) {
            now.saw("nothing mapped");
        }
        now.write(kernel.pte(mm), Pte.NONE);
        switch (entry.kind()) {
            case NONE, MIGRATION, SPECIAL -> now.end();
            case DEVMAP -> leaveToDriver(now);
            case PRIVATE -> {
                kernel.unmap(now, Kernel.DEVICE);
                kernel.put(now, Kernel.DEVICE, ENTRY); // no TLB to flush: put at once
                now.end();
            }
            case NORMAL -> {
                kernel.unmap(now, entry.page().get());
                now.go(PUT, entry.page().get());
            }
        }
    }

    private void leaveToDriver(Now now) {
        if (kernel.rules().is(Rules.DRIVER_PUTS)) {
            now.tell(new PageEvent.Passed(Kernel.DEVICE, 1, ENTRY, DRIVER.owner()));
            now.go(DRIVER_PUT);
        } else {
            now.end();
        }
    }

    private void put(Now now, PageId page) {
        kernel.put(now, page, ENTRY);
        now.end();
    }
}
