package pagelife.models.gup;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import pagelife.checker.model.Control;
import pagelife.models.page.Held;
import pagelife.models.page.Holder;

/** Where a fast pin is, against a fork. */
public sealed interface FastPin extends Control {
    /** g0: before the sequence count is read. */
    record Begin() implements FastPin {}

    /** g1: before the entry is read. */
    record Walk(int sequence) implements FastPin {}

    /** g3: before the first part of the pin. */
    record Grab(int sequence, Fork.Entry seen) implements FastPin {}

    /** g3b: before the rest of the pin. */
    record AddRest(int sequence, Fork.Entry seen) implements FastPin, Holder {
        @Override
        public Seq<Held> held() {
            return Vector.of(Held.shortly(GupScene.PAGE, 1));
        }
    }

    /** g4: before the entry is read again. */
    record Recheck(int sequence, Fork.Entry seen) implements FastPin, Holder {
        @Override
        public Seq<Held> held() {
            return Vector.of(Held.shortly(GupScene.PAGE, Fork.BIAS));
        }
    }

    /** g5: before the sequence count is read again. */
    record End(int sequence) implements FastPin, Holder {
        @Override
        public Seq<Held> held() {
            return Vector.of(Held.shortly(GupScene.PAGE, Fork.BIAS));
        }
    }

    /** The page is pinned; a device works on it. */
    record Pinned() implements FastPin, Holder {
        @Override
        public Seq<Held> held() {
            return Vector.of(Held.pin(GupScene.PAGE, Fork.BIAS));
        }
    }
}
