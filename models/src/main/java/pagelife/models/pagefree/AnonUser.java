package pagelife.models.pagefree;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import pagelife.checker.model.Control;
import pagelife.models.page.Held;
import pagelife.models.page.Holder;

/** Where a program is whose anonymous memory may be in the device page. */
public sealed interface AnonUser extends Control {
    /** e1: its memory is in host memory. */
    record InHost() implements AnonUser {}

    /** e2: its memory is in the device page; its entry holds the reference. */
    record InDevice() implements AnonUser, Holder {
        @Override
        public Seq<Held> held() {
            return Vector.of(Held.shortly(Kernel.PAGE, 1));
        }
    }

    /** e5: it has touched its memory, which must come back. */
    record Touched() implements AnonUser, Holder {
        @Override
        public Seq<Held> held() {
            return Vector.of(Held.shortly(Kernel.PAGE, 1));
        }
    }

    /** The driver has the page back, its mapping is still to be cleared. */
    record ClearLate() implements AnonUser {}
}
