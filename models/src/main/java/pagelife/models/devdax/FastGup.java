package pagelife.models.devdax;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import pagelife.checker.model.Control;
import pagelife.models.page.Held;
import pagelife.models.page.Holder;
import pagelife.models.page.PageId;
import pagelife.models.page.PagemapHolder;
import pagelife.models.page.Pte;

/** Where get_user_pages_fast, and then the pin, is. Interrupts are off from {@link TakePagemap} to the end of the walk. */
public sealed interface FastGup extends Control {
    /** g1: before the entry is read. */
    record Walk() implements FastGup {}

    /** g2: before the pagemap is held. */
    record TakePagemap(Pte seen) implements FastGup {}

    /** g3: before the page is grabbed; the pagemap is not held in this variant. */
    record Grab(Pte seen) implements FastGup {}

    /** g3: before the page is grabbed; the pagemap is held. */
    record GrabHeld(Pte seen) implements FastGup, PagemapHolder {}

    /** g4: before the entry is read again. */
    record Recheck(Pte seen, PageId page, boolean pagemap) implements FastGup, Holder, PagemapHolder {
        @Override
        public Seq<Held> held() {
            return Vector.of(Held.shortly(page, 1));
        }

        @Override
        public int pagemapRefs() {
            return pagemap ? 1 : 0;
        }
    }

    /** g5: the walk failed, the pagemap is still held. */
    record Fail() implements FastGup, PagemapHolder {}

    /** g5: the page is pinned, the pagemap still held. */
    record PutPagemap(PageId page) implements FastGup, Holder, PagemapHolder {
        @Override
        public Seq<Held> held() {
            return Vector.of(Held.pin(page, 1));
        }
    }

    /** g6: the page is pinned. */
    record Pinned(PageId page) implements FastGup, Holder {
        @Override
        public Seq<Held> held() {
            return Vector.of(Held.pin(page, 1));
        }
    }
}
