package pagelife.models.entrylock;

/** What somebody wants with an entry. */
enum Role {
    /** A page fault: locks it, makes one where there is none. */
    FAULT("fault", "a page fault: locks the entry, makes one where there is none", "f", "grab_mapping_entry"),
    /** Writeback: locks it, if it is still there. */
    WRITEBACK("writeback", "writeback: locks the entry, if it is still there", "w", "dax_writeback_one"),
    /** An invalidation: deletes it. */
    INVALIDATE("invalidate", "invalidation: deletes the entry", "i", "__dax_invalidate_entry"),
    /** A scan for busy pages: looks at it. */
    SCAN("scan", "a scan for busy pages: looks at the entry", "t", "dax_layout_busy_page_range"),
    /** A memory failure: locks it, having waited beside the queue of the exclusive. */
    MEMORY_FAILURE(
            "memory-failure", "memory failure: locks the entry, after a non-exclusive wait", "m", "dax_lock_page");

    private final String operation;
    private final String summary;
    private final String prefix;
    private final String function;

    Role(String operation, String summary, String prefix, String function) {
        this.operation = operation;
        this.summary = summary;
        this.prefix = prefix;
        this.function = function;
    }

    /** The operation, and the name of a task that does only this. */
    String operation() {
        return operation;
    }

    /** What it does, in one line. */
    String summary() {
        return summary;
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
