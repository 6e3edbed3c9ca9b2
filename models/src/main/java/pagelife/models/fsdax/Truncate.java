package pagelife.models.fsdax;

import static pagelife.checker.model.Fairness.NONE;
import static pagelife.checker.model.Fairness.WEAK;

import io.vavr.collection.Seq;
import io.vavr.control.Option;
import pagelife.checker.model.Cell;
import pagelife.checker.model.Now;
import pagelife.checker.model.Place;
import pagelife.checker.model.Script;
import pagelife.checker.model.Source;
import pagelife.models.page.Begun;
import pagelife.models.page.Block;
import pagelife.models.page.DaxEntry;
import pagelife.models.page.EntryAt;
import pagelife.models.page.Extent;
import pagelife.models.page.FileId;
import pagelife.models.page.Index;
import pagelife.models.page.Page;
import pagelife.models.page.PageId;
import pagelife.models.page.PteAt;
import pagelife.models.page.RwSemaphore;
import pagelife.models.page.Sleeps;
import pagelife.models.page.TaskId;
import pagelife.models.page.Vma;
import pagelife.models.parts.BusyWait;

/**
 * Truncate or hole punch of a whole file: unmap, look for busy pages, wait for them ({@link BusyWait}), delete the
 * entries, free the blocks, all in one hold of the invalidate lock, but for where it sleeps. fs/dax.c, mm/truncate.c
 * and the file systems. A truncated place stays beyond the end of the file.
 */
public final class Truncate {
    /** Whether every page of the range was found idle in the present hold of the lock. */
    public enum Scanned {
        /** Every one. */
        ALL,
        /** Some were not looked at. */
        NOT_ALL
    }

    /** How far a walk over the file has come. */
    public record Walk(Index next, Scanned scanned) {}

    /** t11: before the blocks are freed. */
    public static final Place<Scanned> FREE_BLOCKS = Place.of("t11", Scanned.class);

    private static final Place<Walk> SCAN = Place.of("t4", Walk.class);
    private static final Place<Walk> DELETE = Place.of("t10", Walk.class);

    private final Kernel kernel;
    private final Cells cells;
    private final Rules rules;
    private final TaskId task;
    private final FileId file;
    private final Cell<RwSemaphore> lock;
    private final Seq<Index> indices;
    private final Unmapping unmapping;
    private final BusyPage busy;
    private final BusyWait<PageId> wait;

    /** @param signals whether a signal may end its sleep */
    Truncate(Kernel kernel, TaskId task, FileId file, boolean signals) {
        this.kernel = kernel;
        this.cells = kernel.cells();
        this.rules = kernel.rules();
        this.task = task;
        this.file = file;
        this.lock = cells.invalidateLock(file);
        this.indices = kernel.world().indices();
        Seq<PteAt> ptes = kernel.world()
                .ptes()
                .filter(at -> kernel.world().fileOf(at.mm()).equals(file));
        this.unmapping = new Unmapping(kernel, task, ptes, this::scan);
        this.busy = new BusyPage(kernel, this::lookForBusy);
        this.wait = new BusyWait<>(PageId.class, task, lock, signals, busy);
    }

    Script script() {
        Source take = kernel.source(FsCall.TRUNCATE);
        Source scan = kernel.source(
                "fs/dax.c", "dax_layout_busy_page_range", "dax_layout_busy_page_range", "dax_break_layout");
        Script truncate = new Script()
                .fairness(NONE)
                .in(take)
                .step("t1 take invalidate lock", this::begin)
                .statement("filemap_invalidate_lock(mapping)")
                .has(Begun.NOT_YET)
                .owes(WEAK);
        if (rules.is(Rules.MAPPED_SHORTCUT)) {
            truncate.in(scan)
                    .step("t2 mapped at all?", this::askMapped)
                    .statement("if (!mapping_mapped(mapping)) return NULL");
        }
        truncate.in(kernel.source("mm/memory.c", "unmap_mapping_pages")).with(unmapping.steps("t3"));
        if (rules.is(Rules.BUSY_CHECK)) {
            truncate.in(scan).with(this::scanning).with(script -> wait.steps(script, busy.sources()));
        }
        return truncate.with(this::deleting)
                .in(take)
                .step("t12 drop invalidate lock", this::end)
                .statement("filemap_invalidate_unlock(mapping)");
    }

    private void scanning(Script truncate) {
        truncate.step(SCAN, "t4 page busy?", this::isPageBusy).statement("page = dax_busy_page(entry)");
        if (!rules.is(Rules.SKIP_LOCKED_ENTRY)) {
            truncate.step("t4w look again", Walk.class, (now, at) -> lookAgain(now, at, SCAN))
                    .has(Walk.class, this::asleep);
        }
    }

    private void deleting(Script truncate) {
        truncate.in(kernel.source("mm/truncate.c", "truncate_pagecache"))
                .step(DELETE, "t10 delete entry", this::delete)
                .statement("page->mapping = NULL; delete the entry")
                .in(kernel.source("fs/dax.c", "dax_delete_mapping_entry"))
                .step("t10w look again", Walk.class, (now, at) -> lookAgain(now, at, DELETE))
                .has(Walk.class, this::asleep)
                .in(kernel.source(FsCall.FREE_BLOCKS))
                .step(FREE_BLOCKS, "t11 free blocks", this::freeBlocks);
    }

    private EntryAt entry(Walk walk) {
        return new EntryAt(file, walk.next());
    }

    private Sleeps asleep(Walk walk) {
        return Sleeps.in(cells.entryWaiters(entry(walk)));
    }

    private void begin(Now now) {
        RwSemaphore held = now.read(lock);
        now.await(held.canWrite());
        now.write(lock, held.downWrite());
        lookForBusy(now);
    }

    /** Where every look for busy pages starts: from the beginning, since the lock may have been dropped. */
    private void lookForBusy(Now now) {
        if (rules.is(Rules.MAPPED_SHORTCUT)) {
            now.go("t2");
        } else {
            unmapping.begin(now);
        }
    }

    private void scan(Now now) {
        if (rules.is(Rules.BUSY_CHECK)) {
            now.go(SCAN, new Walk(Index.FIRST, Scanned.ALL));
        } else {
            now.go(DELETE, new Walk(Index.FIRST, Scanned.NOT_ALL));
        }
    }

    /** t2: a file that no VMA maps is taken for idle, pinned or not. */
    private void askMapped(Now now) {
        if (kernel.world().mapping(file).exists(mm -> now.read(cells.vma(mm)).link() != Vma.Link.UNLINKED)) {
            now.saw("mapped? yes");
            unmapping.begin(now);
        } else {
            now.saw("mapped? no: taken for idle");
            now.go(DELETE, new Walk(Index.FIRST, Scanned.NOT_ALL));
        }
    }

    /** t4: under xa_lock. A locked entry is waited for, or passed over where the scan has that bug. */
    private void isPageBusy(Now now, Walk walk) {
        DaxEntry entry = now.read(cells.entry(entry(walk)));
        if (!entry.locked()) {
            Option<PageId> found = entry.page().filter(page -> isBusy(now.read(cells.page(page))));
            if (found.isEmpty()) {
                now.saw("busy? no");
                scanned(now, walk.next(), walk.scanned());
            } else {
                now.saw("busy? yes, refs %s", now.read(cells.page(found.get())).refs());
                wait.begin(now, found.get());
            }
        } else if (rules.is(Rules.SKIP_LOCKED_ENTRY)) {
            now.saw("entry locked: passed over");
            scanned(now, walk.next(), Scanned.NOT_ALL);
        } else {
            now.saw("entry locked: wait");
            kernel.lock(entry(walk)).enqueue(now, task, true);
            now.go("t4w");
        }
    }

    /**
     * Where PTEs hold no reference: more than the idle count ({@code page_ref_count(page) > 1}, fs/dax.c dax_busy_page
     * of 5.10 and 6.1). Where they do: any count but the idle one, with those that are mappings taken off ({@code
     * folio_ref_count - folio_mapcount}, 7.2).
     */
    private boolean isBusy(Page page) {
        return rules.is(Rules.PTE_HOLDS_REFERENCE)
                ? page.refs() - page.mapcount() != rules.idle()
                : page.refs() > rules.idle();
    }

    private void scanned(Now now, Index done, Scanned scanned) {
        Option<Index> next = World.after(indices, done);
        if (next.isEmpty()) {
            now.go(DELETE, new Walk(Index.FIRST, scanned));
        } else {
            now.go(SCAN, new Walk(next.get(), scanned));
        }
    }

    private void lookAgain(Now now, Walk walk, Place<Walk> back) {
        now.await(!kernel.lock(entry(walk)).isAsleep(now, task));
        now.go(back, walk);
    }

    /**
     * t10: unmap again, wait for the entry's lock, disassociate the page, delete the entry, wake all who wait for it.
     * The unmapping finds nothing where faults have been locked out since t3; so no flush is waited for.
     */
    private void delete(Now now, Walk walk) {
        EntryAt at = entry(walk);
        if (now.read(cells.entry(at)).locked()) {
            now.saw("entry locked: wait");
            kernel.lock(at).enqueue(now, task, true);
            now.go("t10w");
            return;
        }
        for (PteAt pte : kernel.world().mapping(at)) {
            for (PageId page : kernel.clear(now, pte)) {
                kernel.references().putMapping(now, page, pte);
            }
        }
        kernel.deleteEntry(now, at);
        kernel.lock(at).wake(now, true);
        Option<Index> next = World.after(indices, walk.next());
        if (next.isEmpty()) {
            now.go(FREE_BLOCKS, walk.scanned());
        } else {
            now.go(DELETE, new Walk(next.get(), walk.scanned()));
        }
    }

    /** t11: one transaction for the whole range. */
    private void freeBlocks(Now now, Scanned scanned) {
        for (Index index : indices) {
            Cell<Extent> extent = cells.extent(new EntryAt(file, index));
            for (PageId page : now.read(extent).page()) {
                now.write(cells.block(page), Block.FREE);
            }
            now.write(extent, Extent.BEYOND_EOF);
        }
    }

    private void end(Now now) {
        now.change(lock, RwSemaphore::upWrite);
    }
}
