package pagelife.models.migrate;

import pagelife.checker.model.Cell;
import pagelife.checker.model.Control;
import pagelife.checker.model.ModelBuilder;
import pagelife.checker.model.Source;
import pagelife.models.page.Counting;
import pagelife.models.page.Pagemap;

/** Where the unloading of the driver is. It waits for the pages that hold the pagemap. */
public sealed interface Removal extends Control {
    /** r3: before the pagemap is killed. */
    record KillPagemap() implements Removal {}

    /** r5: before the last reference of the pagemap is gone. */
    record AwaitReferences() implements Removal {}

    /** r6: before the memmap is removed. */
    record RemoveMemmap() implements Removal {}

    /** Declares the actor. */
    static void declare(ModelBuilder model, Cell<Pagemap> pagemap) {
        Source unmap = Source.kernel("mm/memremap.c", "memunmap_pages", "6.1");
        model.actor("removal", Removal.class, new KillPagemap())
                .step("r3", "kill pagemap", unmap, KillPagemap.class, (at, view) -> {
                    Counting.kill(view, pagemap);
                    return new AwaitReferences();
                })
                .step(
                        "r5",
                        "wait for references",
                        unmap,
                        AwaitReferences.class,
                        (at, view) -> view.read(pagemap).refs() > 0 ? view.waits() : new RemoveMemmap())
                .step(
                        "r6",
                        "remove memmap",
                        Source.kernel("mm/memremap.c", "pageunmap_range", "6.1"),
                        RemoveMemmap.class,
                        (at, view) -> {
                            view.write(pagemap, view.read(pagemap).remove());
                            return Control.finished();
                        });
    }
}
