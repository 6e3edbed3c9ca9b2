package pagelife.models.fsdax;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import pagelife.checker.model.Control;
import pagelife.models.page.Held;
import pagelife.models.page.Holder;
import pagelife.models.page.Index;
import pagelife.models.page.PageId;
import pagelife.models.page.TlbFlush;

/** Where a program that gives up its mapping is: {@code munmap}, exit, or {@code MADV_DONTNEED}. */
public sealed interface Munmap extends Control {
    /** u1: before the PTE at {@code next} is cleared. */
    record Clear(Index next) implements Munmap {}

    /** u2, where PTEs are counted: the PTE is cleared, its reference still there until the TLB is flushed. */
    record Put(Index cleared, PageId page, TlbFlush flush) implements Munmap, Holder {
        @Override
        public Seq<Held> held() {
            return Vector.of(Held.shortly(page, 1));
        }
    }
}
