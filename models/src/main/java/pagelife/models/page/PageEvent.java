package pagelife.models.page;

import io.vavr.collection.Seq;
import io.vavr.control.Option;
import pagelife.checker.model.Event;

/** What a step says about references and wake-ups. */
public sealed interface PageEvent extends Event {

    /** Something done to a count. A protocol may have such events of its own. */
    non-sealed interface OnCount extends PageEvent {
        /** What is counted. */
        Counted what();

        /** Its count before. */
        int before();

        /** Its count after. */
        int after();

        /** For whom. */
        Owner owner();

        /** How many references were taken; negative when they were dropped. A count that wraps does not tell. */
        default int change() {
            return after() - before();
        }

        /** Whether references were taken without a look at the count, by somebody who keeps nobody away. */
        default boolean isBlind() {
            return false;
        }

        /** Whether the count was set by a plain store, whatever came between; its owner holds as many afterwards. */
        default boolean isStore() {
            return false;
        }
    }

    /** Sleepers are woken, or would be if there were any. A protocol may have such events of its own. */
    non-sealed interface Waking extends PageEvent {
        /** What sleepers wait for: a page, an entry, or the name of a queue. */
        Object about();

        /** The key that it names: only who listens to it is woken. */
        WaitKey key();

        /** Whom it woke. */
        Seq<TaskId> woken();

        /** The wake-ups among what a step told. */
        static Seq<Waking> in(Seq<Event> events) {
            return events.filter(Waking.class::isInstance).map(Waking.class::cast);
        }
    }

    /**
     * What a recording of a kernel shows beside counts and wake-ups: where a probe can be set, and what it would say.
     * Cells that changed, or what the step saw, say the same.
     */
    sealed interface Recorded extends PageEvent {
        @Override
        default boolean isListed() {
            return false;
        }
    }

    /** A page-table entry was set: {@code insert_pfn}, {@code insert_page}. */
    record PteSet(PteAt at, PageId page) implements Recorded {
        @Override
        public String toString() {
            return "set PTE " + at + ": " + page;
        }
    }

    /** A page-table entry was cleared: {@code zap_pte_range}. */
    record PteCleared(PteAt at, PageId page) implements Recorded {
        @Override
        public String toString() {
            return "clear PTE " + at + ": " + page;
        }
    }

    /**
     * A DAX entry was deleted, and its page taken from the file: {@code dax_delete_mapping_entry}.
     *
     * @param page empty where it was the zero page
     */
    record EntryDeleted(EntryAt entry, Option<PageId> page) implements Recorded {
        @Override
        public String toString() {
            return "delete entry " + entry + page.map(of -> ": " + of).getOrElse("");
        }
    }

    /** Blocks of a file were freed: {@code ext4_free_blocks}. */
    record BlocksFreed(FileId file, Seq<PageId> pages) implements Recorded {
        @Override
        public String toString() {
            return "free blocks of " + file + ": " + pages.mkString(", ");
        }
    }

    /**
     * A look for busy pages has ended: {@code dax_layout_busy_page_range}.
     *
     * @param busy the page that it found; empty where it found none
     */
    record Scanned(FileId file, Option<PageId> busy) implements Recorded {
        @Override
        public String toString() {
            return "busy page of " + file + ": " + busy.map(PageId::toString).getOrElse("none");
        }
    }

    /** Something done to the count of a page. */
    interface OnPage extends OnCount {
        /** The page. */
        PageId page();

        @Override
        default Counted what() {
            return page();
        }
    }

    /**
     * References were taken.
     *
     * @param how whether the count was looked at
     */
    record Get(PageId page, int amount, int before, int after, Owner owner, How how) implements OnPage {
        @Override
        public int change() {
            return amount;
        }

        @Override
        public boolean isBlind() {
            return how == How.UNCONDITIONALLY;
        }

        @Override
        public String toString() {
            return "get " + page + " +" + amount + ": " + before + " -> " + after + " for " + owner;
        }
    }

    /** A get that looked at the count and did not take a reference. */
    record Refused(PageId page, int before, Owner owner) implements OnPage {
        @Override
        public Option<String> remark() {
            return Option.some("refs " + before + ": not taken");
        }

        @Override
        public int after() {
            return before;
        }

        @Override
        public String toString() {
            return "no get of " + page + ": " + before + " for " + owner;
        }
    }

    /** References were dropped. */
    record Put(PageId page, int amount, int before, int after, Owner owner) implements OnPage {
        @Override
        public int change() {
            return -amount;
        }

        @Override
        public String toString() {
            return "put " + page + " -" + amount + ": " + before + " -> " + after + " of " + owner;
        }
    }

    /** The count was set by a plain store, by somebody who holds as many afterwards. */
    record Stored(PageId page, int before, int after, Owner owner) implements OnPage {
        @Override
        public boolean isStore() {
            return true;
        }

        @Override
        public String toString() {
            return "set count of " + page + ": " + before + " -> " + after + " by " + owner;
        }
    }

    /** References went from one owner to another; the count stays. */
    record Passed(Counted what, int amount, Owner from, Owner to) implements PageEvent {
        @Override
        public String toString() {
            return from + " passes " + amount + " of " + what + " on to " + to;
        }
    }

    /** The last reference was dropped: {@code free_zone_device_folio}. */
    record Freed(PageId page) implements PageEvent {
        @Override
        public Option<String> remark() {
            return Option.some(page + " is freed");
        }

        @Override
        public String toString() {
            return "free " + page;
        }
    }

    /**
     * A wake-up of a key, and whom it woke.
     *
     * @param about what sleepers wait for: a page, or the name of a queue
     */
    record Wake(Object about, WaitKey key, Seq<TaskId> woken) implements Waking {
        @Override
        public Option<String> remark() {
            return Option.some("wakes " + names(woken));
        }

        @Override
        public String toString() {
            return "wake " + about + ": " + names(woken);
        }
    }

    /** A wake-up of the waiters for a DAX entry, and whom it woke. */
    record WakeEntry(EntryAt entry, Seq<TaskId> woken) implements Waking {
        @Override
        public Object about() {
            return entry;
        }

        @Override
        public WaitKey key() {
            return WaitKey.ENTRY;
        }

        @Override
        public Option<String> remark() {
            return Option.some("wakes " + names(woken));
        }

        @Override
        public String toString() {
            return "wake entry " + entry + ": " + names(woken);
        }
    }

    /**
     * References of something other than a page were taken or dropped.
     *
     * @param change how many were taken; negative when they were dropped
     * @param how whether the count was looked at
     */
    record Count(Counted what, int change, int before, int after, Owner owner, How how) implements OnCount {
        @Override
        public boolean isBlind() {
            return change > 0 && how == How.UNCONDITIONALLY;
        }

        @Override
        public String toString() {
            return (change > 0 ? "get " : "put ") + what + ": " + before + " -> " + after + " for " + owner;
        }
    }

    /** How a reference is taken. */
    enum How {
        /** {@code folio_ref_inc}, {@code get_page}: whatever the count is. */
        UNCONDITIONALLY,
        /**
         * As that, from 0 if need be: by somebody who keeps all others away, as a fault does that holds the entry lock.
         */
        LICENSED,
        /** {@code folio_try_get}, and gets that test the count under the page-table lock. */
        UNLESS_ZERO
    }

    private static String names(Seq<TaskId> woken) {
        return woken.isEmpty() ? "nobody" : woken.mkString(", ");
    }
}
