package pagelife.models.teardown;

import pagelife.checker.model.ActorBuilder;
import pagelife.checker.model.Cell;
import pagelife.checker.model.Control;
import pagelife.checker.model.ModelBuilder;
import pagelife.checker.model.Source;
import pagelife.checker.model.StepView;
import pagelife.models.page.Owner;
import pagelife.models.page.Pagemap;

/** {@code devm_memremap_pages_release}, {@code memunmap_pages}: mm/memremap.c. */
final class RemovalSteps {
    private static final String FILE = "mm/memremap.c";

    private final Kernel kernel;
    private final Rules rules;

    RemovalSteps(Kernel kernel) {
        this.kernel = kernel;
        this.rules = kernel.rules();
    }

    void declare(ModelBuilder model) {
        Source unmap = Source.kernel(FILE, "memunmap_pages", "5.10");
        Source range = Source.kernel(FILE, "pageunmap_range", "5.10");
        ActorBuilder<Removal> removal = model.actor("removal", Removal.class, new Removal.Kill())
                .step(
                        "r3",
                        "kill pagemap",
                        Source.kernel(FILE, "dev_pagemap_kill", "5.10"),
                        Removal.Kill.class,
                        this::r3)
                .step("r4", "put page", unmap, Removal.PutBase.class, this::r4)
                .step(
                        "r5",
                        "wait for references",
                        Source.kernel(FILE, "dev_pagemap_cleanup", "5.10"),
                        Removal.Await.class,
                        this::r5)
                .step("r6", "remove memmap", range, Removal.RemoveMemmap.class, this::r6)
                .step("r6e", "erase range", range, Removal.Erase.class, this::r6e)
                .step("r6s", "synchronize rcu", range, Removal.Synchronize.class, this::r6s);
        if (rules.exitsLast()) {
            removal.step(
                    "r7", "free reference", Source.kernel(FILE, "memunmap_pages", "6.1"), Removal.Exit.class, this::r7);
        } else {
            removal.without(Removal.Exit.class);
        }
    }

    private Control r3(Removal.Kill kill, StepView view) {
        Cell<Pagemap> pagemap = kernel.pagemap();
        view.write(pagemap, view.read(pagemap).kill());
        return new Removal.PutBase();
    }

    private Control r4(Removal.PutBase put, StepView view) {
        kernel.put(view, Owner.Base.PAGEMAP);
        return rules.waitsFirst() ? new Removal.Await() : new Removal.RemoveMemmap();
    }

    /** r5: where the data of the reference goes early, it goes here. */
    private Control r5(Removal.Await await, StepView view) {
        if (view.read(kernel.pagemap()).refs() > 0) {
            return view.waits();
        }
        if (!rules.exitsLast()) {
            view.write(kernel.refData(), RefData.FREED);
        }
        return rules.waitsFirst() ? new Removal.RemoveMemmap() : Control.finished();
    }

    private Control r6(Removal.RemoveMemmap remove, StepView view) {
        Cell<Pagemap> pagemap = kernel.pagemap();
        view.write(pagemap, view.read(pagemap).remove());
        return new Removal.Erase();
    }

    private Control r6e(Removal.Erase erase, StepView view) {
        view.write(kernel.lookup(), Kernel.Lookup.ERASED);
        return new Removal.Synchronize();
    }

    private Control r6s(Removal.Synchronize synchronize, StepView view) {
        if (!view.read(kernel.rcu()).isQuiet()) {
            return view.waits();
        }
        if (!rules.waitsFirst()) {
            return new Removal.Await();
        }
        return rules.exitsLast() ? new Removal.Exit() : Control.finished();
    }

    private Control r7(Removal.Exit exit, StepView view) {
        view.write(kernel.refData(), RefData.FREED);
        return Control.finished();
    }
}
