package pagelife.models.fsdax;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import pagelife.checker.model.Control;
import pagelife.models.page.EntryAt;
import pagelife.models.page.Held;
import pagelife.models.page.Holder;
import pagelife.models.page.PageId;
import pagelife.models.page.PteAt;
import pagelife.models.page.Sleeper;
import pagelife.models.page.TlbFlush;

/** Where the removal of the device is; with a shootdown before it where a file system asked to be told. */
public sealed interface Removal extends Control {
    /** The shootdown: {@code xfs_dax_notify_failure} with {@code MF_MEM_PRE_REMOVE}. */
    sealed interface Shootdown extends Removal {}

    /** r0: before the file system is frozen. */
    record BeginFreeze() implements Shootdown {}

    /** r0a: before the freeze has drained. */
    record Drain() implements Shootdown {}

    /** r0b: before the entry is locked. */
    record LockEntry(EntryAt entry) implements Shootdown {}

    /** r0bw: asleep until the entry is unlocked. */
    record AwaitEntry(EntryAt entry) implements Shootdown, Sleeper {}

    /** r0c: holds the entry lock, before the PTEs of the entry are cleared. */
    record Unmap(EntryAt entry) implements Shootdown {}

    /** r0d: the PTEs are cleared; the references of those that were counted go after the flush. */
    record Put(EntryAt entry, TlbFlush flush, Vector<Cleared> cleared) implements Shootdown, Holder {
        @Override
        public Seq<Held> held() {
            return cleared.map(gone -> Held.shortly(gone.page(), 1));
        }
    }

    /** A PTE that was cleared, and the page whose reference is still to be dropped. */
    record Cleared(PteAt pte, PageId page) {}

    /** r0e: before the processes are signalled and the entry is unlocked. */
    record Signal(EntryAt entry) implements Shootdown {}

    /** r0i, only with {@code shootdownInvalidates}: before the clean entry is deleted. */
    record Invalidate(EntryAt entry) implements Shootdown {}

    /** r0f: before the file system is shut down. */
    record ShutDown() implements Shootdown {}

    /** r0g: before the file system is thawed. */
    record Thaw() implements Shootdown {}

    /** r1: before the device is declared dead. */
    record Kill() implements Removal {}

    /** r2: before the readers of dax srcu have left. */
    record Synchronize() implements Removal {}

    /** r3: before the pagemap is killed. */
    record KillPagemap() implements Removal {}

    /** r4, put page by page: before the base reference of {@code next} is dropped. */
    record PutBase(PageId next) implements Removal {}

    /** r4, put in bulk: before the references of all pages are dropped. */
    record PutBulk() implements Removal {}

    /** r5: before the last reference of the pagemap has gone. */
    record AwaitReferences() implements Removal {}

    /** r6: before the memory map is removed. */
    record RemoveMemmap() implements Removal {}
}
