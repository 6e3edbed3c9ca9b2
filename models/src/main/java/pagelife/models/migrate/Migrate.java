package pagelife.models.migrate;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import pagelife.checker.model.Control;
import pagelife.models.page.Held;
import pagelife.models.page.Holder;

/** Where the driver's migration of the memory to the device is. */
public sealed interface Migrate extends Control {
    /** c1: before the host page is collected. */
    record Collect() implements Migrate {}

    /** c2: the host page is isolated; before a device page is allocated. */
    record Allocate() implements Migrate, Holder {
        @Override
        public Seq<Held> held() {
            return Vector.of(Held.shortly(Kernel.HOST, 1));
        }
    }

    /** c3: before the copy. */
    record Copy() implements Migrate, Holder {
        @Override
        public Seq<Held> held() {
            return both();
        }
    }

    /** c4: before the entry is set. */
    record Insert() implements Migrate, Holder {
        @Override
        public Seq<Held> held() {
            return both();
        }
    }

    /** c4f: before both pages are let go. */
    record Finish() implements Migrate, Holder {
        @Override
        public Seq<Held> held() {
            return both();
        }
    }

    private static Seq<Held> both() {
        return Vector.of(Held.shortly(Kernel.HOST, 1), Held.shortly(Kernel.DEVICE, 1));
    }
}
