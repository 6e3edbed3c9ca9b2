package pagelife.models.fsdax;

import static pagelife.checker.model.Fairness.NONE;
import static pagelife.checker.model.Fairness.WEAK;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import pagelife.checker.model.ActorBuilder;
import pagelife.checker.model.Control;
import pagelife.checker.model.ModelBuilder;
import pagelife.checker.model.Source;
import pagelife.checker.model.StepView;
import pagelife.models.page.DaxEntry;
import pagelife.models.page.EntryAt;
import pagelife.models.page.PageId;
import pagelife.models.page.PteAt;
import pagelife.models.page.TaskId;
import pagelife.models.page.TlbFlush;

/**
 * Invalidation of a clean entry (direct I/O over a hole, reclaim of virtio-fs): it looks at no count, and deletes the
 * entry before it unmaps. Every entry counts as clean, since writeback, which is not modelled, may have cleaned it.
 */
final class InvalidateSteps {
    private final Kernel kernel;
    private final Cells cells;
    private final TaskId task;
    private final EntryAt entry;

    InvalidateSteps(Kernel kernel, TaskId task, EntryAt entry) {
        this.kernel = kernel;
        this.cells = kernel.cells();
        this.task = task;
        this.entry = entry;
    }

    void declare(ModelBuilder model) {
        Source delete = kernel.source("fs/dax.c", "__dax_invalidate_entry");
        Source unmap = kernel.source("mm/truncate.c", "invalidate_inode_pages2_range");
        ActorBuilder<Invalidate> invalidate = model.actor(task.name(), Invalidate.class, new Invalidate.Delete())
                .fairness(NONE)
                .step("i2", "delete entry", delete, Invalidate.Delete.class, this::i2)
                .step("i3", "wake all", delete, Invalidate.WakeAll.class, WEAK, this::i3)
                .step("i4", "unmap", unmap, Invalidate.Unmap.class, WEAK, this::i4);
        if (kernel.rules().ipiFlush()) {
            invalidate.step("i4f", "flush done", kernel.flush(), Invalidate.Flush.class, WEAK, this::i4f);
        } else {
            invalidate.without(Invalidate.Flush.class);
        }
    }

    /** i1 and i2, under one hold of xa_lock: not while it is locked. What is not there needs no deletion. */
    private Control i2(Invalidate.Delete delete, StepView view) {
        DaxEntry found = view.read(cells.entry(entry));
        if (found.locked()) {
            return view.waits();
        }
        if (found.kind() == DaxEntry.Kind.ABSENT) {
            return Control.finished();
        }
        kernel.deleteEntry(view, entry);
        return new Invalidate.WakeAll();
    }

    private Control i3(Invalidate.WakeAll wake, StepView view) {
        kernel.references().wakeEntry(view, entry, true);
        return next(ptes().headOption());
    }

    /** i4: as t3. */
    private Control i4(Invalidate.Unmap unmap, StepView view) {
        Option<PageId> put = kernel.zap().clear(view, unmap.next());
        TlbFlush flush = kernel.zap().flush(view, unmap.next().mm());
        return flush.isDone()
                ? unmapped(view, unmap.next(), put.toVector())
                : new Invalidate.Flush(unmap.next(), flush, put.toVector());
    }

    private Control i4f(Invalidate.Flush flush, StepView view) {
        return kernel.zap().isPending(view, flush.flush())
                ? view.waits()
                : unmapped(view, flush.cleared(), flush.put());
    }

    private Control unmapped(StepView view, PteAt at, Vector<PageId> put) {
        put.forEach(page -> kernel.references().putMapping(view, page, at));
        return next(Kernel.after(ptes(), at));
    }

    private static Control next(Option<PteAt> at) {
        return at.<Control>map(Invalidate.Unmap::new).getOrElse(Control::finished);
    }

    private Seq<PteAt> ptes() {
        return kernel.bounds().mapping(entry);
    }
}
