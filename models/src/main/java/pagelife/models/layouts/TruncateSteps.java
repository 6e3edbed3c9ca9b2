package pagelife.models.layouts;

import io.vavr.control.Option;
import pagelife.checker.model.ActorBuilder;
import pagelife.checker.model.Cell;
import pagelife.checker.model.Control;
import pagelife.checker.model.ModelBuilder;
import pagelife.checker.model.Source;
import pagelife.checker.model.StepView;
import pagelife.models.page.Block;
import pagelife.models.page.DaxEntry;
import pagelife.models.page.Index;
import pagelife.models.page.PageId;
import pagelife.models.page.RwSemaphore;
import pagelife.models.page.TaskId;
import pagelife.models.page.Vma;

/** A truncate of the whole file: unmap, look for busy pages, wait, delete the entries, free the blocks. */
final class TruncateSteps {
    private static final TaskId TASK = new TaskId("truncate");

    private final Kernel kernel;
    private final Rules rules;

    TruncateSteps(Kernel kernel) {
        this.kernel = kernel;
        this.rules = kernel.rules();
    }

    void declare(ModelBuilder model) {
        Source lock = kernel.source("fs/xfs/xfs_inode.c", "xfs_ilock");
        Source scan = kernel.source("fs/dax.c", "dax_layout_busy_page_range");
        Source delete = kernel.source("fs/dax.c", "__dax_invalidate_entry");
        Source unmap = kernel.source("mm/memory.c", "unmap_mapping_pages");
        ActorBuilder<Truncate> truncate = model.actor(TASK.name(), Truncate.class, new Truncate.Lock())
                .step("t1", "take invalidate lock", lock, Truncate.Lock.class, this::t1)
                .step("t3", "unmap", unmap, Truncate.Unmap.class, this::t3)
                .step("t4", "look for busy page", scan, Truncate.Scan.class, this::t4)
                .step("t10", "delete entry", delete, Truncate.Delete.class, this::t10)
                .step(
                        "t11",
                        "free blocks",
                        kernel.source("fs/xfs/xfs_inode.c", "xfs_itruncate_extents_flags"),
                        Truncate.FreeBlocks.class,
                        this::t11)
                .step("t12", "drop invalidate lock", lock, Truncate.Release.class, this::t12);
        optional(truncate, scan, unmap);
        new TruncateWait(kernel, TASK, this::rescan).declare(truncate);
    }

    private void optional(ActorBuilder<Truncate> truncate, Source scan, Source unmap) {
        if (rules.mappedShortcut()) {
            truncate.step("t2", "check mapped", scan, Truncate.CheckMapped.class, this::t2);
        } else {
            truncate.without(Truncate.CheckMapped.class);
        }
        if (rules.counted()) {
            truncate.step("t3p", "put page", unmap, Truncate.Put.class, this::t3p);
        } else {
            truncate.without(Truncate.Put.class);
        }
        if (rules.lockedEntry() == Rules.LockedEntry.PAUSE) {
            truncate.step("t4w", "wait for entry", scan, Truncate.Pause.class, this::t4w);
        } else {
            truncate.without(Truncate.Pause.class);
        }
        if (rules.retry() == Rules.Retry.IFSTILLBUSY) {
            truncate.step("t4r", "look at page again", scan, Truncate.LookAgain.class, this::t4r);
        } else {
            truncate.without(Truncate.LookAgain.class);
        }
    }

    private Control t1(Truncate.Lock start, StepView view) {
        Cell<RwSemaphore> lock = kernel.invalidateLock();
        if (!view.read(lock).canWrite()) {
            return view.waits();
        }
        view.write(lock, view.read(lock).downWrite());
        return rescan();
    }

    /** What it does once it has the lock, first or again. */
    private Truncate rescan() {
        return rules.mappedShortcut() ? new Truncate.CheckMapped() : new Truncate.Unmap(Index.FIRST);
    }

    private Control t2(Truncate.CheckMapped check, StepView view) {
        return view.read(kernel.vma()).link() == Vma.Link.UNLINKED ? nothingBusy() : new Truncate.Unmap(Index.FIRST);
    }

    private Control t3(Truncate.Unmap unmap, StepView view) {
        return kernel.clear(view, unmap.at())
                .<Control>map(page -> new Truncate.Put(unmap.at(), page))
                .getOrElse(() -> afterUnmap(unmap.at()));
    }

    private Control t3p(Truncate.Put put, StepView view) {
        kernel.put(view, put.page(), Kernel.mappingAt(put.at()));
        return afterUnmap(put.at());
    }

    private Control afterUnmap(Index at) {
        Option<Index> next = rules.wholeRange() ? kernel.after(at) : Option.none();
        Truncate scan = rules.busyCheck() ? new Truncate.Scan(Index.FIRST) : nothingBusy();
        return next.<Control>map(Truncate.Unmap::new).getOrElse(scan);
    }

    /** t4: under xa_lock. What is absent is passed over within the step. */
    private Control t4(Truncate.Scan scan, StepView view) {
        Option<Index> at = Option.some(scan.at());
        while (at.isDefined()) {
            DaxEntry entry = view.read(kernel.entry(at.get()));
            boolean skipped = entry.page().isEmpty() || entry.locked() && rules.lockedEntry() == Rules.LockedEntry.SKIP;
            if (!skipped) {
                return look(at.get(), entry, view);
            }
            at = next(at.get());
        }
        return nothingBusy();
    }

    private Control look(Index at, DaxEntry entry, StepView view) {
        if (entry.locked()) {
            return rules.lockedEntry() == Rules.LockedEntry.PAUSE ? new Truncate.Pause(at) : view.waits();
        }
        PageId page = entry.page().get();
        if (!kernel.isBusy(view, page)) {
            return behind(at);
        }
        return rules.retry() == Rules.Retry.IFSTILLBUSY
                ? new Truncate.LookAgain(page)
                : new Truncate.Enqueue(page, false);
    }

    private Option<Index> next(Index at) {
        return rules.wholeRange() ? kernel.after(at) : Option.none();
    }

    private Control behind(Index at) {
        return next(at).<Control>map(Truncate.Scan::new).getOrElse(this::nothingBusy);
    }

    /** t4w: pausing the iterator moves it on, so the entry that was waited for is never looked at. */
    private Control t4w(Truncate.Pause pause, StepView view) {
        return view.read(kernel.entry(pause.at())).locked() ? view.waits() : behind(pause.at());
    }

    /** t4r: {@code if (page && count != 1) retry}: no sleep, everything is unlocked and begins again. */
    private Control t4r(Truncate.LookAgain again, StepView view) {
        if (view.read(kernel.page(again.busy())).refs() == rules.idle()) {
            return nothingBusy();
        }
        view.write(kernel.invalidateLock(), view.read(kernel.invalidateLock()).upWrite());
        return new Truncate.Lock();
    }

    private Truncate nothingBusy() {
        return rules.freesFirst() ? new Truncate.FreeBlocks() : new Truncate.Delete(Index.FIRST);
    }

    /** t10: {@code truncate_pagecache} unmaps again; nobody can map meanwhile, so it is one step with the deletion. */
    private Control t10(Truncate.Delete delete, StepView view) {
        if (view.read(kernel.entry(delete.at())).locked()) {
            return view.waits();
        }
        kernel.clear(view, delete.at()).forEach(page -> kernel.put(view, page, Kernel.mappingAt(delete.at())));
        kernel.delete(view, delete.at());
        Truncate last = rules.freesFirst() ? new Truncate.Release() : new Truncate.FreeBlocks();
        return kernel.after(delete.at()).<Control>map(Truncate.Delete::new).getOrElse(last);
    }

    private Control t11(Truncate.FreeBlocks free, StepView view) {
        kernel.pages().forEach(page -> view.write(kernel.block(page), Block.FREE));
        return rules.freesFirst() ? new Truncate.Delete(Index.FIRST) : new Truncate.Release();
    }

    private Control t12(Truncate.Release release, StepView view) {
        view.write(kernel.invalidateLock(), view.read(kernel.invalidateLock()).upWrite());
        return Control.finished();
    }
}
