package pagelife.models.fsdax;

import io.vavr.collection.Vector;
import pagelife.checker.model.ActorBuilder;
import pagelife.checker.model.Control;
import pagelife.checker.model.Source;
import pagelife.checker.model.StepView;
import pagelife.models.page.DaxEntry;
import pagelife.models.page.EntryAt;
import pagelife.models.page.FileSystem;
import pagelife.models.page.PageId;
import pagelife.models.page.PteAt;
import pagelife.models.page.TaskId;
import pagelife.models.page.TlbFlush;

/**
 * What XFS does when it is told that the device is leaving: freeze, unmap every entry, shut down, thaw. The order is the
 * merged one, where read faults get in between, unless the rule {@code shutsDownFirst} turns it round. fs/xfs/xfs_notify_failure.c, mm/memory-failure.c.
 */
final class ShootdownSteps {
    private final Kernel kernel;
    private final Cells cells;
    private final Rules rules;
    private final TaskId task;

    ShootdownSteps(Kernel kernel, TaskId task) {
        this.kernel = kernel;
        this.cells = kernel.cells();
        this.rules = kernel.rules();
        this.task = task;
    }

    void declare(ActorBuilder<Removal> removal) {
        Source notify = kernel.source("fs/xfs/xfs_notify_failure.c", "xfs_dax_notify_failure");
        Source kill = kernel.source("mm/memory-failure.c", "mf_dax_kill_procs");
        Source unmap = kernel.source("mm/memory-failure.c", "unmap_and_kill");
        removal.step("r0", "freeze file system", notify, Removal.BeginFreeze.class, this::r0)
                .step("r0a", "freeze drained", notify, Removal.Drain.class, this::r0a)
                .step("r0b", "lock entry", kill, Removal.LockEntry.class, this::r0b)
                .step("r0bw", "look again", kill, Removal.AwaitEntry.class, this::r0bw)
                .step("r0c", "clear PTEs", unmap, Removal.Unmap.class, this::r0c);
        if (rules.pteHoldsReference() || rules.ipiFlush()) {
            removal.step("r0d", "flush, put pages", kernel.flush(), Removal.Put.class, this::r0d);
        } else {
            removal.without(Removal.Put.class);
        }
        removal.step("r0e", "signal, unlock entry", kill, Removal.Signal.class, this::r0e);
        if (rules.shootdownInvalidates()) {
            Source delete = kernel.source("mm/truncate.c", "invalidate_inode_pages2_range");
            removal.step("r0i", "delete clean entry", delete, Removal.Invalidate.class, this::r0i);
        } else {
            removal.without(Removal.Invalidate.class);
        }
        removal.step("r0f", "shut file system down", notify, Removal.ShutDown.class, this::r0f)
                .step("r0g", "thaw file system", notify, Removal.Thaw.class, this::r0g);
    }

    /** A file system that registered no holder is not told. */
    static void leaveOut(ActorBuilder<Removal> removal) {
        for (Class<?> control : Removal.Shootdown.class.getPermittedSubclasses()) {
            removal.without(control.asSubclass(Removal.class));
        }
    }

    private Control r0(Removal.BeginFreeze begin, StepView view) {
        view.write(cells.freeze(), view.read(cells.freeze()).freeze());
        return new Removal.Drain();
    }

    /** r0a: write faults that were inside are done. Nobody counts read faults. */
    private Control r0a(Removal.Drain drain, StepView view) {
        if (!view.read(cells.freeze()).isDrained()) {
            return view.waits();
        }
        return rules.shutsDownFirst() ? new Removal.ShutDown() : firstEntry();
    }

    private Removal firstEntry() {
        return new Removal.LockEntry(kernel.bounds().entries().head());
    }

    private Removal unmapped() {
        return rules.shutsDownFirst() ? new Removal.Thaw() : new Removal.ShutDown();
    }

    /** r0b: what has no page is passed over; what is locked is waited for. */
    private Control r0b(Removal.LockEntry lock, StepView view) {
        DaxEntry entry = view.read(cells.entry(lock.entry()));
        if (entry.locked()) {
            kernel.awaitEntry(view, lock.entry(), task, false);
            return new Removal.AwaitEntry(lock.entry());
        }
        if (entry.kind() != DaxEntry.Kind.PAGE) {
            return next(lock.entry());
        }
        view.write(cells.entry(lock.entry()), entry.lock());
        return new Removal.Unmap(lock.entry());
    }

    private Control r0bw(Removal.AwaitEntry asleep, StepView view) {
        return kernel.awaitsEntry(view, asleep.entry(), task) ? view.waits() : new Removal.LockEntry(asleep.entry());
    }

    /** r0c: under i_mmap lock and PTL, the PTEs of all address spaces; flushed as in t3. */
    private Control r0c(Removal.Unmap unmap, StepView view) {
        Vector<Removal.Cleared> cleared = Vector.empty();
        Vector<TaskId> walkers = Vector.empty();
        for (PteAt at : kernel.bounds().mapping(unmap.entry())) {
            for (PageId page : kernel.zap().clear(view, at)) {
                cleared = cleared.append(new Removal.Cleared(at, page));
            }
            walkers = walkers.appendAll(kernel.zap().flush(view, at.mm()).walkers());
        }
        return rules.pteHoldsReference() || !walkers.isEmpty()
                ? new Removal.Put(unmap.entry(), new TlbFlush(walkers), cleared)
                : new Removal.Signal(unmap.entry());
    }

    private Control r0d(Removal.Put put, StepView view) {
        if (kernel.zap().isPending(view, put.flush())) {
            return view.waits();
        }
        for (Removal.Cleared gone : put.cleared()) {
            kernel.references().putMapping(view, gone.page(), gone.pte());
        }
        return new Removal.Signal(put.entry());
    }

    /** r0e: SIGBUS is not death: the process may fault again. */
    private Control r0e(Removal.Signal signal, StepView view) {
        kernel.unlockEntry(view, signal.entry());
        return next(signal.entry());
    }

    private Control next(EntryAt done) {
        Removal last = rules.shootdownInvalidates()
                ? new Removal.Invalidate(kernel.bounds().entries().head())
                : unmapped();
        return Kernel.after(kernel.bounds().entries(), done)
                .<Control>map(Removal.LockEntry::new)
                .getOrElse(last);
    }

    /** r0i: nobody asks whether the page is pinned. Every entry counts as clean: writeback is not modelled. */
    private Control r0i(Removal.Invalidate invalidate, StepView view) {
        DaxEntry entry = view.read(cells.entry(invalidate.entry()));
        if (entry.locked()) {
            return view.waits();
        }
        kernel.deleteEntry(view, invalidate.entry());
        kernel.references().wakeEntry(view, invalidate.entry(), true);
        return Kernel.after(kernel.bounds().entries(), invalidate.entry())
                .<Control>map(Removal.Invalidate::new)
                .getOrElse(this::unmapped);
    }

    private Control r0f(Removal.ShutDown shutDown, StepView view) {
        view.write(cells.fileSystem(), FileSystem.SHUT_DOWN);
        return rules.shutsDownFirst() ? firstEntry() : new Removal.Thaw();
    }

    private Control r0g(Removal.Thaw thaw, StepView view) {
        view.write(cells.freeze(), view.read(cells.freeze()).thaw());
        return new Removal.Kill();
    }
}
