package pagelife.models.fsdax;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import pagelife.checker.model.Control;
import pagelife.models.page.Held;
import pagelife.models.page.Holder;
import pagelife.models.page.Index;
import pagelife.models.page.PageId;
import pagelife.models.page.PteAt;
import pagelife.models.page.Sleeper;
import pagelife.models.page.TlbFlush;

/**
 * Where a truncate or hole punch is. It holds the invalidate lock exclusively from {@link Unmap} on, but for
 * {@link Asleep} and {@link Relock}.
 */
public sealed interface Truncate extends Control {
    /** Whether every page of the range was found idle in the present hold of the lock. */
    enum Scanned {
        /** Every one. */
        ALL,
        /** Some were not looked at. */
        NOT_ALL
    }

    /** t1: before the lock. */
    record Begin() implements Truncate {}

    /** t2, only with {@code mappedShortcut}: before asking whether anybody maps the file. */
    record AskMapped() implements Truncate {}

    /** t3: before the PTE at {@code next} is cleared. */
    record Unmap(PteAt next) implements Truncate {}

    /** t3f, only when a flush must wait: the PTE is cleared. */
    record Flush(PteAt cleared, TlbFlush flush, Vector<PageId> put) implements Truncate, Holder {
        @Override
        public Seq<Held> held() {
            return put.map(page -> Held.shortly(page, 1));
        }
    }

    /** t4: before the page of the entry at {@code next} is looked at. */
    record Scan(Index next, Scanned scanned) implements Truncate {}

    /** t4w: asleep until the entry is unlocked. */
    record AwaitScan(Index next, Scanned scanned) implements Truncate, Sleeper {}

    /** t5: before the task queues for the busy page. */
    record Enqueue(PageId busy) implements Truncate {}

    /** t6: queued, before the count is tested. */
    record Test(PageId busy) implements Truncate {}

    /** t7: queued, before the lock is dropped. */
    record Unlock(PageId busy) implements Truncate {}

    /** t8: asleep, unless it was woken and not noticed yet. */
    record Asleep(PageId busy) implements Truncate, Sleeper {
        @Override
        public Option<PageId> awaits() {
            return Option.some(busy);
        }
    }

    /** t9: before the lock is taken again. */
    record Relock(PageId busy) implements Truncate {}

    /** t10: before the entry at {@code next} is deleted. */
    record Delete(Index next, Scanned scanned) implements Truncate {}

    /** t10w: asleep until the entry is unlocked. */
    record AwaitDelete(Index next, Scanned scanned) implements Truncate, Sleeper {}

    /** t11: before the blocks are freed. */
    record FreeBlocks(Scanned scanned) implements Truncate {}

    /** t12: before the lock is dropped. */
    record Release() implements Truncate {}
}
