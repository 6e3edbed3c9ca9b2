package pagelife.models.migrate;

import pagelife.checker.model.Now;
import pagelife.checker.model.Script;
import pagelife.models.page.Counting;
import pagelife.models.page.Pagemap;

/** The driver is unloaded: mm/memremap.c. */
final class Removal {
    private final Kernel kernel;

    Removal(Kernel kernel) {
        this.kernel = kernel;
    }

    Script script() {
        return new Script()
                .in(kernel.source("mm/memremap.c", "memunmap_pages"))
                .step("r3 kill pagemap", this::kill)
                .step("r5 wait for references", this::awaitReferences)
                .in(kernel.source("mm/memremap.c", "pageunmap_range"))
                .step("r6 remove memmap", now -> now.change(kernel.pagemap(), Pagemap::remove));
    }

    private void kill(Now now) {
        if (now.read(kernel.pagemap()).isLive()) {
            Counting.kill(now, kernel.pagemap());
        } else {
            now.end(); // it is being unloaded, or is
        }
    }

    private void awaitReferences(Now now) {
        now.await(!kernel.rules().is(Rules.REMOVAL_WAITS)
                || now.read(kernel.pagemap()).refs() <= 0);
    }
}
