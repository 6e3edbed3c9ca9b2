package pagelife.models.fsdax;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import pagelife.checker.model.Control;
import pagelife.models.page.Held;
import pagelife.models.page.Holder;
import pagelife.models.page.PageId;
import pagelife.models.page.Sleeper;

/** Where a page fault is. From {@link Lookup} on it holds the invalidate lock shared, from {@link Translate} on the entry lock. */
public sealed interface Fault extends Control {
    /** The program is about to touch its mapping. */
    record Touch() implements Fault {}

    /** f2: before the entry is locked. */
    record Lookup(Access access) implements Fault {}

    /** f2: asleep until the entry is unlocked. */
    record AwaitEntry(Access access) implements Fault, Sleeper {}

    /** f3: before the file system is asked for the block. */
    record Translate(Access access) implements Fault {}

    /** f4: before the device is asked for the page. */
    record Address(Access access, PageId page) implements Fault {}

    /** f5: before the page is associated with the entry. */
    record Associate(Access access, PageId page) implements Fault {}

    /** f6, where PTEs are not counted: before the PTE is set. */
    record Insert(Access access, PageId page) implements Fault {}

    /** f6a, where PTEs are counted: before the page is held. */
    record Hold(Access access, PageId page) implements Fault {}

    /** f6b: before the PTE is set; the page is held. */
    record InsertCounted(Access access, PageId page) implements Fault, Holder {
        @Override
        public Seq<Held> held() {
            return Vector.of(Held.shortly(page, 1));
        }
    }

    /** f6c: before the page is let go. */
    record LetGo(Access access, PageId page) implements Fault, Holder {
        @Override
        public Seq<Held> held() {
            return Vector.of(Held.shortly(page, 1));
        }
    }

    /** f7: before the entry is unlocked. */
    record Unlock(Access access) implements Fault {}

    /** f8: before the locks are dropped. */
    record Release(Access access) implements Fault {}
}
