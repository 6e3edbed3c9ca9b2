package pagelife.models.fsdax;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import pagelife.checker.model.Now;
import pagelife.checker.model.Place;
import pagelife.checker.model.Script;
import pagelife.checker.model.Source;
import pagelife.models.page.Begun;
import pagelife.models.page.DaxEntry;
import pagelife.models.page.EntryAt;
import pagelife.models.page.FileSystem;
import pagelife.models.page.Freeze;
import pagelife.models.page.Holds;
import pagelife.models.page.PageId;
import pagelife.models.page.PteAt;
import pagelife.models.page.Sleeps;
import pagelife.models.page.TaskId;
import pagelife.models.page.TlbFlush;

/**
 * The part of a removal in which XFS is told that the device is leaving: freeze, unmap every entry, shut down, thaw.
 * The order is the merged one, where read faults get in between, unless the rule {@code shutsDownFirst} turns it round.
 * {@code xfs_dax_notify_failure} with {@code MF_MEM_PRE_REMOVE}, fs/xfs/xfs_notify_failure.c; mm/memory-failure.c.
 */
final class Shootdown {
    /** A PTE that was cleared, and the page whose reference is still to be dropped. */
    record Cleared(PteAt pte, PageId page) {}

    /** An entry whose PTEs are cleared; the references of those that were counted go after the flush. */
    record Unmapped(EntryAt entry, TlbFlush flush, Vector<Cleared> cleared) {}

    private static final Place<EntryAt> LOCK_ENTRY = Place.of("r0b", EntryAt.class);
    private static final Place<EntryAt> ASLEEP = Place.of("r0bw", EntryAt.class);
    private static final Place<EntryAt> UNMAP = Place.of("r0c", EntryAt.class);
    private static final Place<Unmapped> PUT = Place.of("r0d", Unmapped.class);
    private static final Place<EntryAt> SIGNAL = Place.of("r0e", EntryAt.class);
    private static final Place<EntryAt> INVALIDATE = Place.of("r0i", EntryAt.class);
    private static final String SHUT_DOWN = "r0f";
    private static final String THAW = "r0g";

    private final Kernel kernel;
    private final Cells cells;
    private final Rules rules;
    private final TaskId task;
    private final Seq<EntryAt> entries;

    Shootdown(Kernel kernel, TaskId task) {
        this.kernel = kernel;
        this.cells = kernel.cells();
        this.rules = kernel.rules();
        this.task = task;
        this.entries = kernel.world().entries();
    }

    /** Adds the steps; the removal goes on with what comes after them. */
    void steps(Script removal) {
        Source notify = kernel.source("fs/xfs/xfs_notify_failure.c", "xfs_dax_notify_failure");
        Source kill = kernel.source("mm/memory-failure.c", "mf_dax_kill_procs");
        removal.in(notify)
                .step("r0 freeze file system", now -> now.change(cells.freeze(), Freeze::freeze))
                .has(Begun.NOT_YET)
                .step("r0a freeze drained", this::drain)
                .in(kill)
                .step(LOCK_ENTRY, "r0b lock entry", this::lockEntry)
                .statement("dax_lock_entry(xas, entry)")
                .step(ASLEEP, "r0bw look again", this::lookAgain)
                .has(EntryAt.class, entry -> Sleeps.in(cells.entryWaiters(entry)))
                .in(kernel.source("mm/memory-failure.c", "unmap_and_kill"))
                .step(UNMAP, "r0c clear PTEs", this::unmap)
                .statement("pte = ptep_get_and_clear(ptep)");
        if (rules.is(Rules.PTE_HOLDS_REFERENCE) || rules.is(Rules.IPI_FLUSH)) {
            removal.in(kernel.flush())
                    .step(PUT, "r0d flush, put pages", this::put)
                    .statement("folio_put(folio)")
                    .hasAll(Unmapped.class, this::held);
        }
        removal.in(kill).step(SIGNAL, "r0e signal, unlock entry", this::signal);
        if (rules.is(Rules.SHOOTDOWN_INVALIDATES)) {
            removal.in(kernel.source("mm/truncate.c", "invalidate_inode_pages2_range"))
                    .step(INVALIDATE, "r0i delete clean entry", this::invalidate);
        }
        removal.in(notify)
                .step("r0f shut file system down", this::shutDown)
                .step("r0g thaw file system", now -> now.change(cells.freeze(), Freeze::thaw));
    }

    private Seq<Holds> held(Unmapped unmapped) {
        return unmapped.cleared().map(gone -> Holds.shortly(task, gone.page(), 1));
    }

    /** r0a: write faults that were inside are done. Nobody counts read faults. */
    private void drain(Now now) {
        now.await(now.read(cells.freeze()).isDrained());
        if (rules.is(Rules.SHUTS_DOWN_FIRST)) {
            now.go(SHUT_DOWN);
        } else {
            now.go(LOCK_ENTRY, entries.head());
        }
    }

    /** r0b: what has no page is passed over; what is locked is waited for. */
    private void lockEntry(Now now, EntryAt at) {
        DaxEntry entry = now.read(cells.entry(at));
        if (entry.locked()) {
            kernel.lock(at).enqueue(now, task);
            now.go(ASLEEP);
        } else if (entry.kind() != DaxEntry.Kind.PAGE) {
            done(now, at);
        } else {
            kernel.lock(at).lock(now);
            now.go(UNMAP);
        }
    }

    private void lookAgain(Now now, EntryAt at) {
        now.await(!kernel.lock(at).isAsleep(now, task));
        now.go(LOCK_ENTRY);
    }

    /** r0c: under i_mmap lock and PTL, the PTEs of all address spaces; flushed as in t3. */
    private void unmap(Now now, EntryAt entry) {
        Vector<Cleared> cleared = Vector.empty();
        Vector<TaskId> walkers = Vector.empty();
        for (PteAt at : kernel.world().mapping(entry)) {
            for (PageId page : kernel.clear(now, at)) {
                cleared = cleared.append(new Cleared(at, page));
            }
            walkers = walkers.appendAll(kernel.zap().flush(now, at.mm()).walkers());
        }
        if (rules.is(Rules.PTE_HOLDS_REFERENCE) || !walkers.isEmpty()) {
            now.go(PUT, new Unmapped(entry, new TlbFlush(walkers), cleared));
        } else {
            now.go(SIGNAL);
        }
    }

    private void put(Now now, Unmapped unmapped) {
        now.await(!kernel.zap().isPending(now, unmapped.flush()));
        for (Cleared gone : unmapped.cleared()) {
            kernel.references().putMapping(now, gone.page(), gone.pte());
        }
        now.go(SIGNAL, unmapped.entry());
    }

    /** r0e: SIGBUS is not death: the process may fault again. */
    private void signal(Now now, EntryAt entry) {
        kernel.lock(entry).unlock(now);
        done(now, entry);
    }

    private void done(Now now, EntryAt entry) {
        Option<EntryAt> next = World.after(entries, entry);
        if (next.isDefined()) {
            now.go(LOCK_ENTRY, next.get());
        } else if (rules.is(Rules.SHOOTDOWN_INVALIDATES)) {
            now.go(INVALIDATE, entries.head());
        } else {
            unmappedAll(now);
        }
    }

    private void unmappedAll(Now now) {
        now.go(rules.is(Rules.SHUTS_DOWN_FIRST) ? THAW : SHUT_DOWN);
    }

    /** r0i: nobody asks whether the page is pinned. Every entry counts as clean: writeback is not modelled. */
    private void invalidate(Now now, EntryAt at) {
        kernel.lock(at).waitUnlocked(now);
        kernel.deleteEntry(now, at);
        kernel.lock(at).wakeAll(now);
        Option<EntryAt> next = World.after(entries, at);
        if (next.isDefined()) {
            now.go(INVALIDATE, next.get());
        } else {
            unmappedAll(now);
        }
    }

    private void shutDown(Now now) {
        now.write(cells.fileSystem(), FileSystem.SHUT_DOWN);
        if (rules.is(Rules.SHUTS_DOWN_FIRST)) {
            now.go(LOCK_ENTRY, entries.head());
        }
    }
}
