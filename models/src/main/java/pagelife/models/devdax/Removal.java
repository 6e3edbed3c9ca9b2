package pagelife.models.devdax;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import pagelife.checker.model.At;
import pagelife.checker.model.Control;
import pagelife.checker.model.Now;
import pagelife.checker.model.Place;
import pagelife.checker.model.Script;
import pagelife.checker.model.Source;
import pagelife.models.page.Counting;
import pagelife.models.page.DaxDevice;
import pagelife.models.page.Holds;
import pagelife.models.page.Owner;
import pagelife.models.page.PageId;
import pagelife.models.page.Pagemap;
import pagelife.models.page.Pte;
import pagelife.models.page.PteAt;
import pagelife.models.page.TaskId;
import pagelife.models.page.TlbFlush;

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
    private static final Place<PageId> PUT_BASE = Place.of("r4", PageId.class);
    private static final String KILL = "r3";
    private static final String AWAIT = "r5";
    private static final String CHECK_TAILS = "r5t";
    private static final String REMOVE = "r6";

    private final Kernel kernel;
    private final Cells cells;
    private final Seq<TaskId> walkers;

    Removal(Kernel kernel, Seq<TaskId> walkers) {
        this.kernel = kernel;
        this.cells = kernel.cells();
        this.walkers = walkers;
    }

    Script script() {
        Source unmap = kernel.source("mm/memremap.c", "memunmap_pages");
        Script removal = new Script()
                .in(kernel.source("drivers/dax/bus.c", "kill_dev_dax"))
                .step("r1 declare device dead", this::declareDead)
                .step("r2 wait for srcu readers", this::awaitReaders)
                .step(UNMAP, "r2b unmap", this::unmap)
                .in(kernel.source("mm/mmu_gather.c", "tlb_finish_mmu"))
                .step(FLUSH, "r2c flush and put", this::flush)
                .has(Flush.class, Flush::held)
                .in(unmap)
                .step(KILL + " kill pagemap", this::kill);
        if (kernel.rules().waitsForPages()) {
            removal.step(PUT_BASE, "r4 put page", this::putBase);
        } else {
            removal.step("r4 put pagemap in bulk", this::putBulk);
        }
        removal.step(
                AWAIT + " wait for references",
                now -> now.await(now.read(cells.pagemap()).refs() <= 0));
        if (kernel.rules().is(Rules.TAIL_CHECK)) {
            removal.step(CHECK_TAILS + " check tails", this::checkTails);
        }
        return removal.in(kernel.source("mm/memremap.c", "pageunmap_range"))
                .step(REMOVE + " remove memmap", now -> now.change(cells.pagemap(), Pagemap::remove));
    }

    private void declareDead(Now now) {
        now.await(now.read(cells.probe()) == Probe.DONE);
        if (now.read(cells.device()) == DaxDevice.DEAD) {
            now.end(); // another removal is on it
        } else {
            now.write(cells.device(), DaxDevice.DEAD);
        }
    }

    private void awaitReaders(Now now) {
        now.await(now.read(cells.srcu()).isQuiet());
        now.hand(kernel.world().ptes().head());
    }

    /** r2b: under PTL the entry is cleared and uncounted. */
    private void unmap(Now now, PteAt at) {
        Pte pte = now.read(cells.pte(at));
        if (!pte.isPresent()) {
            goBehind(now, at);
            return;
        }
        now.write(cells.pte(at), Pte.NONE);
        Option<PageId> counted = kernel.uncount(now, pte);
        TlbFlush flush = kernel.rules().is(Rules.IPI_FLUSH) ? new TlbFlush(walking(now)) : TlbFlush.DONE;
        if (counted.isEmpty() && flush.isDone()) {
            goBehind(now, at);
        } else {
            now.go(FLUSH, new Flush(at, flush, counted));
        }
    }

    private Vector<TaskId> walking(Now now) {
        return walkers.toVector().filter(walker -> now.read(cells.irqs(walker)).isOff());
    }

    /** r2c: the reference of an entry is dropped after the flush. */
    private void flush(Now now, Flush flush) {
        now.await(!flush.flush()
                .walkers()
                .exists(walker -> now.read(cells.irqs(walker)).isOff()));
        flush.page().forEach(head -> kernel.put(now, head, 1, new Owner.Mapping(flush.at())));
        goBehind(now, flush.at());
    }

    private void goBehind(Now now, PteAt at) {
        Seq<PteAt> ptes = kernel.world().ptes();
        int next = ptes.indexOf(at) + 1;
        if (next < ptes.size()) {
            now.go(UNMAP, ptes.get(next));
        } else {
            now.go(KILL);
        }
    }

    private void kill(Now now) {
        Counting.kill(now, cells.pagemap());
        if (kernel.rules().waitsForPages()) {
            now.go(PUT_BASE, FIRST);
        }
    }

    /** r4: {@code for_each_device_pfn}: by one page, or by one compound page. */
    private void putBase(Now now, PageId page) {
        kernel.put(now, page, 1, Owner.Base.PAGEMAP);
        int next = page.number() + kernel.rules().putStride(kernel.world().align());
        if (next < kernel.world().pages().size()) {
            now.go(PUT_BASE, new PageId(next));
        }
    }

    private void putBulk(Now now) {
        Counting.put(now, cells.pagemap(), kernel.bulkRefs(), Owner.Base.PAGEMAP);
    }

    /** r5t: the check proposed in review. With a warning the memmap stays: leaked, not freed under a user. */
    private void checkTails(Now now) {
        boolean clean = kernel.world()
                .pages()
                .forAll(page -> !now.read(cells.frame(page)).isTail()
                        || now.read(cells.page(page)).refs() == 0);
        if (!clean) {
            now.end();
        }
    }

    /** Whether a removal that is at {@code at} has still to put the base reference of {@code page}. */
    static boolean isBeforePut(Control at, PageId page) {
        return at instanceof At place && place.at(PUT_BASE).exists(next -> next.number() <= page.number());
    }

    /** Whether a removal that is at {@code at} is about to drop in bulk what the pagemap holds of itself. */
    static boolean isBeforeBulk(Control at) {
        return At.isAt(at, PUT_BASE.name());
    }
}
