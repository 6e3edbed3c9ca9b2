package pagelife.models.migrate;

import static pagelife.checker.model.Fairness.NONE;
import static pagelife.checker.model.Fairness.STRONG;
import static pagelife.checker.model.Fairness.WEAK;

import pagelife.checker.model.Now;
import pagelife.checker.model.Place;
import pagelife.checker.model.Script;
import pagelife.models.page.Holds;
import pagelife.models.page.MmId;
import pagelife.models.page.Owner;
import pagelife.models.page.PageEvent;
import pagelife.models.page.PageId;
import pagelife.models.page.TaskId;

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

    /** The program forks; then the child may unmap what it got. */
    Script child(boolean unmaps) {
        Script child = new Script()
                .fairness(NONE)
                .in(kernel.source("mm/memory.c", "copy_present_pte"))
                .step("k1 copy entry", this::copy);
        return unmaps ? child.with(script -> unmapping(script, Bounds.CHILD)) : child;
    }

    /** The program unmaps its memory. */
    Script munmap() {
        return new Script().fairness(NONE).with(script -> unmapping(script, Bounds.PARENT));
    }

    private void unmapping(Script script, MmId mm) {
        script.in(kernel.source("mm/memory.c", "zap_pte_range"))
                .step("c5 clear entry", now -> clear(now, mm))
                .owes(WEAK)
                .in(kernel.source("mm/mmu_gather.c", "tlb_finish_mmu"))
                .step(PUT, "c5p put page", this::put)
                .has(PageId.class, page -> new Holds(page, ENTRY, 1));
        if (kernel.rules().driverPuts()) {
            script.in(kernel.source("lib/test_hmm.c", "dmirror_interval_invalidate"))
                    .step(DRIVER_PUT + " driver puts page", now -> kernel.put(now, Kernel.DEVICE, DRIVER.owner()))
                    .has(DRIVER);
        }
    }

    Script gup(TaskId task) {
        Owner pin = new Owner.Pin(task);
        return new Script()
                .fairness(NONE)
                .in(kernel.source("mm/gup.c", "follow_page_pte"))
                .step("s1 grab page", now -> grab(now, pin))
                .owes(STRONG)
                .in(kernel.source("mm/gup.c", "unpin_user_page"))
                .step("s3 unpin", PageId.class, (now, page) -> kernel.put(now, page, pin))
                .has(PageId.class, page -> new Holds(page, pin, 1));
    }

    /** k1: mmap_lock is held for writing, so that no migration is under way. A devmap entry is copied uncounted. */
    private void copy(Now now) {
        Entry entry = now.read(kernel.entry(Bounds.PARENT));
        now.await(entry != Entry.MIGRATION);
        now.write(kernel.entry(Bounds.CHILD), entry);
        if (entry.isCounted()) {
            kernel.map(now, kernel.pageOf(entry), ENTRY);
        }
    }

    /** c5: under PTL. {@code vm_normal_page} is NULL for a devmap entry: no rmap, no reference. */
    private void clear(Now now, MmId mm) {
        Entry entry = now.read(kernel.entry(mm));
        now.write(kernel.entry(mm), Entry.NONE);
        switch (entry) {
            case NONE, MIGRATION -> now.end();
            case DEVMAP -> leaveToDriver(now);
            case PRIVATE -> {
                kernel.unmap(now, Kernel.DEVICE);
                kernel.put(now, Kernel.DEVICE, ENTRY); // no TLB to flush: put at once
                now.end();
            }
            case HOST, NORMAL -> {
                kernel.unmap(now, kernel.pageOf(entry));
                now.go(PUT, kernel.pageOf(entry));
            }
        }
    }

    private void leaveToDriver(Now now) {
        if (kernel.rules().driverPuts()) {
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

    /** s1: under PTL. A device-private page is not for the CPU to pin. */
    private void grab(Now now, Owner pin) {
        Entry entry = now.read(kernel.entry(Bounds.PARENT));
        if (entry == Entry.HOST || entry == Entry.NORMAL) {
            PageId page = kernel.pageOf(entry);
            kernel.get(now, page, pin);
            now.hand(page);
        } else {
            now.end();
        }
    }
}
