package pagelife.models.devdax;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import pagelife.checker.model.Now;
import pagelife.checker.model.Place;
import pagelife.checker.model.Script;
import pagelife.models.page.DaxDevice;
import pagelife.models.page.Holds;
import pagelife.models.page.Owner;
import pagelife.models.page.PageId;
import pagelife.models.page.PteAt;
import pagelife.models.page.TaskId;
import pagelife.models.page.TlbFlush;
import pagelife.models.parts.Memunmap;
import pagelife.models.parts.Zap;

/** Removal of the device: drivers/dax/bus.c, mm/memremap.c. */
final class Removal {
    /**
     * An entry that is cleared, before the flush is done and its reference is dropped.
     *
     * @param at the entry
     * @param flush whom the flush waits for
     * @param page the page whose reference is to be dropped
     */
    record Flush(PteAt at, TlbFlush flush, Option<PageId> page) {
        Holds held() {
            return new Holds(page.getOrElse(FIRST), new Owner.Mapping(at), page.isDefined() ? 1 : 0);
        }
    }

    private static final PageId FIRST = new PageId(0);
    private static final Place<PteAt> UNMAP = Place.of("r2b", PteAt.class);
    private static final Place<Flush> FLUSH = Place.of("r2c", Flush.class);

    private final Kernel kernel;
    private final Cells cells;
    private final Zap zap;

    Removal(Kernel kernel, Seq<TaskId> walkers) {
        this.kernel = kernel;
        this.cells = kernel.cells();
        this.zap = new Zap(kernel.rules().is(Rules.IPI_FLUSH) ? walkers : Vector.empty(), cells::irqs);
    }

    Script script() {
        return new Script()
                .in(kernel.source("drivers/dax/bus.c", "kill_dev_dax"))
                .step("r1 declare device dead", this::declareDead)
                .statement("clear_bit(DAXDEV_ALIVE)")
                .step("r2 wait for srcu readers", this::awaitReaders)
                .statement("synchronize_srcu(&dax_srcu)")
                .step(UNMAP, "r2b unmap", this::unmap)
                .statement("unmap_mapping_range(mapping)")
                .in(kernel.source("mm/mmu_gather.c", "tlb_finish_mmu"))
                .step(FLUSH, "r2c flush and put", this::flush)
                .statement("folio_put(folio)")
                .has(Flush.class, Flush::held)
                .with(this::memunmap);
    }

    private void memunmap(Script removal) {
        Memunmap pagemap = new Memunmap(
                cells.pagemap(),
                kernel.source("mm/memremap.c", "memunmap_pages"),
                kernel.source("mm/memremap.c", "pageunmap_range"));
        pagemap.kill(removal, bases());
        if (kernel.rules().waitsForPages()) {
            pagemap.putBases(removal, bases(), (now, page) -> kernel.put(now, page, 1, Owner.Base.PAGEMAP));
        } else {
            pagemap.putBulk(removal, kernel.bulkRefs());
        }
        pagemap.await(removal);
        if (kernel.rules().is(Rules.TAIL_CHECK)) {
            removal.step("r5t check tails", this::checkTails).statement("WARN_ON(page_count(tail))");
        }
        pagemap.remove(removal);
    }

    /** {@code for_each_device_pfn}: by one page, or by one compound page. */
    private Seq<PageId> bases() {
        int stride = kernel.rules().putStride(kernel.world().align());
        return kernel.rules().waitsForPages()
                ? kernel.world().pages().filter(page -> page.number() % stride == 0)
                : Vector.empty();
    }

    private void declareDead(Now now) {
        cells.probe().waitFor(now);
        if (now.read(cells.device()) == DaxDevice.DEAD) {
            now.saw("dead already");
            now.end(); // another removal is on it
        } else {
            now.write(cells.device(), DaxDevice.DEAD);
        }
    }

    private void awaitReaders(Now now) {
        cells.srcu().awaitReaders(now);
        now.saw("no reader is left");
        now.hand(kernel.world().ptes().head());
    }

    /** r2b: under PTL the entry is cleared and uncounted. */
    private void unmap(Now now, PteAt at) {
        if (!now.read(cells.pte(at)).isPresent()) {
            now.saw("nothing mapped");
            goBehind(now, at);
            return;
        }
        Option<PageId> counted = kernel.clear(now, at);
        TlbFlush flush = zap.flush(now, at.mm());
        if (counted.isEmpty() && flush.isDone()) {
            goBehind(now, at);
        } else {
            now.go(FLUSH, new Flush(at, flush, counted));
        }
    }

    /** r2c: the reference of an entry is dropped after the flush. */
    private void flush(Now now, Flush flush) {
        now.await(!zap.isPending(now, flush.flush()));
        flush.page().forEach(head -> kernel.put(now, head, 1, new Owner.Mapping(flush.at())));
        goBehind(now, flush.at());
    }

    private void goBehind(Now now, PteAt at) {
        Seq<PteAt> ptes = kernel.world().ptes();
        int next = ptes.indexOf(at) + 1;
        if (next < ptes.size()) {
            now.go(UNMAP, ptes.get(next));
        } else {
            now.go(Memunmap.KILL);
        }
    }

    /** r5t: the check proposed in review. With a warning the memmap stays: leaked, not freed under a user. */
    private void checkTails(Now now) {
        boolean clean = kernel.world()
                .pages()
                .forAll(page -> !now.read(cells.frame(page)).isTail()
                        || now.read(cells.page(page)).refs() == 0);
        now.saw(clean ? "no tail is used" : "a tail is used: keep the memory map");
        if (!clean) {
            now.end();
        }
    }
}
