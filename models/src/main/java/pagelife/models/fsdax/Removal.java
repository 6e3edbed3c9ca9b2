package pagelife.models.fsdax;

import pagelife.checker.model.At;
import pagelife.checker.model.Control;
import pagelife.checker.model.Now;
import pagelife.checker.model.Place;
import pagelife.checker.model.Script;
import pagelife.checker.model.Source;
import pagelife.models.page.Begun;
import pagelife.models.page.Counting;
import pagelife.models.page.DaxDevice;
import pagelife.models.page.Owner;
import pagelife.models.page.PageId;
import pagelife.models.page.Pagemap;
import pagelife.models.page.TaskId;

/**
 * Removal of the device: drivers/dax/super.c, mm/memremap.c. With a shootdown it begins with {@link Shootdown}. It
 * excludes neither truncate nor unmapping nor unpinning.
 */
public final class Removal {
    /** r5: before the last reference of the pagemap has gone. */
    public static final String AWAIT_REFERENCES = "r5";

    /** r6: before the memory map is removed. */
    public static final String REMOVE_MEMMAP = "r6";

    /** r4, put page by page: before the base reference of a page is dropped. */
    private static final Place<PageId> PUT_BASE = Place.of("r4", PageId.class);

    private final Kernel kernel;
    private final Cells cells;
    private final TaskId task;
    private final PagemapTie tie;

    Removal(Kernel kernel, TaskId task) {
        this.kernel = kernel;
        this.cells = kernel.cells();
        this.task = task;
        this.tie = kernel.rules().get(Rules.PAGEMAP_WAITS_FOR);
    }

    Script script() {
        Script removal = new Script();
        if (kernel.rules().is(Rules.SHOOTDOWN)) {
            removal.with(new Shootdown(kernel, task)::steps);
        }
        Source dead = kernel.source("drivers/dax/super.c", "kill_dax");
        Source unmap = kernel.source("mm/memremap.c", "memunmap_pages");
        removal.in(dead).step("r1 declare device dead", now -> now.write(cells.device(), DaxDevice.DEAD));
        if (!kernel.rules().is(Rules.SHOOTDOWN)) {
            removal.has(Begun.NOT_YET);
        }
        return removal.step("r2 wait for srcu readers", Removal::synchronize)
                .in(unmap)
                .step("r3 kill pagemap", this::killPagemap)
                .with(this::puts)
                .in(unmap)
                .step(
                        "r5 wait for references",
                        now -> now.await(now.read(cells.pagemap()).refs() == 0))
                .in(kernel.source("mm/memremap.c", "pageunmap_range"))
                .step("r6 remove memmap", now -> now.change(cells.pagemap(), Pagemap::remove));
    }

    private void puts(Script removal) {
        switch (tie) {
            case BASES -> removal.step(PUT_BASE, "r4 put base reference", this::putBase);
            case NOTHING, ENTRIES -> removal.step("r4 put pagemap in bulk", this::putBulk);
            case PAGES -> {
                // what pages in use hold they let go of themselves
            }
        }
    }

    /** r2: a fault is inside srcu only within f4, which is one step, so there is nobody to wait for. */
    private static void synchronize(Now now) {
        // nobody to wait for
    }

    private void killPagemap(Now now) {
        Counting.kill(now, cells.pagemap());
        if (tie == PagemapTie.BASES) {
            now.go(PUT_BASE, kernel.world().pages().head());
        }
    }

    /** r4, to 5.17: put_page on every page, which makes a page with one pin left look idle. */
    private void putBase(Now now, PageId page) {
        boolean wakes = kernel.rules().wakes(PinHolder.PIPE); // put_page, as pipes do
        kernel.references().put(now, page, 1, Owner.Base.PAGEMAP, wakes);
        World.after(kernel.world().pages(), page).forEach(next -> now.go(PUT_BASE, next));
    }

    /** r4, from 5.18 on: whatever the pages count. */
    private void putBulk(Now now) {
        Counting.put(now, cells.pagemap(), kernel.world().pageCount(), Owner.Base.PAGEMAP);
    }

    /** Whether a removal that is at {@code at} has dropped the base reference of {@code page}. */
    static boolean hasPutBase(Control at, PageId page) {
        return hasPut(at) || at instanceof At place && place.at(PUT_BASE).exists(next -> next.number() > page.number());
    }

    /** Whether a removal that is at {@code at} has dropped what the pagemap holds of itself. */
    static boolean hasPut(Control at) {
        return At.isAt(at, AWAIT_REFERENCES, REMOVE_MEMMAP);
    }
}
