package pagelife.models.fsdax;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import pagelife.checker.model.Now;
import pagelife.checker.model.Script;
import pagelife.checker.model.Source;
import pagelife.models.page.Begun;
import pagelife.models.page.DaxDevice;
import pagelife.models.page.Owner;
import pagelife.models.page.PageId;
import pagelife.models.page.TaskId;
import pagelife.models.parts.Memunmap;

/**
 * Removal of the device: drivers/dax/super.c, mm/memremap.c. With a shootdown it begins with {@link Shootdown}. It
 * excludes neither truncate nor unmapping nor unpinning.
 */
public final class Removal {
    private final Kernel kernel;
    private final Cells cells;
    private final TaskId task;
    private final PagemapTie tie;

    Removal(Kernel kernel, TaskId task) {
        this.kernel = kernel;
        this.cells = kernel.cells();
        this.task = task;
        this.tie = kernel.rules().tie();
    }

    Script script() {
        Script removal = new Script();
        if (kernel.rules().is(Rules.SHOOTDOWN)) {
            removal.with(new Shootdown(kernel, task)::steps);
        }
        Source dead = kernel.source("drivers/dax/super.c", "kill_dax");
        removal.in(dead)
                .step("r1 declare device dead", now -> now.write(cells.device(), DaxDevice.DEAD))
                .statement("clear_bit(DAXDEV_ALIVE)");
        if (!kernel.rules().is(Rules.SHOOTDOWN)) {
            removal.has(Begun.NOT_YET);
        }
        return removal.step("r2 wait for srcu readers", Removal::synchronize)
                .statement("synchronize_srcu(&dax_srcu)")
                .with(this::memunmap);
    }

    private void memunmap(Script removal) {
        Memunmap pagemap = new Memunmap(
                cells.pagemap(),
                kernel.source("mm/memremap.c", "memunmap_pages"),
                kernel.source("mm/memremap.c", "pageunmap_range"));
        Seq<PageId> bases = tie.putsBases() ? kernel.world().pages() : Vector.empty();
        pagemap.kill(removal, bases);
        if (tie.putsBases()) {
            pagemap.putBases(removal, bases, this::putBase);
        } else if (tie.putsInBulk()) {
            pagemap.putBulk(removal, kernel.world().pages().size());
        } // what pages in use hold they let go of themselves
        pagemap.remove(pagemap.await(removal));
    }

    /** r2: a fault is inside srcu only within f4, which is one step, so there is nobody to wait for. */
    private static void synchronize(Now now) {
        // nobody to wait for
    }

    /** r4, to 5.17: put_page, which makes a page with one pin left look idle. */
    private void putBase(Now now, PageId page) {
        kernel.references().put(now, page, 1, Owner.Base.PAGEMAP, PinHolder.PIPE.wakes()); // put_page, as pipes do
    }
}
