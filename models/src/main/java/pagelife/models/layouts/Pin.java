package pagelife.models.layouts;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import pagelife.checker.model.Control;
import pagelife.models.page.Held;
import pagelife.models.page.Holder;
import pagelife.models.page.PageId;

/** Where a pin of a page is. */
public sealed interface Pin extends Control {
    /** s1: before the page is grabbed. */
    record Grab() implements Pin {}

    /** s3: the page is pinned. */
    record Pinned(PageId page) implements Pin, Holder {
        @Override
        public Seq<Held> held() {
            return Vector.of(Held.pin(page, 1));
        }
    }
}
