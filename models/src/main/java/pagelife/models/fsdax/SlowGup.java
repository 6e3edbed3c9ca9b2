package pagelife.models.fsdax;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import pagelife.checker.model.Control;
import pagelife.models.page.Held;
import pagelife.models.page.Holder;
import pagelife.models.page.PageId;

/** Where get_user_pages under locks, and then the pin, is. */
public sealed interface SlowGup extends Control {
    /** s1: before the page is grabbed. */
    record Grab() implements SlowGup {}

    /** s2: the page is pinned, the pagemap still held. */
    record PutPagemap(PageId page, int refs) implements SlowGup, Holder {
        @Override
        public Seq<Held> held() {
            return Vector.of(Held.pin(page, refs));
        }
    }

    /** s3: the page is pinned, as long as the holder likes. */
    record Pinned(PageId page, int refs) implements SlowGup, Holder {
        @Override
        public Seq<Held> held() {
            return Vector.of(Held.pin(page, refs));
        }
    }
}
