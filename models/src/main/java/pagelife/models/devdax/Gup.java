package pagelife.models.devdax;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import pagelife.checker.model.Control;
import pagelife.models.page.Held;
import pagelife.models.page.Holder;
import pagelife.models.page.PageId;
import pagelife.models.page.PagemapHolder;

/** Where get_user_pages under locks, and then the pin, is. */
public sealed interface Gup extends Control {
    /** s1: before the page is grabbed. */
    record Grab() implements Gup {}

    /** s2: the page is pinned, the pagemap still held. */
    record PutPagemap(PageId page) implements Gup, Holder, PagemapHolder {
        @Override
        public Seq<Held> held() {
            return Vector.of(Held.pin(page, 1));
        }
    }

    /** s3: the page is pinned, as long as the holder likes. */
    record Pinned(PageId page) implements Gup, Holder {
        @Override
        public Seq<Held> held() {
            return Vector.of(Held.pin(page, 1));
        }
    }
}
