package pagelife.models.fsdax;

import static pagelife.checker.model.Fairness.NONE;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import pagelife.checker.model.Cell;
import pagelife.checker.model.Now;
import pagelife.checker.model.Script;
import pagelife.checker.model.Source;
import pagelife.models.kernel.RwSem;
import pagelife.models.page.Custody;
import pagelife.models.page.DaxEntry;
import pagelife.models.page.EntryAt;
import pagelife.models.page.Extent;
import pagelife.models.page.FileId;
import pagelife.models.page.Index;
import pagelife.models.page.Page;
import pagelife.models.page.PageEvent;
import pagelife.models.page.PageId;
import pagelife.models.page.PteAt;
import pagelife.models.page.Sleeps;
import pagelife.models.page.TaskId;
import pagelife.models.page.Vma;
import pagelife.models.parts.BusyPage;
import pagelife.models.parts.BusyWait;
import pagelife.models.parts.Truncate;
import pagelife.models.parts.Truncate.Walk;
import pagelife.models.parts.Unmap;

/**
 * A {@link Truncate} of a file: of its end, of a hole, or of what is left when the last user is gone. All look through the
 * whole file. A truncated place stays beyond the end of the file; a hole that was punched is one.
 */
final class FileTruncate implements Truncate.Rules {
    private final Kernel kernel;
    private final Cells cells;
    private final Rules rules;
    private final TaskId task;
    private final FileId file;
    private final Seq<Index> freed;
    private final What what;
    private final Truncate steps;
    private final Seq<PteAt> ptes;
    private final Unmap unmap;
    private final BusyWait<PageId> wait;

    /** Which blocks go, and why. */
    private enum What {
        /** Those beyond the end of the file. */
        TRUNCATE,
        /** Those of a hole. */
        PUNCH,
        /** All: nobody uses the file any more. */
        EVICT,
        /** None: it is the inode that nobody uses any more. */
        UMOUNT;

        boolean isLast() {
            return this == EVICT || this == UMOUNT;
        }
    }

    /**
     * Truncation: what is left ends before a place.
     *
     * @param signals whether a signal may end its sleep
     */
    static Script truncate(Kernel kernel, TaskId task, EntryAt end, boolean signals) {
        Index last = kernel.world().indices().last();
        return new FileTruncate(kernel, task, end.file(), What.TRUNCATE, Index.range(end.index(), last), signals)
                .script();
    }

    /**
     * A hole from one place to another. Until 6.14 only the entries there are deleted; since 6.15 {@code
     * dax_break_layout} deletes all, whatever part of the file is asked for. Recorded in 6.1.192 and 7.2.13.
     */
    static Script punch(Kernel kernel, TaskId task, EntryAt from, Index to, boolean signals) {
        return new FileTruncate(kernel, task, from.file(), What.PUNCH, Index.range(from.index(), to), signals).script();
    }

    /**
     * Eviction of a file that is unlinked, once it is mapped nowhere. Until 6.14 it looks at nothing: {@code
     * truncate_inode_pages_final} deletes the entries. Since 6.15 it waits for pins, and no signal ends that: {@code
     * dax_break_layout_final}. Recorded in 6.1.192 and 7.2.13. That no truncate is on its way is up to the programs.
     */
    static Script evict(Kernel kernel, TaskId task, FileId file) {
        return new FileTruncate(kernel, task, file, What.EVICT, kernel.world().indices(), false).script();
    }

    /**
     * Eviction of the inode of a file that is there still, by an unmount or for want of memory, once it is mapped
     * nowhere: as {@link #evict}, but that no block is freed. Recorded in 6.1.192 and 7.2.13.
     */
    static Script umount(Kernel kernel, TaskId task, FileId file) {
        return new FileTruncate(kernel, task, file, What.UMOUNT, kernel.world().indices(), false).script();
    }

    private FileTruncate(Kernel kernel, TaskId task, FileId file, What what, Seq<Index> freed, boolean signals) {
        this.kernel = kernel;
        this.cells = kernel.cells();
        this.rules = kernel.rules();
        this.task = task;
        this.file = file;
        this.what = what;
        this.freed = freed;
        boolean counted = rules.is(Rules.PTE_HOLDS_REFERENCE);
        boolean looks = rules.is(Rules.BUSY_CHECK) && (!what.isLast() || counted);
        Truncate.Way way = new Truncate.Way(rules.is(Rules.MAPPED_SHORTCUT), looks, false);
        Option<RwSem> lock = Option.when(!what.isLast(), () -> RwSem.of(cells.invalidateLock(file)));
        Seq<Index> all = kernel.world().indices();
        this.steps = new Truncate(lock, all, counted ? all : freed, way, this);
        this.ptes = kernel.world()
                .ptes()
                .filter(at -> kernel.world().fileOf(at.mm()).equals(file));
        this.unmap = new Unmap("t3", "t3p", task, kernel, (now, last) -> steps.unmapped(now));
        BusyPage pages = new BusyPage(cells::page, kernel.references()::waiters, rules::looksIdle);
        this.wait = new BusyWait<>(PageId.class, task, lock, signals, pages, BusyWait.Known.page(steps::lookForBusy));
    }

    Script script() {
        Truncate.Sources sources = new Truncate.Sources(
                taking(),
                kernel.source("fs/dax.c", "dax_layout_busy_page_range", "dax_layout_busy_page_range", lookFunction()),
                kernel.source("mm/memory.c", "unmap_mapping_pages"),
                deleting(),
                kernel.source(FsCall.FREE_BLOCKS));
        return steps.steps(new Script().fairness(NONE), sources);
    }

    /** Who takes the lock, or needs none. ext4 of 6.1 punches in a function of its own. */
    private Source taking() {
        return switch (what) {
            case TRUNCATE -> kernel.source(FsCall.TRUNCATE);
            case PUNCH ->
                rules.is(Rules.PTE_HOLDS_REFERENCE) && !rules.is(Rules.SHOOTDOWN)
                        ? kernel.source("fs/ext4/extents.c", "ext4_fallocate")
                        : kernel.source(FsCall.PUNCH);
            case EVICT, UMOUNT -> kernel.source("fs/inode.c", "evict");
        };
    }

    /** Who looks for busy pages since 6.15. */
    private String lookFunction() {
        return what.isLast() ? "dax_break_layout_final" : "dax_break_layout";
    }

    /** Where the entries are deleted: since 6.15 as soon as nothing is busy, before truncate_pagecache and its like. */
    private Source deleting() {
        if (rules.is(Rules.PTE_HOLDS_REFERENCE)) {
            return kernel.source("fs/dax.c", "dax_delete_mapping_range");
        }
        return switch (what) {
            case TRUNCATE -> kernel.source("mm/truncate.c", "truncate_pagecache");
            case PUNCH -> kernel.source("mm/truncate.c", "truncate_pagecache_range");
            case EVICT, UMOUNT -> kernel.source("mm/truncate.c", "truncate_inode_pages_final");
        };
    }

    @Override
    public void unmapping(Script truncate) {
        unmap.steps(truncate, "unmap", kernel.flush());
    }

    @Override
    public void waiting(Script truncate) {
        if (!rules.is(Rules.SKIP_LOCKED_ENTRY)) {
            truncate.step("t4w look again", Walk.class, (now, at) -> {
                        awaitUnlocked(now, at);
                        steps.lookAgain(now, at);
                    })
                    .has(Walk.class, this::asleep);
        }
        wait.steps(truncate, waits());
    }

    /** What the steps of the wait stand for. */
    private BusyWait.Sources waits() {
        return new BusyWait.Sources(
                kernel.source("kernel/sched/wait.c", "prepare_to_wait_event"),
                rules.is(Rules.PTE_HOLDS_REFERENCE)
                        ? kernel.source("fs/dax.c", lookFunction())
                        : kernel.source(FsCall.BREAK_LAYOUTS),
                kernel.source(FsCall.SLEEP),
                kernel.source("kernel/sched/core.c", "schedule"));
    }

    @Override
    public void deleting(Script truncate) {
        truncate.in(kernel.source("fs/dax.c", "dax_delete_mapping_entry"))
                .step("t10w look again", Walk.class, (now, at) -> {
                    awaitUnlocked(now, at);
                    steps.deleteAgain(now, at);
                })
                .has(Walk.class, this::asleep);
    }

    private EntryAt entry(Walk walk) {
        return new EntryAt(file, walk.next());
    }

    private Sleeps asleep(Walk walk) {
        return Sleeps.in(cells.entryWaiters(entry(walk)));
    }

    private void awaitUnlocked(Now now, Walk walk) {
        now.await(!kernel.lock(entry(walk)).isAsleep(now, task));
        now.saw("woken");
    }

    @Override
    public boolean isMapped(Now now) {
        return kernel.world().mapping(file).exists(mm -> now.read(cells.vma(mm)).link() != Vma.Link.UNLINKED);
    }

    @Override
    public void unmap(Now now) {
        if (ptes.isEmpty()) {
            steps.unmapped(now);
        } else {
            unmap.begin(now, ptes);
        }
    }

    /** Under xa_lock. A locked entry is waited for, or passed over where the scan has that bug. */
    @Override
    public void look(Now now, Walk walk) {
        DaxEntry entry = now.read(cells.entry(entry(walk)));
        if (!entry.locked()) {
            lookAtPage(now, walk, entry);
        } else if (rules.is(Rules.SKIP_LOCKED_ENTRY)) {
            now.saw("entry locked: passed over");
            steps.goBehind(now, walk.passedOver());
        } else {
            now.saw("entry locked: wait");
            kernel.lock(entry(walk)).enqueueExclusive(now, task);
            now.go("t4w");
        }
    }

    private void lookAtPage(Now now, Walk walk, DaxEntry entry) {
        Option<PageId> found = entry.page().filter(page -> isBusy(now.read(cells.page(page))));
        if (found.isEmpty()) {
            now.saw("busy? no");
            steps.goBehind(now, walk);
        } else {
            now.saw("busy? yes, refs %s", now.read(cells.page(found.get())).refs());
            now.tell(new PageEvent.Scanned(file, found));
            wait.begin(now, found.get());
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

    /**
     * Unmaps again, waits for the entry's lock, disassociates the page, deletes the entry, wakes all who wait for it.
     * The unmapping finds nothing where faults have been locked out since t3; so no flush is waited for.
     */
    @Override
    public boolean delete(Now now, Walk walk) {
        EntryAt at = entry(walk);
        if (kernel.lock(at).isLocked(now)) {
            now.saw("entry locked: wait");
            kernel.lock(at).enqueueExclusive(now, task);
            now.go("t10w");
            return false;
        }
        for (PteAt pte : kernel.world().mapping(at)) {
            for (PageId page : kernel.zap(now, pte)) {
                kernel.put(now, page, pte);
            }
        }
        kernel.deleteEntry(now, at);
        kernel.lock(at).wakeAll(now);
        return true;
    }

    @Override
    public boolean frees() {
        return what != What.UMOUNT;
    }

    @Override
    public void free(Now now) {
        Vector<PageId> pages = Vector.empty();
        for (Index index : freed) {
            Cell<Extent> extent = cells.extent(new EntryAt(file, index));
            for (PageId page : now.read(extent).page()) {
                now.write(cells.block(page), Custody.FREE);
                pages = pages.append(page);
            }
            now.write(extent, what == What.PUNCH ? Extent.HOLE : Extent.BEYOND_EOF);
        }
        if (!pages.isEmpty()) {
            now.tell(new PageEvent.BlocksFreed(file, pages));
        }
    }

    @Override
    public void nothingBusy(Now now) {
        now.tell(new PageEvent.Scanned(file, Option.none()));
    }
}
