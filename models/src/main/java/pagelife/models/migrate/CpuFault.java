package pagelife.models.migrate;

import static pagelife.checker.model.Fairness.NONE;
import static pagelife.checker.model.Fairness.WEAK;

import pagelife.checker.model.Cell;
import pagelife.checker.model.Now;
import pagelife.checker.model.Place;
import pagelife.checker.model.Script;
import pagelife.models.page.Holds;
import pagelife.models.page.Owner;
import pagelife.models.page.Page;
import pagelife.models.page.Pte;
import pagelife.models.page.TaskId;

/**
 * A CPU fault on a device-private page: mm/memory.c do_swap_page, and the driver's migrate_to_ram, which collects,
 * checks and replaces as any migration (mm/migrate_device.c).
 */
final class CpuFault {
    private static final String MEMORY = "mm/memory.c";
    private static final String MIGRATE = "mm/migrate_device.c";

    private static final String TOUCH = "p1";
    private static final String SPIN = "p1s";
    private static final String DRAIN = "p3";
    private static final String CALL = "p4";

    /** p7: before it lets go of the page, and whether it begins again then. */
    private static final Place<Boolean> LET_GO = Place.of("p7", Boolean.class);

    private final Kernel kernel;
    private final TaskId task;
    private final Owner self;
    private final Cell<Pte> entry;
    private final boolean drains;
    private final int own;

    /** Whether it has locked the page before it calls the driver. */
    private final boolean locks;

    CpuFault(Kernel kernel, TaskId task) {
        this.kernel = kernel;
        this.task = task;
        this.self = new Owner.Transient(task);
        this.entry = kernel.pte(MigrateOperations.PARENT);
        this.drains = kernel.drains();
        this.locks = kernel.rules().fault().locks();
        this.own = kernel.rules().fault() == Rules.FaultHolds.NOTHING ? 0 : 1;
    }

    Script script() {
        Script fault = new Script()
                .fairness(NONE)
                .in(kernel.source(MEMORY, "do_swap_page"))
                .step(TOUCH + " read entry", this::touch)
                .statement("entry = pte_to_swp_entry(vmf->orig_pte)")
                .owes(WEAK);
        if (drains) {
            fault.step(SPIN + " try again", this::tryAgain)
                    .statement("if (!get_page_unless_zero(page)) retry")
                    .in(kernel.source("mm/swap.c", "lru_add_drain_all"))
                    .step(DRAIN + " wait for work on all CPUs", this::drain)
                    .statement("lru_add_drain_all()")
                    .has(held(own));
        }
        return fault.in(kernel.source(MIGRATE, "migrate_vma_collect_pmd"))
                .step(CALL + " call driver", this::callDriver)
                .statement("pgmap->ops->migrate_to_ram(vmf)")
                .has(held(own))
                .in(kernel.source(MIGRATE, "migrate_vma_check_page"))
                .step("p5 check count", this::check)
                .statement("if (page_count(page) != expected) abort")
                .has(held(own + 1))
                .in(kernel.source(MIGRATE, "migrate_vma_finalize"))
                .step("p6 replace entry", this::replace)
                .statement("set_pte_at(mm, addr, pte, entry)")
                .has(held(own + 1))
                .in(kernel.source(MEMORY, "do_swap_page"))
                .step(LET_GO, "p7 let page go", this::letGo)
                .statement("put_page(page)")
                .has(held(1));
    }

    private Holds held(int refs) {
        return Holds.shortly(task, Kernel.DEVICE, refs);
    }

    /** p1: under PTL. */
    private void touch(Now now) {
        now.await(!now.read(entry).equals(Pte.MIGRATION));
        if (!isPrivate(now)) {
            now.saw("no device page here");
            now.end();
            return;
        }
        now.saw("device page: bring it back");
        switch (kernel.rules().fault()) {
            case NOTHING -> goOn(now);
            case REFERENCE -> hold(now);
            case LOCK -> holdOrSpin(now);
            case LOCK_OR_SLEEP -> {
                kernel.lock().lock(now);
                hold(now);
            }
        }
    }

    private boolean isPrivate(Now now) {
        return now.read(entry).kind() == Pte.Kind.PRIVATE;
    }

    private void holdOrSpin(Now now) {
        if (kernel.lock().tryLock(now)) {
            hold(now);
        } else if (drains) {
            now.saw("page locked: try again");
            kernel.spins(now, task, true);
            now.go(SPIN);
        } else {
            now.saw("page locked: try again");
            now.stay();
        }
    }

    /** p1s: as hmm_range_fault does, without leaving the kernel: its CPU does nothing else meanwhile. */
    private void tryAgain(Now now) {
        now.await(!kernel.lock().isLocked(now) || !isPrivate(now));
        kernel.spins(now, task, false);
        now.go(TOUCH);
    }

    private void hold(Now now) {
        kernel.get(now, Kernel.DEVICE, self);
        goOn(now);
    }

    private void goOn(Now now) {
        now.go(drains ? DRAIN : CALL);
    }

    /**
     * p4: {@code page->pgmap->ops}; then under PTL the entry is replaced, if it is still there and the page unlocked.
     */
    private void drain(Now now) {
        now.await(kernel.nobodySpins(now));
        now.saw("no CPU spins");
    }

    private void callDriver(Now now) {
        now.tell(new UsesPage(Kernel.DEVICE, task));
        boolean there = isPrivate(now);
        boolean locked = locks || there && kernel.lock().tryLock(now);
        if (!there || !locked) {
            now.saw(there ? "page locked: give up" : "entry changed: give up");
            release(now, locked, there);
            return;
        }
        now.write(entry, Pte.MIGRATION);
        kernel.get(now, Kernel.DEVICE, self);
        kernel.unmap(now, Kernel.DEVICE);
        kernel.put(now, Kernel.DEVICE, Owner.Entries.ALL);
    }

    /** p5: an unexplained reference stops the migration. One more than explained is accepted, from 1-based times. */
    private void check(Now now) {
        Page page = now.read(kernel.page(Kernel.DEVICE));
        int expected = 1 + own + (kernel.rules().is(Rules.SPARE_REFERENCE) ? 1 : 0);
        if (page.refs() - expected <= page.mapcount()) {
            now.saw("refs %s as expected", page.refs());
            return;
        }
        now.saw("refs %s, expected %s: give up", page.refs(), expected);
        now.tell(new Aborted(task, page.refs(), expected));
        if (now.read(entry).equals(Pte.MIGRATION)) {
            now.write(entry, Pte.devicePrivate(Kernel.DEVICE));
            kernel.map(now, Kernel.DEVICE, Owner.Entries.ALL);
        }
        kernel.put(now, Kernel.DEVICE, self);
        release(now, true, true);
    }

    private void replace(Now now) {
        if (now.read(entry).equals(Pte.MIGRATION)) {
            now.write(entry, Pte.normal(Kernel.HOST));
            kernel.map(now, Kernel.HOST, Owner.Entries.ALL);
        }
        kernel.put(now, Kernel.DEVICE, self);
        release(now, true, false);
    }

    private void release(Now now, boolean locked, boolean again) {
        if (locked) {
            kernel.lock().unlock(now);
        }
        if (own > 0) {
            now.go(LET_GO, again);
        } else {
            beginAgain(now, again);
        }
    }

    private void letGo(Now now, boolean again) {
        kernel.put(now, Kernel.DEVICE, self);
        beginAgain(now, again);
    }

    private static void beginAgain(Now now, boolean again) {
        if (again) {
            now.go(TOUCH);
        } else {
            now.end();
        }
    }
}
