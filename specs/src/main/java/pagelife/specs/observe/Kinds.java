package pagelife.specs.observe;

import io.vavr.control.Option;
import pagelife.models.page.PageId;

/** The kinds of labels: what a recording of a kernel can say of a step. */
final class Kinds {
    /** References of a page were taken. */
    static final String GET = "get";
    /** References of a page were wanted, and not taken: its count was 0. */
    static final String REFUSED = "no get";
    /** References of a page were dropped. */
    static final String PUT = "put";
    /** A page was freed. */
    static final String FREED = "free";
    /** Who waits for a page was to be woken. */
    static final String WAKE = "wake_up_var";
    /** A task was woken. */
    static final String WAKING = "sched_waking";
    /** A page-table entry was to be set. */
    static final String INSERT = "insert";
    /** The zero page was mapped, where the file has a hole. */
    static final String LOAD_HOLE = "zero page";
    /** A pagemap was held, or not, before its page was grabbed. */
    static final String PAGEMAP = "get_dev_pagemap";
    /** A look for busy pages has ended. */
    static final String SCANNED = "busy page";
    /** A DAX entry was deleted. */
    static final String DELETE = "delete entry";
    /** A DAX entry of the zero page was deleted. */
    static final String DELETE_ZERO = "delete zero entry";
    /** Blocks were freed. */
    static final String FREE_BLOCKS = "free blocks";
    /** A device was declared dead. */
    static final String DEAD = "kill_dax";
    /** A pagemap was killed. */
    static final String KILL = "memunmap_pages";
    /** The memory map of a device was removed. */
    static final String REMOVE = "vmemmap_free";

    private Kinds() {}

    /** A change of a count by more than one is an event of its own, about the same page. */
    static String of(String kind, int refs) {
        return refs == 1 ? kind : kind + " " + refs;
    }

    /** What a look for busy pages has found: a page, or none. */
    static Object found(Option<PageId> busy) {
        return busy.isDefined() ? busy.get() : "none";
    }

    /** The kind of such an event. */
    static String plain(String event) {
        return event.startsWith(GET + " ") ? GET : event.startsWith(PUT + " ") ? PUT : event;
    }
}
