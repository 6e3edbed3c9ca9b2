package pagelife.models.layouts;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import pagelife.checker.model.Control;
import pagelife.models.page.Held;
import pagelife.models.page.Holder;
import pagelife.models.page.Index;
import pagelife.models.page.PageId;

/** Where a munmap is. */
public sealed interface Unmapping extends Control {
    /** u1: before this place is unmapped. */
    record Clear(Index at) implements Unmapping {}

    /** u2: the place is unmapped; before its reference is dropped. */
    record Put(Index at, PageId page) implements Unmapping, Holder {
        @Override
        public Seq<Held> held() {
            return Vector.of(Held.shortly(page, 1));
        }
    }
}
