package pagelife.models.fsdax;

import io.vavr.collection.HashSet;
import io.vavr.collection.Seq;
import io.vavr.collection.Set;
import io.vavr.control.Option;
import pagelife.checker.model.At;
import pagelife.checker.model.Control;
import pagelife.checker.model.Now;
import pagelife.checker.model.Place;
import pagelife.checker.model.Script;
import pagelife.checker.model.Source;
import pagelife.models.page.Begun;
import pagelife.models.page.DaxEntry;
import pagelife.models.page.EntryAt;
import pagelife.models.page.FileSystem;
import pagelife.models.page.Freeze;
import pagelife.models.page.PteAt;
import pagelife.models.page.Sleeps;
import pagelife.models.page.TaskId;
import pagelife.models.parts.Unmap;

/**
 * The part of a removal in which XFS is told that the device is leaving: freeze, unmap every entry, shut down, thaw.
 * The order is the merged one, where read faults get in between, unless the rule {@code shutsDownFirst} turns it round.
 * {@code xfs_dax_notify_failure} with {@code MF_MEM_PRE_REMOVE}, fs/xfs/xfs_notify_failure.c; mm/memory-failure.c.
 */
public final class Shootdown {
    /** r0e: before the lock of an entry is dropped that was unmapped. */
    public static final Place<EntryAt> SIGNAL = Place.of("r0e", EntryAt.class);

    private static final Place<EntryAt> LOCK_ENTRY = Place.of("r0b", EntryAt.class);
    private static final Place<EntryAt> ASLEEP = Place.of("r0bw", EntryAt.class);
    private static final Place<EntryAt> INVALIDATE = Place.of("r0i", EntryAt.class);
    private static final String SHUT_DOWN = "r0f";
    private static final String THAW = "r0g";
    private static final String CLEAR = "r0c";
    private static final String PUT = "r0d";

    /* From when the freeze is drained until the file system is thawed. */
    private static final Set<String> DRAINED =
            HashSet.of(LOCK_ENTRY.name(), ASLEEP.name(), CLEAR, PUT, SIGNAL.name(), INVALIDATE.name(), SHUT_DOWN, THAW);

    private final Kernel kernel;
    private final Cells cells;
    private final Rules rules;
    private final TaskId task;
    private final Seq<EntryAt> entries;
    private final Unmap unmap;

    Shootdown(Kernel kernel, TaskId task) {
        this.kernel = kernel;
        this.cells = kernel.cells();
        this.rules = kernel.rules();
        this.task = task;
        this.entries = kernel.world().entries();
        this.unmap = new Unmap(
                CLEAR,
                PUT,
                task,
                kernel,
                (now, last) -> now.go(SIGNAL, kernel.world().entry(last)));
    }

    /** Whether a removal has the file system to itself: frozen, without a write fault inside, and not thawed yet. */
    public static boolean isDrained(Control control) {
        return control instanceof At at && DRAINED.contains(at.place());
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
                .with(script -> unmap.steps(script, "clear PTE", kernel.flush()));
        removal.in(kill).step(SIGNAL, "r0e signal, unlock entry", this::signal);
        if (rules.is(Rules.SHOOTDOWN_INVALIDATES)) {
            removal.in(kernel.source("mm/truncate.c", "invalidate_inode_pages2_range"))
                    .step(INVALIDATE, "r0i delete clean entry", this::invalidate);
        }
        removal.in(notify)
                .step("r0f shut file system down", this::shutDown)
                .step("r0g thaw file system", now -> now.change(cells.freeze(), Freeze::thaw));
    }

    /** r0a: write faults that were inside are done. Nobody counts read faults. */
    private void drain(Now now) {
        now.await(now.read(cells.freeze()).isDrained());
        now.saw("no write fault is inside");
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
            now.saw("entry locked: wait");
            kernel.lock(at).enqueue(now, task);
            now.go(ASLEEP);
        } else if (entry.kind() != DaxEntry.Kind.PAGE) {
            now.saw("no page here: passed over");
            done(now, at);
        } else {
            kernel.lock(at).lock(now);
            unmap(now, at);
        }
    }

    private void lookAgain(Now now, EntryAt at) {
        now.await(!kernel.lock(at).isAsleep(now, task));
        now.saw("woken");
        now.go(LOCK_ENTRY);
    }

    /** r0c: under i_mmap lock and PTL, the PTEs of all address spaces. */
    private void unmap(Now now, EntryAt entry) {
        Seq<PteAt> ptes = kernel.world().mapping(entry);
        if (ptes.isEmpty()) {
            now.go(SIGNAL, entry);
        } else {
            unmap.begin(now, ptes);
        }
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
