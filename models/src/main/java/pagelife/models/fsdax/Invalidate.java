package pagelife.models.fsdax;

import static pagelife.checker.model.Fairness.NONE;
import static pagelife.checker.model.Fairness.WEAK;

import io.vavr.collection.Seq;
import pagelife.checker.model.Now;
import pagelife.checker.model.Script;
import pagelife.checker.model.Source;
import pagelife.models.page.Begun;
import pagelife.models.page.DaxEntry;
import pagelife.models.page.EntryAt;
import pagelife.models.page.PteAt;
import pagelife.models.page.TaskId;
import pagelife.models.parts.Unmap;

/**
 * Invalidation of a clean entry (direct I/O over a hole, reclaim of virtio-fs): it looks at no count, and deletes the
 * entry before it unmaps. Every entry counts as clean, since writeback, which is not modelled, may have cleaned it.
 */
final class Invalidate {
    private final Kernel kernel;
    private final Cells cells;
    private final EntryAt entry;
    private final Seq<PteAt> ptes;
    private final Unmap unmap;

    Invalidate(Kernel kernel, TaskId task, EntryAt entry) {
        this.kernel = kernel;
        this.cells = kernel.cells();
        this.entry = entry;
        this.ptes = kernel.world().mapping(entry);
        this.unmap = new Unmap("i4", "i4p", task, kernel, (now, last) -> now.end());
    }

    Script script() {
        Source delete = kernel.source("fs/dax.c", "__dax_invalidate_entry");
        return new Script()
                .fairness(NONE)
                .in(delete)
                .step("i2 delete entry", this::delete)
                .statement("page->mapping = NULL; delete the entry")
                .has(Begun.NOT_YET)
                .owes(WEAK)
                .step("i3 wake all", this::wakeAll)
                .in(kernel.source("mm/truncate.c", "invalidate_inode_pages2_range"))
                .with(script -> unmap.steps(script, "unmap", kernel.flush()));
    }

    /** i1 and i2, under one hold of xa_lock: not while it is locked. What is not there needs no deletion. */
    private void delete(Now now) {
        kernel.lock(entry).waitUnlocked(now);
        if (now.read(cells.entry(entry)).kind() == DaxEntry.Kind.ABSENT) {
            now.saw("no entry");
            now.end();
            return;
        }
        kernel.deleteEntry(now, entry);
    }

    private void wakeAll(Now now) {
        kernel.lock(entry).wakeAll(now);
        if (ptes.isEmpty()) {
            now.end();
        } else {
            unmap.begin(now, ptes);
        }
    }
}
