package pagelife.models.entrylock;

import pagelife.models.Rule;

/** What may differ between variants of the entry lock. */
final class Rules {
    /** Whom a wake reaches. */
    enum Reach {
        /** All who wait. */
        ALL,
        /** The next one. */
        ONE
    }

    /** Where a scan goes on. */
    enum Stride {
        /** Behind the entry that it has seen. */
        ENTRY,
        /** One page further. */
        PAGE
    }

    static final Rule<Reach> DELETION_WAKES =
            Rule.of("deletionWakes", "whom the deletion of an entry wakes", Reach.ALL);
    static final Rule<Boolean> LEAVER_WAKES =
            Rule.flag("leaverWakes", "a task that was woken and leaves the entry as it is wakes the next one", true);
    static final Rule<Stride> SCAN_GOES_BY = Rule.of(
            "scanGoesBy", "where a scan goes on: behind the entry it has seen, or one page further", Stride.ENTRY);

    private Rules() {}
}
