package pagelife.models.waitwake;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import pagelife.checker.model.Control;
import pagelife.models.page.Held;
import pagelife.models.page.Holder;
import pagelife.models.page.PageId;

/** Where somebody is who drops a reference and wakes. */
public sealed interface Drop extends Control {
    /** Before a pin is taken. */
    record Take() implements Drop {}

    /** K1: before the reference is dropped, if that comes first. */
    record Change(PageId page, Held.Kind kind) implements Drop, Holder {
        @Override
        public Seq<Held> held() {
            return Vector.of(new Held(page, kind, 1));
        }
    }

    /** K3: before it looks for waiters; the reference is dropped. */
    record Look(PageId page) implements Drop {}

    /** K3: before it looks for waiters, if that comes first. */
    record LookEarly(PageId page, Held.Kind kind) implements Drop, Holder {
        @Override
        public Seq<Held> held() {
            return Vector.of(new Held(page, kind, 1));
        }
    }

    /** K1: before the reference is dropped; it has looked for waiters already. */
    record ChangeLate(PageId page, Held.Kind kind, boolean active) implements Drop, Holder {
        @Override
        public Seq<Held> held() {
            return Vector.of(new Held(page, kind, 1));
        }
    }

    /** K4: before it wakes. */
    record Wake(PageId page) implements Drop {}
}
