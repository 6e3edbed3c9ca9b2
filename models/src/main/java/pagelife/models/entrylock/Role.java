package pagelife.models.entrylock;

/** What somebody wants with an entry. */
enum Role {
    /** A page fault: locks it, makes one where there is none. */
    FAULT("fault", "f", "grab_mapping_entry"),
    /** Writeback: locks it, if it is still there. */
    WRITEBACK("writeback", "w", "dax_writeback_one"),
    /** An invalidation: deletes it. */
    INVALIDATE("invalidate", "i", "__dax_invalidate_entry"),
    /** A scan for busy pages: looks at it. */
    SCAN("scan", "t", "dax_layout_busy_page_range"),
    /** A memory failure: locks it, having waited beside the queue of the exclusive. */
    MEMORY_FAILURE("memory-failure", "m", "dax_lock_page");

    private final String task;
    private final String prefix;
    private final String function;

    Role(String task, String prefix, String function) {
        this.task = task;
        this.prefix = prefix;
        this.function = function;
    }

    String task() {
        return task;
    }

    String prefix() {
        return prefix;
    }

    String function() {
        return function;
    }

    /** Whether a wake of one may stop at it. */
    boolean isExclusive() {
        return this != MEMORY_FAILURE;
    }

    /** Whether it holds the lock over several steps. */
    boolean locks() {
        return this == FAULT || this == WRITEBACK || this == MEMORY_FAILURE;
    }
}
