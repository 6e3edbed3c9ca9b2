package pagelife.models.layouts;

import io.vavr.control.Option;
import pagelife.checker.model.Nothing;
import pagelife.checker.model.Now;
import pagelife.checker.model.Place;
import pagelife.checker.model.Script;
import pagelife.checker.model.Source;
import pagelife.models.page.Block;
import pagelife.models.page.DaxEntry;
import pagelife.models.page.Holds;
import pagelife.models.page.Index;
import pagelife.models.page.PageId;
import pagelife.models.page.RwSemaphore;
import pagelife.models.page.TaskId;
import pagelife.models.page.Vma;
import pagelife.models.parts.BusyWait;

/**
 * A truncate of the whole file: unmap, look for busy pages, wait, delete the entries, free the blocks. From t2 to t12
 * it holds the invalidate lock, but for its sleep.
 */
final class Truncate {
    /** t3: before this place is unmapped. */
    private static final Place<Index> UNMAP = Place.of("t3", Index.class);

    /** t3p: the place is unmapped; before its reference is dropped. */
    private static final Place<Index> PUT = Place.of("t3p", Index.class);

    /** t4: before the scan looks at the entry here, or at the next one that is there. */
    private static final Place<Index> SCAN = Place.of("t4", Index.class);

    /** t4w: the scan waits for this entry to be unlocked, and will go on behind it. */
    private static final Place<Index> PAUSE = Place.of("t4w", Index.class);

    /** t4r: before it looks at the page for a second time. */
    private static final Place<PageId> LOOK_AGAIN = Place.of("t4r", PageId.class);

    /** t10: before the entry here is deleted. */
    private static final Place<Index> DELETE = Place.of("t10", Index.class);

    private static final Place<Nothing> LOCK = Place.of("t1");
    private static final Place<Nothing> CHECK_MAPPED = Place.of("t2");
    private static final Place<Nothing> FREE = Place.of("t11");
    private static final Place<Nothing> RELEASE = Place.of("t12");

    private final Kernel kernel;
    private final Rules rules;
    private final BusyPage busy;
    private final BusyWait<BusyPage.Busy> wait;

    Truncate(Kernel kernel, TaskId task) {
        this.kernel = kernel;
        this.rules = kernel.rules();
        this.busy = new BusyPage(kernel, this);
        this.wait = new BusyWait<>(BusyPage.Busy.class, task, kernel.invalidateLock(), false, busy);
    }

    Script script() {
        Source lock = kernel.source("fs/xfs/xfs_inode.c", "xfs_ilock");
        return new Script()
                .in(lock)
                .step(LOCK, "t1 take invalidate lock", (now, none) -> lock(now))
                .statement("down_write(&mapping->invalidate_lock)")
                .with(this::unmapping)
                .with(this::scanning)
                .with(this::waiting)
                .in(kernel.source("fs/dax.c", "__dax_invalidate_entry"))
                .step(DELETE, "t10 delete entry", this::delete)
                .statement("page->mapping = NULL; delete the entry")
                .in(kernel.source("fs/xfs/xfs_inode.c", "xfs_itruncate_extents_flags"))
                .step(FREE, "t11 free blocks", (now, none) -> free(now))
                .in(lock)
                .step(RELEASE, "t12 drop invalidate lock", (now, none) -> unlock(now))
                .statement("up_write(&mapping->invalidate_lock)");
    }

    private void unmapping(Script truncate) {
        if (rules.is(Rules.MAPPED_SHORTCUT)) {
            truncate.in(scan())
                    .step(CHECK_MAPPED, "t2 check mapped", (now, none) -> checkMapped(now))
                    .statement("if (!mapping_mapped(mapping)) return NULL");
        }
        truncate.in(kernel.source("mm/memory.c", "unmap_mapping_pages")).step(UNMAP, "t3 unmap", this::unmap);
        if (rules.counted()) {
            truncate.step(PUT, "t3p put page", this::put)
                    .statement("folio_put(folio)")
                    .has(Index.class, at -> new Holds(Kernel.pageAt(at), Kernel.mappingAt(at), 1));
        }
    }

    private void scanning(Script truncate) {
        truncate.in(scan()).step(SCAN, "t4 look for busy page", this::scan).statement("page = dax_busy_page(entry)");
        if (rules.lockedEntry() == Rules.LockedEntry.PAUSE) {
            truncate.step(PAUSE, "t4w wait for entry", this::pause).statement("xas_pause(&xas)");
        }
        if (rules.retry() == Rules.Retry.IF_STILL_BUSY) {
            truncate.step(LOOK_AGAIN, "t4r look at page again", this::lookAgain)
                    .statement("if (page_ref_count(page) != 1) retry");
        }
    }

    private void waiting(Script truncate) {
        if (rules.sleeps()) {
            wait.steps(truncate, busy.sources());
        }
    }

    private Source scan() {
        return kernel.source("fs/dax.c", "dax_layout_busy_page_range");
    }

    private void lock(Now now) {
        kernel.lock(now);
        rescan(now);
    }

    private void unlock(Now now) {
        now.change(kernel.invalidateLock(), RwSemaphore::upWrite);
    }

    /** What it does once it has the lock, first or again. */
    void rescan(Now now) {
        if (rules.is(Rules.MAPPED_SHORTCUT)) {
            now.go(CHECK_MAPPED);
        } else {
            now.go(UNMAP, Index.FIRST);
        }
    }

    private void checkMapped(Now now) {
        if (now.read(kernel.vma()).link() == Vma.Link.UNLINKED) {
            now.saw("mapped? no: taken for idle");
            nothingBusy(now);
        } else {
            now.saw("mapped? yes");
            now.go(UNMAP, Index.FIRST);
        }
    }

    private void unmap(Now now, Index at) {
        if (kernel.clear(now, at).isDefined()) {
            now.go(PUT, at);
        } else {
            afterUnmap(now, at);
        }
    }

    private void put(Now now, Index at) {
        kernel.put(now, Kernel.pageAt(at), Kernel.mappingAt(at));
        afterUnmap(now, at);
    }

    private void afterUnmap(Now now, Index at) {
        Option<Index> next = next(at);
        if (next.isDefined()) {
            now.go(UNMAP, next.get());
        } else if (rules.is(Rules.BUSY_CHECK)) {
            now.go(SCAN, Index.FIRST);
        } else {
            nothingBusy(now);
        }
    }

    /** t4: under xa_lock. What is absent is passed over within the step. */
    private void scan(Now now, Index from) {
        Option<Index> at = Option.some(from);
        while (at.isDefined()) {
            DaxEntry entry = now.read(kernel.entry(at.get()));
            boolean skipped = entry.page().isEmpty() || entry.locked() && rules.lockedEntry() == Rules.LockedEntry.SKIP;
            if (!skipped) {
                look(now, at.get(), entry);
                return;
            }
            if (entry.locked()) {
                now.saw("entry locked: passed over");
            }
            at = next(at.get());
        }
        now.saw("nothing busy");
        nothingBusy(now);
    }

    private void look(Now now, Index at, DaxEntry entry) {
        if (entry.locked() && rules.lockedEntry() == Rules.LockedEntry.PAUSE) {
            now.saw("entry locked: wait");
            now.go(PAUSE, at);
            return;
        }
        now.await(!entry.locked());
        PageId page = entry.page().get();
        boolean busy = kernel.isBusy(now, page);
        now.saw(
                "%s busy? %s, refs %s",
                page, busy ? "yes" : "no", now.read(kernel.page(page)).refs());
        if (!busy) {
            goBehind(now, at);
        } else if (rules.retry() == Rules.Retry.IF_STILL_BUSY) {
            now.go(LOOK_AGAIN, page);
        } else {
            wait.begin(now, new BusyPage.Busy(page, false));
        }
    }

    private Option<Index> next(Index at) {
        return rules.wholeRange() ? kernel.after(at) : Option.none();
    }

    private void goBehind(Now now, Index at) {
        Option<Index> next = next(at);
        if (next.isDefined()) {
            now.go(SCAN, next.get());
        } else {
            nothingBusy(now);
        }
    }

    /** t4w: pausing the iterator moves it on, so the entry that was waited for is never looked at. */
    private void pause(Now now, Index at) {
        now.await(!now.read(kernel.entry(at)).locked());
        now.saw("unlocked: go on behind it");
        goBehind(now, at);
    }

    /** t4r: {@code if (page && count != 1) retry}: no sleep, everything is unlocked and begins again. */
    private void lookAgain(Now now, PageId busy) {
        int refs = now.read(kernel.page(busy)).refs();
        if (refs == rules.idle()) {
            now.saw("idle now, refs %s: go on", refs);
            nothingBusy(now);
        } else {
            now.saw("still busy, refs %s: try again", refs);
            unlock(now);
            now.go(LOCK);
        }
    }

    private void nothingBusy(Now now) {
        if (rules.freesFirst()) {
            now.go(FREE);
        } else {
            deleteAll(now);
        }
    }

    void deleteAll(Now now) {
        now.go(DELETE, Index.FIRST);
    }

    /** t10: {@code truncate_pagecache} unmaps again; nobody can map meanwhile, so it is one step with the deletion. */
    private void delete(Now now, Index at) {
        now.await(!now.read(kernel.entry(at)).locked());
        kernel.clear(now, at).forEach(page -> kernel.put(now, page, Kernel.mappingAt(at)));
        kernel.delete(now, at);
        Option<Index> next = kernel.after(at);
        if (next.isDefined()) {
            now.go(DELETE, next.get());
        } else {
            now.go(rules.freesFirst() ? RELEASE : FREE);
        }
    }

    private void free(Now now) {
        kernel.pages().forEach(page -> now.write(kernel.block(page), Block.FREE));
        if (rules.freesFirst()) {
            deleteAll(now);
        }
    }
}
