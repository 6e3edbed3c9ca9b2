package pagelife.models.pagefree;

import static pagelife.checker.model.Fairness.NONE;
import static pagelife.checker.model.Fairness.WEAK;

import pagelife.checker.model.Now;
import pagelife.checker.model.Script;
import pagelife.models.page.Custody;
import pagelife.models.page.Holds;
import pagelife.models.page.Mapping;
import pagelife.models.page.TaskId;
import pagelife.models.pagefree.FreePath.Does;

/**
 * A program with anonymous memory that migrates to the device page, and back when it is touched: mm/migrate_device.c,
 * mm/rmap.c. Who puts the page last goes through the free path: up to the driver's callback that is one step, since
 * nobody else has the page before; what comes after the callback are steps of their own.
 */
final class AnonUser {
    /** e2: its memory is in the device page; its entry holds the reference. */
    static final String IN_DEVICE = "e2";

    /** e5: it has touched its memory, which must come back. */
    static final String TOUCHED = "e5";

    private static final String CLEAR_LATE = "e2c";
    private static final String PUT_PAGEMAP = "e2p";

    private final Kernel kernel;
    private final Rules rules;
    private final Mapping own;
    private final Holds entry;

    AnonUser(Kernel kernel, TaskId task) {
        this.kernel = kernel;
        this.rules = kernel.rules();
        this.own = new Mapping.Anon(task);
        this.entry = Holds.shortly(task, Kernel.PAGE, 1);
    }

    Script script() {
        boolean splitFile = !rules.era().isBefore(Era.V6_1);
        Script user = new Script()
                .fairness(NONE)
                .in(kernel.source(splitFile ? "mm/migrate_device.c" : "mm/migrate.c", "migrate_vma_pages"))
                .step("e1 migrate to device", this::migrate)
                .statement("page->mapping = anon_vma")
                .in(kernel.source("mm/memory.c", "zap_pte_range"))
                .step(IN_DEVICE + " exit", this::exit)
                .has(entry)
                .in(kernel.source("mm/memory.c", "do_swap_page"))
                .or("e4 touch", now -> now.go(TOUCHED))
                .owes(WEAK)
                .in(kernel.source("mm/rmap.c", splitFile ? "try_to_migrate" : "try_to_unmap"))
                .step(TOUCHED + " migrate back", this::migrateBack)
                .has(entry)
                .in(kernel.source("mm/memremap.c", rules.era().freeFunction()));
        if (clearsLate()) {
            user.step(CLEAR_LATE + " clear mapping", this::clearLate).statement("page->mapping = NULL");
        }
        return rules.freePath().does(Does.PUTS_PAGEMAP)
                ? user.step(PUT_PAGEMAP + " put pagemap", kernel::putPagemap)
                        .statement("put_dev_pagemap(pgmap)")
                        .has(Kernel.PAGEMAP)
                : user;
    }

    private boolean clearsLate() {
        return rules.freesFirst() && rules.freePath().does(Does.CLEARS_MAPPING);
    }

    /** e1: the driver hands the page out; rmap keeps a mapping that is anonymous already. */
    private void migrate(Now now) {
        now.await(now.read(kernel.custody()) == Custody.FREE);
        kernel.handOut(now, entry.owner());
        kernel.getFirst(now, entry.owner());
        now.write(kernel.charged(), true);
        if (!(kernel.mapping(now) instanceof Mapping.Anon)) {
            kernel.map(now, own);
        }
    }

    private void exit(Now now) {
        leave(now, rules.exitPuts());
    }

    /** e5: the reverse map must lead to the entry, else the migration fails, again and again. */
    private void migrateBack(Now now) {
        now.await(kernel.mapping(now).equals(own));
        leave(now, 1);
    }

    private void leave(Now now, int puts) {
        boolean freed = false;
        for (int i = 0; i < puts; i++) {
            freed |= kernel.put(now, entry.owner());
        }
        if (freed && clearsLate()) {
            now.go(CLEAR_LATE);
        } else if (freed && rules.freePath().does(Does.PUTS_PAGEMAP)) {
            now.go(PUT_PAGEMAP);
        } else {
            now.end();
        }
    }

    private void clearLate(Now now) {
        if (kernel.mapping(now) == Mapping.NONE) {
            now.saw("no mapping");
        }
        kernel.map(now, Mapping.NONE);
    }
}
