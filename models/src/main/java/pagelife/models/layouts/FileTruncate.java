package pagelife.models.layouts;

import io.vavr.collection.Seq;
import io.vavr.control.Option;
import pagelife.checker.model.Now;
import pagelife.checker.model.Place;
import pagelife.checker.model.Script;
import pagelife.models.page.Custody;
import pagelife.models.page.DaxEntry;
import pagelife.models.page.Holds;
import pagelife.models.page.Index;
import pagelife.models.page.PageId;
import pagelife.models.page.TaskId;
import pagelife.models.page.Vma;
import pagelife.models.parts.BusyPage;
import pagelife.models.parts.BusyWait;
import pagelife.models.parts.Truncate;
import pagelife.models.parts.Truncate.Walk;

/** A {@link Truncate} of the whole file. From t2 to t12 it holds the invalidate lock, but for its sleep. */
final class FileTruncate implements Truncate.Rules {
    /** t3: before this place is unmapped. */
    private static final Place<Index> UNMAP = Place.of("t3", Index.class);

    /** t3p: the place is unmapped; before its reference is dropped. */
    private static final Place<Index> PUT = Place.of("t3p", Index.class);

    /** t4w: the scan waits for this entry to be unlocked, and will go on behind it. */
    private static final Place<Walk> PAUSE = Place.of("t4w", Walk.class);

    /** t4r: before it looks at the page for a second time. */
    private static final Place<PageId> LOOK_AGAIN = Place.of("t4r", PageId.class);

    private final Kernel kernel;
    private final Rules rules;
    private final Truncate steps;
    private final BusyWait<Busy> wait;

    FileTruncate(Kernel kernel, TaskId task) {
        this.kernel = kernel;
        this.rules = kernel.rules();
        Truncate.Way way =
                new Truncate.Way(rules.is(Rules.MAPPED_SHORTCUT), rules.is(Rules.BUSY_CHECK), rules.freesFirst());
        Seq<Index> all = kernel.indices();
        this.steps = new Truncate(Option.some(kernel.lock()), rules.wholeRange() ? all : all.take(1), all, way, this);
        BusyPage pages = new BusyPage(kernel::page, kernel::waiters, refs -> refs == rules.idle());
        this.wait = new BusyWait<>(
                Busy.class, task, Option.some(kernel.lock()), false, pages, new Busy.Known(rules, steps));
    }

    Script script() {
        Truncate.Sources sources = new Truncate.Sources(
                kernel.source("fs/xfs/xfs_inode.c", "xfs_ilock"),
                kernel.source("fs/dax.c", "dax_layout_busy_page_range"),
                kernel.source("mm/memory.c", "unmap_mapping_pages"),
                kernel.source("fs/dax.c", "__dax_invalidate_entry"),
                kernel.source("fs/xfs/xfs_inode.c", "xfs_itruncate_extents_flags"));
        return steps.steps(new Script(), sources);
    }

    @Override
    public void unmapping(Script truncate) {
        truncate.step(UNMAP, "t3 unmap", this::unmap);
        if (rules.counted()) {
            truncate.step(PUT, "t3p put page", this::put)
                    .statement("folio_put(folio)")
                    .has(Index.class, at -> new Holds(Kernel.pageAt(at), Kernel.mappingAt(at), 1));
        }
    }

    @Override
    public void waiting(Script truncate) {
        if (rules.lockedEntry() == Rules.LockedEntry.PAUSE) {
            truncate.step(PAUSE, "t4w wait for entry", this::pause).statement("xas_pause(&xas)");
        }
        if (rules.retry() == Rules.Retry.IF_STILL_BUSY) {
            truncate.step(LOOK_AGAIN, "t4r look at page again", this::lookAtPageAgain)
                    .statement("if (page_ref_count(page) != 1) retry");
        }
        if (rules.sleeps()) {
            wait.steps(truncate, waits());
        }
    }

    /** What the steps of the wait stand for. */
    private BusyWait.Sources waits() {
        return new BusyWait.Sources(
                kernel.source("kernel/sched/wait.c", "prepare_to_wait_event"),
                kernel.source("include/linux/wait_bit.h", "___wait_var_event"),
                kernel.source("fs/xfs/xfs_file.c", "xfs_wait_dax_page"),
                kernel.source("kernel/sched/core.c", "schedule"));
    }

    @Override
    public boolean isMapped(Now now) {
        return now.read(kernel.vma()).link() != Vma.Link.UNLINKED;
    }

    @Override
    public void unmap(Now now) {
        now.go(UNMAP, Index.FIRST);
    }

    private void unmap(Now now, Index at) {
        if (!now.read(kernel.pte(at)).isPresent()) {
            now.saw("nothing mapped");
        }
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
        if (steps.hasMore(at)) {
            now.go(UNMAP, at.next());
        } else {
            steps.unmapped(now);
        }
    }

    /** Under xa_lock. What is absent is passed over within the step. */
    @Override
    public void look(Now now, Walk walk) {
        DaxEntry entry = now.read(kernel.entry(walk.next()));
        if (entry.page().isEmpty()) {
            lookBehind(now, walk);
        } else if (!entry.locked()) {
            lookAtPage(now, walk, entry.page().get());
        } else if (rules.lockedEntry() == Rules.LockedEntry.SKIP) {
            now.saw("entry locked: passed over");
            lookBehind(now, walk.passedOver());
        } else {
            now.await(rules.lockedEntry() == Rules.LockedEntry.PAUSE);
            now.saw("entry locked: wait");
            now.go(PAUSE, walk);
        }
    }

    private void lookBehind(Now now, Walk walk) {
        Option<Walk> behind = steps.behind(walk);
        if (behind.isDefined()) {
            look(now, behind.get());
        } else {
            now.saw("nothing busy");
            steps.nothingBusy(now, walk.scanned());
        }
    }

    private void lookAtPage(Now now, Walk walk, PageId page) {
        boolean isBusy = kernel.isBusy(now, page);
        now.saw(
                "%s busy? %s, refs %s",
                page, isBusy ? "yes" : "no", now.read(kernel.page(page)).refs());
        if (!isBusy) {
            steps.goBehind(now, walk);
        } else if (rules.retry() == Rules.Retry.IF_STILL_BUSY) {
            now.go(LOOK_AGAIN, page);
        } else {
            wait.begin(now, new Busy(page, false));
        }
    }

    /** t4w: pausing the iterator moves it on, so the entry that was waited for is never looked at. */
    private void pause(Now now, Walk walk) {
        kernel.entryLock(walk.next()).waitUnlocked(now);
        now.saw("unlocked: go on behind it");
        steps.goBehind(now, walk.passedOver());
    }

    /** t4r: {@code if (page && count != 1) retry}: no sleep, everything is unlocked and begins again. */
    private void lookAtPageAgain(Now now, PageId page) {
        int refs = now.read(kernel.page(page)).refs();
        if (refs == rules.idle()) {
            now.saw("idle now, refs %s: go on", refs);
            steps.nothingBusy(now, Truncate.Scanned.NOT_ALL);
        } else {
            now.saw("still busy, refs %s: try again", refs);
            steps.retry(now);
        }
    }

    /** {@code truncate_pagecache} unmaps again; nobody can map meanwhile, so it is one step with the deletion. */
    @Override
    public boolean delete(Now now, Walk walk) {
        Index at = walk.next();
        kernel.entryLock(at).waitUnlocked(now);
        if (now.read(kernel.entry(at)).page().isEmpty()) {
            now.saw("no entry");
        }
        kernel.clear(now, at).forEach(page -> kernel.put(now, page, Kernel.mappingAt(at)));
        kernel.delete(now, at);
        return true;
    }

    @Override
    public void free(Now now) {
        kernel.pages().forEach(page -> now.write(kernel.block(page), Custody.FREE));
    }
}
