package pagelife.models.migrate;

import pagelife.checker.model.Control;
import pagelife.checker.model.ModelBuilder;
import pagelife.checker.model.Source;

/** Where the unloading of the driver is. It waits for the pages that hold the pagemap. */
public sealed interface Removal extends Control {
    /** r3: before the pagemap is killed. */
    record KillPagemap() implements Removal {}

    /** r5: before the last reference of the pagemap is gone. */
    record AwaitReferences() implements Removal {}

    /** r6: before the memmap is removed. */
    record RemoveMemmap() implements Removal {}

    /** Declares the actor. */
    static void declare(ModelBuilder model, Kernel kernel) {
        Source unmap = kernel.source("mm/memremap.c", "memunmap_pages");
        model.actor("removal", Removal.class, new KillPagemap())
                .step("r3", "kill pagemap", unmap, KillPagemap.class, (at, view) -> {
                    view.write(kernel.pagemap(), view.read(kernel.pagemap()).kill());
                    return new AwaitReferences();
                })
                .step(
                        "r5",
                        "wait for references",
                        unmap,
                        AwaitReferences.class,
                        (at, view) -> view.read(kernel.pagemap()).refs() > 0 ? view.waits() : new RemoveMemmap())
                .step(
                        "r6",
                        "remove memmap",
                        kernel.source("mm/memremap.c", "pageunmap_range"),
                        RemoveMemmap.class,
                        (at, view) -> {
                            view.write(
                                    kernel.pagemap(),
                                    view.read(kernel.pagemap()).remove());
                            return Control.finished();
                        });
    }
}
