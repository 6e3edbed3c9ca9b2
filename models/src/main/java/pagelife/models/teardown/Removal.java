package pagelife.models.teardown;

import io.vavr.collection.Vector;
import pagelife.checker.model.Now;
import pagelife.checker.model.Script;
import pagelife.checker.model.Source;
import pagelife.models.page.Holds;
import pagelife.models.page.Owner;
import pagelife.models.parts.Memunmap;

/** Removal of the pagemap: {@code devm_memremap_pages_release}, {@code memunmap_pages}, mm/memremap.c. */
final class Removal {
    private static final String FILE = "mm/memremap.c";

    /** The base reference of the page. */
    private static final Holds BASE = new Holds(Kernel.PAGE, Owner.Base.PAGEMAP, 1);

    private final Kernel kernel;
    private final Rules rules;
    private final Memunmap pagemap;

    Removal(Kernel kernel) {
        this.kernel = kernel;
        this.rules = kernel.rules();
        this.pagemap = new Memunmap(
                kernel.pagemap(),
                Source.kernel(FILE, "memunmap_pages", "5.10"),
                Source.kernel(FILE, "pageunmap_range", "5.10"));
    }

    Script script() {
        Script removal = pagemap.kill(new Script(), Vector.empty())
                .has(BASE)
                .in(FILE, "memunmap_pages", "5.10")
                .step("r4 put page", now -> kernel.put(now, BASE.owner()))
                .statement("put_page(page)")
                .has(BASE);
        Script torn = rules.waitsFirst()
                ? removal.with(this::await).with(this::remove)
                : removal.with(this::remove).with(this::await);
        return rules.exitsLast()
                ? torn.in(FILE, "memunmap_pages", "6.1")
                        .step("r7 free reference", this::exit)
                        .statement("percpu_ref_exit(&pgmap->ref)")
                : torn;
    }

    /** r5: where the data of the reference goes early, it goes here. */
    private void await(Script removal) {
        if (rules.exitsLast()) {
            pagemap.await(removal);
        } else {
            removal.in(FILE, "dev_pagemap_cleanup", "5.10").step(Memunmap.AWAIT + " wait for references", now -> {
                now.await(pagemap.isUnreferenced(now));
                exit(now);
            });
        }
    }

    private void remove(Script removal) {
        pagemap.remove(removal)
                .step("r6e erase range", now -> now.write(kernel.lookup(), Kernel.Lookup.ERASED))
                .statement("pgmap_array_delete(res)")
                .step("r6s synchronize rcu", this::synchronize)
                .statement("synchronize_rcu()");
    }

    private void synchronize(Now now) {
        kernel.rcu().awaitReaders(now);
        now.saw("no RCU reader is left");
    }

    private void exit(Now now) {
        now.write(kernel.refData(), RefData.FREED);
    }
}
