package pagelife.models.teardown;

import pagelife.checker.model.Cell;
import pagelife.checker.model.Now;
import pagelife.checker.model.Script;
import pagelife.models.page.Counting;
import pagelife.models.page.Holds;
import pagelife.models.page.Owner;
import pagelife.models.page.Pagemap;

/** Removal of the pagemap: {@code devm_memremap_pages_release}, {@code memunmap_pages}, mm/memremap.c. */
final class Removal {
    private static final String FILE = "mm/memremap.c";

    /** The base reference of the page. */
    private static final Holds BASE = new Holds(Kernel.PAGE, Owner.Base.PAGEMAP, 1);

    private final Kernel kernel;
    private final Rules rules;

    Removal(Kernel kernel) {
        this.kernel = kernel;
        this.rules = kernel.rules();
    }

    Script script() {
        Script removal = new Script()
                .in(FILE, "dev_pagemap_kill", "5.10")
                .step("r3 kill pagemap", now -> Counting.kill(now, kernel.pagemap()))
                .has(BASE)
                .in(FILE, "memunmap_pages", "5.10")
                .step("r4 put page", now -> kernel.put(now, BASE.owner()))
                .has(BASE);
        Script torn = rules.waitsFirst()
                ? removal.with(this::await).with(this::remove)
                : removal.with(this::remove).with(this::await);
        return rules.exitsLast() ? torn.in(FILE, "memunmap_pages", "6.1").step("r7 free reference", this::exit) : torn;
    }

    private void await(Script removal) {
        removal.in(FILE, "dev_pagemap_cleanup", "5.10").step("r5 wait for references", this::awaitReferences);
    }

    private void remove(Script removal) {
        removal.in(FILE, "pageunmap_range", "5.10")
                .step("r6 remove memmap", now -> now.change(kernel.pagemap(), Pagemap::remove))
                .step("r6e erase range", now -> now.write(kernel.lookup(), Kernel.Lookup.ERASED))
                .step(
                        "r6s synchronize rcu",
                        now -> now.await(now.read(kernel.rcu()).isQuiet()));
    }

    /** r5: where the data of the reference goes early, it goes here. */
    private void awaitReferences(Now now) {
        Cell<Pagemap> pagemap = kernel.pagemap();
        now.await(now.read(pagemap).refs() <= 0);
        if (!rules.exitsLast()) {
            exit(now);
        }
    }

    private void exit(Now now) {
        now.write(kernel.refData(), RefData.FREED);
    }
}
