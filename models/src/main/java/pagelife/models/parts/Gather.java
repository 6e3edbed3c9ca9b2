package pagelife.models.parts;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import pagelife.models.page.Holds;
import pagelife.models.page.PageId;
import pagelife.models.page.PteAt;
import pagelife.models.page.TaskId;
import pagelife.models.page.TlbFlush;

/**
 * Page-table entries that were cleared, whose references go when the TLB has been flushed: {@code struct mmu_gather},
 * include/asm-generic/tlb.h.
 *
 * @param cleared the entries that held a reference, in the order in which they were cleared
 * @param flush the flush that is waited for before the first reference goes
 */
public record Gather(Vector<Cleared> cleared, TlbFlush flush) {
    /** An entry that was cleared, and the page whose reference is still there. */
    public record Cleared(PteAt pte, PageId page) {
        @Override
        public String toString() {
            return page + " of " + pte;
        }
    }

    /** Nothing yet. */
    public static final Gather NOTHING = new Gather(Vector.empty(), TlbFlush.DONE);

    /** With one more entry, of a page whose reference goes later; empty for one that held none. */
    public Gather add(PteAt pte, Option<PageId> page) {
        return page.fold(() -> this, of -> new Gather(cleared.append(new Cleared(pte, of)), flush));
    }

    /** All entries are cleared, and this flush has begun. */
    public Gather flushing(TlbFlush begun) {
        return new Gather(cleared, begun);
    }

    /** The flush is done, and the first reference, if there is one, is gone. */
    public Gather afterFirst() {
        return new Gather(cleared.drop(1), TlbFlush.DONE);
    }

    /** Whether there is nothing to wait for, and nothing to put. */
    public boolean isDone() {
        return cleared.isEmpty() && flush.isDone();
    }

    /** What {@code task} holds of the pages meanwhile. */
    public Seq<Holds> held(TaskId task) {
        return cleared.map(gone -> Holds.shortly(task, gone.page(), 1));
    }

    @Override
    public String toString() {
        return cleared.isEmpty() ? "none" : cleared.mkString(", ");
    }
}
