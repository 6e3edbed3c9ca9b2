package pagelife.models.migrate;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import pagelife.checker.model.Control;
import pagelife.models.page.Held;
import pagelife.models.page.Holder;
import pagelife.models.page.PageId;

/** Where a call of a program that changes its mappings, or pins them, is. */
public sealed interface Program extends Control {
    /** It is about to fork. */
    record Fork() implements Program {}

    /** c5: it is about to unmap its memory. */
    record Unmap() implements Program {}

    /** c5p: the entry is cleared, before the reference of the entry is dropped. */
    record Put(PageId page) implements Program, Holder {
        @Override
        public Seq<Held> held() {
            return Vector.of(Held.shortly(page, 1));
        }
    }

    /** c5d: the entry is cleared, and the driver puts the page. */
    record DriverPut() implements Program, Holder {
        @Override
        public Seq<Held> held() {
            return Vector.of(Held.shortly(Kernel.DEVICE, 1));
        }
    }

    /** s1: it is about to pin the page. */
    record Grab() implements Program {}

    /** s3: it pins the page. */
    record Pinned(PageId page) implements Program, Holder {
        @Override
        public Seq<Held> held() {
            return Vector.of(Held.pin(page, 1));
        }
    }
}
