package pagelife.models.fsdax;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import pagelife.checker.model.Control;
import pagelife.models.page.Held;
import pagelife.models.page.Holder;
import pagelife.models.page.PageId;
import pagelife.models.page.Pte;

/** Where get_user_pages without locks, and then the pin, is. From {@link Lookup} to {@link Leave} interrupts are off. */
public sealed interface FastGup extends Control {
    /** g1: before the PTE is read. */
    record Walk() implements FastGup {}

    /** g2: before the pagemap is taken. */
    record Lookup(Pte seen) implements FastGup {}

    /** g3: before the page is grabbed. */
    record Grab(Pte seen) implements FastGup {}

    /** g3b, with FOLL_PIN: grabbed once, before the rest of the bias is added. */
    record AddBias(Pte seen) implements FastGup, Holder {
        @Override
        public Seq<Held> held() {
            return Vector.of(Held.shortly(seen.page().get(), 1));
        }
    }

    /** g4: grabbed, before the PTE is read again. */
    record Recheck(Pte seen, int refs) implements FastGup, Holder {
        @Override
        public Seq<Held> held() {
            return Vector.of(Held.shortly(seen.page().get(), refs));
        }
    }

    /** g5: the pagemap is still held. */
    record Leave(Pinned pinned) implements FastGup, Holder {
        @Override
        public Seq<Held> held() {
            return pinned.held();
        }
    }

    /** g5: the pagemap is still held, and nothing else. */
    record LeaveEmpty() implements FastGup {}

    /** g6: the page is pinned, as long as the holder likes. */
    record Pinned(PageId page, int refs) implements FastGup, Holder {
        @Override
        public Seq<Held> held() {
            return Vector.of(Held.pin(page, refs));
        }
    }
}
