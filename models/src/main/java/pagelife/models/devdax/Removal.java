package pagelife.models.devdax;

import io.vavr.collection.Seq;
import io.vavr.control.Option;
import pagelife.checker.model.Control;
import pagelife.models.page.Held;
import pagelife.models.page.Holder;
import pagelife.models.page.PageId;
import pagelife.models.page.PteAt;
import pagelife.models.page.TlbFlush;

/** Where the removal of the device is. */
public sealed interface Removal extends Control {
    /** r1: before the device is declared dead. */
    record Kill() implements Removal {}

    /** r2: before all faults have left srcu. */
    record Synchronize() implements Removal {}

    /** r2b: before this entry is cleared. */
    record Unmap(PteAt at) implements Removal {}

    /** r2c: the entry is cleared; before the flush is done and the reference of the entry is dropped. */
    record Flush(PteAt at, TlbFlush flush, Option<PageId> page) implements Removal, Holder {
        @Override
        public Seq<Held> held() {
            return page.map(head -> Held.shortly(head, 1)).toVector();
        }
    }

    /** r3: before the pagemap is killed. */
    record KillPagemap() implements Removal {}

    /** r4: before the base reference of this page is put. */
    record PutBase(PageId page) implements Removal {}

    /** r4: before the references of the pagemap are dropped in bulk. */
    record PutBulk() implements Removal {}

    /** r5: before the last reference of the pagemap is gone. */
    record AwaitReferences() implements Removal {}

    /** r5t: before the counts of tails are looked at. */
    record CheckTails() implements Removal {}

    /** r6: before the memmap is removed. */
    record RemoveMemmap() implements Removal {}
}
