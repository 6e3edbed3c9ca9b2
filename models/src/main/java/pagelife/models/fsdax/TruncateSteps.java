package pagelife.models.fsdax;

import static pagelife.checker.model.Fairness.NONE;
import static pagelife.checker.model.Fairness.WEAK;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import pagelife.checker.model.ActorBuilder;
import pagelife.checker.model.Cell;
import pagelife.checker.model.Control;
import pagelife.checker.model.ModelBuilder;
import pagelife.checker.model.Source;
import pagelife.checker.model.StepView;
import pagelife.models.fsdax.Truncate.Scanned;
import pagelife.models.page.DaxEntry;
import pagelife.models.page.EntryAt;
import pagelife.models.page.FileId;
import pagelife.models.page.Index;
import pagelife.models.page.Page;
import pagelife.models.page.PageId;
import pagelife.models.page.PteAt;
import pagelife.models.page.RwSemaphore;
import pagelife.models.page.TaskId;
import pagelife.models.page.TlbFlush;
import pagelife.models.page.Vma;

/**
 * Truncate or hole punch of a whole file: unmap, look for busy pages, wait for them ({@link TruncateWait}), delete the
 * entries, free the blocks ({@link TruncateDelete}), all in one hold of the invalidate lock. fs/dax.c, mm/truncate.c and the file systems. A
 * truncated place stays beyond the end of the file.
 */
final class TruncateSteps {
    private final Kernel kernel;
    private final Cells cells;
    private final Rules rules;
    private final TaskId task;
    private final FileId file;
    private final Cell<RwSemaphore> lock;
    private final Seq<PteAt> ptes;
    private final Seq<Index> indices;

    TruncateSteps(Kernel kernel, TaskId task, FileId file) {
        this.kernel = kernel;
        this.cells = kernel.cells();
        this.rules = kernel.rules();
        this.task = task;
        this.file = file;
        this.lock = cells.invalidateLock(file);
        this.indices = kernel.bounds().indices();
        this.ptes = kernel.bounds()
                .ptes()
                .filter(at -> kernel.bounds().fileOf(at.mm()).equals(file));
    }

    void declare(ModelBuilder model) {
        ActorBuilder<Truncate> truncate =
                model.actor(task.name(), Truncate.class, new Truncate.Begin()).fairness(NONE);
        Source take = kernel.source(FsCall.TRUNCATE);
        Source scan = kernel.source(
                "fs/dax.c", "dax_layout_busy_page_range", "dax_layout_busy_page_range", "dax_break_layout");
        Source unmap = kernel.source("mm/memory.c", "unmap_mapping_pages");
        truncate.step("t1", "take invalidate lock", take, Truncate.Begin.class, this::t1);
        if (rules.mappedShortcut()) {
            truncate.step("t2", "mapped at all?", scan, Truncate.AskMapped.class, WEAK, this::t2);
        } else {
            truncate.without(Truncate.AskMapped.class);
        }
        truncate.step("t3", "unmap", unmap, Truncate.Unmap.class, WEAK, this::t3);
        if (rules.ipiFlush()) {
            truncate.step("t3f", "flush done", kernel.flush(), Truncate.Flush.class, WEAK, this::t3f);
        } else {
            truncate.without(Truncate.Flush.class);
        }
        declareScan(truncate, scan);
        new TruncateDelete(kernel, task, file).declare(truncate);
        truncate.step("t12", "drop invalidate lock", take, Truncate.Release.class, WEAK, this::t12);
    }

    private void declareScan(ActorBuilder<Truncate> truncate, Source scan) {
        if (rules.busyCheck()) {
            truncate.step("t4", "page busy?", scan, Truncate.Scan.class, WEAK, this::t4);
            if (rules.skipLockedEntry()) {
                truncate.without(Truncate.AwaitScan.class);
            } else {
                truncate.step("t4w", "look again", scan, Truncate.AwaitScan.class, WEAK, this::t4w);
            }
            new TruncateWait(kernel, task, lock, this::rescan).declare(truncate);
        } else {
            truncate.without(Truncate.Scan.class).without(Truncate.AwaitScan.class);
            TruncateWait.leaveOut(truncate);
        }
    }

    private Control t1(Truncate.Begin begin, StepView view) {
        RwSemaphore held = view.read(lock);
        if (!held.canWrite()) {
            return view.waits();
        }
        view.write(lock, held.downWrite());
        return rescan();
    }

    /** Where every look for busy pages starts: from the beginning, since the lock may have been dropped. */
    private Control rescan() {
        return rules.mappedShortcut() ? new Truncate.AskMapped() : unmap();
    }

    private Control unmap() {
        return ptes.headOption().<Control>map(Truncate.Unmap::new).getOrElse(this::scan);
    }

    private Control scan() {
        return rules.busyCheck()
                ? new Truncate.Scan(Index.FIRST, Scanned.ALL)
                : new Truncate.Delete(Index.FIRST, Scanned.NOT_ALL);
    }

    /** t2: a file that no VMA maps is taken for idle, pinned or not. */
    private Control t2(Truncate.AskMapped ask, StepView view) {
        return kernel.bounds()
                        .mapping(file)
                        .exists(mm -> view.read(cells.vma(mm)).link() != Vma.Link.UNLINKED)
                ? unmap()
                : new Truncate.Delete(Index.FIRST, Scanned.NOT_ALL);
    }

    /**
     * t3: under PTL; then the flush; then the reference of the PTE goes, all at once unless the flush has to wait. It is
     * flushed whoever cleared the PTE: that one's flush may not be done yet ({@code mm_tlb_flush_nested}).
     */
    private Control t3(Truncate.Unmap unmap, StepView view) {
        Option<PageId> put = kernel.zap().clear(view, unmap.next());
        TlbFlush flush = kernel.zap().flush(view, unmap.next().mm());
        if (!flush.isDone()) {
            return new Truncate.Flush(unmap.next(), flush, put.toVector());
        }
        return unmapped(view, unmap.next(), put.toVector());
    }

    private Control t3f(Truncate.Flush flush, StepView view) {
        return kernel.zap().isPending(view, flush.flush())
                ? view.waits()
                : unmapped(view, flush.cleared(), flush.put());
    }

    private Control unmapped(StepView view, PteAt at, Vector<PageId> put) {
        put.forEach(page -> kernel.references().putMapping(view, page, at));
        return Kernel.after(ptes, at).<Control>map(Truncate.Unmap::new).getOrElse(this::scan);
    }

    /** t4: under xa_lock. A locked entry is waited for, or passed over where the scan has that bug. */
    private Control t4(Truncate.Scan scan, StepView view) {
        EntryAt at = new EntryAt(file, scan.next());
        DaxEntry entry = view.read(cells.entry(at));
        if (entry.locked()) {
            if (rules.skipLockedEntry()) {
                return scanned(scan.next(), Scanned.NOT_ALL);
            }
            kernel.awaitEntry(view, at, task, true);
            return new Truncate.AwaitScan(scan.next(), scan.scanned());
        }
        Option<PageId> busy = entry.page().filter(page -> isBusy(view.read(cells.page(page))));
        return busy.<Control>map(Truncate.Enqueue::new).getOrElse(() -> scanned(scan.next(), scan.scanned()));
    }

    /** References that are not mappings, above the idle count. */
    private boolean isBusy(Page page) {
        return page.refs() - (rules.pteHoldsReference() ? page.mapcount() : 0) > rules.idle();
    }

    private Control scanned(Index done, Scanned scanned) {
        return Kernel.after(indices, done)
                .<Control>map(next -> new Truncate.Scan(next, scanned))
                .getOrElse(() -> new Truncate.Delete(Index.FIRST, scanned));
    }

    private Control t4w(Truncate.AwaitScan asleep, StepView view) {
        return kernel.awaitsEntry(view, new EntryAt(file, asleep.next()), task)
                ? view.waits()
                : new Truncate.Scan(asleep.next(), asleep.scanned());
    }

    private Control t12(Truncate.Release release, StepView view) {
        view.write(lock, view.read(lock).upWrite());
        return Control.finished();
    }
}
