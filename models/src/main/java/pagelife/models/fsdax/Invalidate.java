package pagelife.models.fsdax;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import pagelife.checker.model.Control;
import pagelife.models.page.Held;
import pagelife.models.page.Holder;
import pagelife.models.page.PageId;
import pagelife.models.page.PteAt;
import pagelife.models.page.TlbFlush;

/** Where the invalidation of a clean DAX entry is. */
public sealed interface Invalidate extends Control {
    /** i1, i2: before the entry is deleted. */
    record Delete() implements Invalidate {}

    /** i3: before those who wait for the entry are woken. */
    record WakeAll() implements Invalidate {}

    /** i4: before the PTE is cleared. */
    record Unmap(PteAt next) implements Invalidate {}

    /** i4f, only when a flush must wait: the PTE is cleared. */
    record Flush(PteAt cleared, TlbFlush flush, Vector<PageId> put) implements Invalidate, Holder {
        @Override
        public Seq<Held> held() {
            return put.map(page -> Held.shortly(page, 1));
        }
    }
}
