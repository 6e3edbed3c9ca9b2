package pagelife.models.migrate;

import io.vavr.collection.Vector;
import pagelife.checker.model.Script;
import pagelife.models.parts.Memunmap;

/** The driver is unloaded: mm/memremap.c. */
final class Removal {
    private final Kernel kernel;

    Removal(Kernel kernel) {
        this.kernel = kernel;
    }

    Script script() {
        Memunmap pagemap = new Memunmap(
                kernel.pagemap(),
                kernel.source("mm/memremap.c", "memunmap_pages"),
                kernel.source("mm/memremap.c", "pageunmap_range"));
        Script removal = pagemap.kill(new Script(), Vector.empty());
        return pagemap.remove(
                kernel.rules().is(Rules.REMOVAL_WAITS)
                        ? pagemap.await(removal)
                        : removal.step(Memunmap.AWAIT + " wait for nobody", now -> {}));
    }
}
