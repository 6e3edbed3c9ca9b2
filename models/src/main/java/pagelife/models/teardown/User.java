package pagelife.models.teardown;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import pagelife.checker.model.Control;
import pagelife.models.page.Held;
import pagelife.models.page.Holder;
import pagelife.models.page.PagemapHolder;

/** Where somebody is who uses the page or the pagemap. */
public sealed interface User extends Control {
    /** Nothing done yet. */
    record Begin() implements User {}

    /** x2: the pagemap is found; before a reference is taken. Under rcu. */
    record Found() implements User {}

    /** g3: the pagemap is held; before the page is grabbed, or mapped. */
    record HoldsPagemap() implements User, PagemapHolder {}

    /** g5: the page is grabbed; before the pagemap is let go. */
    record HoldsBoth() implements User, Holder, PagemapHolder {
        @Override
        public Seq<Held> held() {
            return pin();
        }
    }

    /** s3: the page is pinned. */
    record Pinned() implements User, Holder {
        @Override
        public Seq<Held> held() {
            return pin();
        }
    }

    /** p4: the peer's page is mapped; the mapping holds the pagemap. */
    record Mapped() implements User, PagemapHolder {}

    private static Seq<Held> pin() {
        return Vector.of(Held.pin(Kernel.PAGE, 1));
    }
}
