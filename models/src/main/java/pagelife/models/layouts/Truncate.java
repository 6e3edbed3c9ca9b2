package pagelife.models.layouts;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import pagelife.checker.model.Control;
import pagelife.models.page.Held;
import pagelife.models.page.Holder;
import pagelife.models.page.Index;
import pagelife.models.page.PageId;
import pagelife.models.page.Sleeper;

/** Where a truncate is. From {@link CheckMapped} to {@link Release} it holds the invalidate lock, but for its sleep. */
public sealed interface Truncate extends Control {
    /** t1: before the locks are taken. */
    record Lock() implements Truncate {}

    /** t2: before the file is asked whether anybody maps it. */
    record CheckMapped() implements Truncate {}

    /** t3: before this place is unmapped. */
    record Unmap(Index at) implements Truncate {}

    /** t3p: the place is unmapped; before its reference is dropped. */
    record Put(Index at, PageId page) implements Truncate, Holder {
        @Override
        public Seq<Held> held() {
            return Vector.of(Held.shortly(page, 1));
        }
    }

    /** t4: before the scan looks at the entry here, or at the next one that is there. */
    record Scan(Index at) implements Truncate {}

    /** t4w: the scan waits for this entry to be unlocked, and will go on behind it. */
    record Pause(Index at) implements Truncate {}

    /** t5: before it queues for the page. */
    record Enqueue(PageId busy, boolean slept) implements Truncate {}

    /** t6: before it looks at the page. */
    record Test(PageId busy, boolean slept) implements Truncate {}

    /** t7: before it drops the lock. */
    record Unlock(PageId busy) implements Truncate {}

    /** t8: asleep. */
    record Asleep(PageId busy) implements Truncate, Sleeper {
        @Override
        public Option<PageId> awaits() {
            return Option.some(busy);
        }
    }

    /** t9: before it takes the lock again. */
    record Relock(PageId busy) implements Truncate {}

    /** t4r: before it looks at the page for a second time. */
    record LookAgain(PageId busy) implements Truncate {}

    /** t10: before the entry here is deleted. */
    record Delete(Index at) implements Truncate {}

    /** t11: before the blocks are free. */
    record FreeBlocks() implements Truncate {}

    /** t12: before the locks are dropped. */
    record Release() implements Truncate {}
}
