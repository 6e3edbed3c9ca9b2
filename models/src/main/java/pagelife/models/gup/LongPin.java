package pagelife.models.gup;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import pagelife.checker.model.Control;
import pagelife.models.page.Held;
import pagelife.models.page.Holder;

/** Where a pin of a page of a file is. */
public sealed interface LongPin extends Control {
    /** s0: before the VMA is tested. */
    record TestVma() implements LongPin {}

    /** g1: before the entry is read. */
    record Walk() implements LongPin {}

    /** g3: before the page is grabbed. */
    record Grab() implements LongPin {}

    /** g3l: the page is grabbed; before it is asked whether it may be. */
    record TestPage() implements LongPin, Holder {
        @Override
        public Seq<Held> held() {
            return Vector.of(Held.shortly(GupScene.PAGE, 1));
        }
    }

    /** The memory is registered for as long as the program likes. */
    record Registered() implements LongPin, Holder {
        @Override
        public Seq<Held> held() {
            return Vector.of(Held.pin(GupScene.PAGE, 1));
        }
    }

    /** The page is pinned for the time of an I/O. */
    record ForIo() implements LongPin, Holder {
        @Override
        public Seq<Held> held() {
            return Vector.of(Held.pin(GupScene.PAGE, 1));
        }
    }
}
