package pagelife.models.fsdax;

import io.vavr.collection.Vector;
import pagelife.models.Setting;

/** What may differ between variants of FS-DAX. The usual value comes first. */
public enum Rule {
    /** Whether a PTE holds a reference on its page. */
    PTE_HOLDS_REFERENCE("pteHoldsReference", "a PTE holds a reference", "off on"),
    /** The count of a page that nobody uses. */
    IDLE_COUNT(
            "idleCount", "the count of an unused page; usually 0 where a PTE holds a reference, else 1", "usual 0 1"),
    /** What becomes of the reference of a PTE that is cleared. */
    ZAP_PUTS("zapPuts", "how often the reference of a PTE that is cleared is put", "once never twice"),
    /** What the pagemap waits for when it is removed, beside those who are just looking at it. */
    PAGEMAP_WAITS_FOR(
            "pagemapWaitsFor",
            "what keeps the pagemap: nothing, each page's base reference, a DAX entry, a page in use",
            "nothing bases entries pages"),
    /** Whether get_user_pages takes a pagemap reference while it grabs a page. */
    GUP_TAKES_PAGEMAP("gupTakesPagemap", "GUP holds the pagemap while it grabs a page", "on off"),
    /** What get_user_pages adds to a count. */
    GUP_FLAG("gupFlag", "get adds 1; pin adds 1024, the fast path in two steps", "get pin"),
    /** Whether removal unmaps the files first. */
    SHOOTDOWN("shootdown", "removal first freezes the file system, unmaps its files, shuts it down", "off on"),
    /** Whether the shootdown also deletes the clean entries it finds. */
    SHOOTDOWN_INVALIDATES("shootdownInvalidates", "the shootdown deletes the DAX entries it unmapped", "off on"),
    /** Whether the shootdown shuts the file system down before it unmaps its files. */
    SHUTS_DOWN_FIRST("shutsDownFirst", "the shootdown shuts the file system down before it unmaps", "off on"),
    /** Whether a TLB flush waits for page-table walkers with interrupts off. */
    IPI_FLUSH("ipiFlush", "a TLB flush waits for CPUs that walk page tables with interrupts off", "off on"),
    /** Whether unpin_user_page wakes. */
    UNPIN_WAKES("unpinWakes", "unpin_user_page wakes who waits for the page", "on off"),
    /** Whether the put of a pipe's page wakes. */
    PUT_PAGE_WAKES("putPageWakes", "put_page (vmsplice, pipes) wakes who waits for the page", "on off"),
    /** Whether the end of direct I/O wakes. */
    DIRECT_IO_WAKES("directIoWakes", "the end of direct I/O wakes who waits for the page", "on off"),
    /** Whether the undo of GUP-fast wakes. */
    UNDO_WAKES("undoWakes", "GUP-fast wakes who waits for the page when it takes its grab back", "on off"),
    /** Whether GUP-fast reads the PTE again. */
    RECHECK_PTE("recheckPte", "GUP-fast reads the PTE again after its grab", "on off"),
    /** Whether GUP-fast leaves pages of count 0 alone. */
    GRAB_UNLESS_ZERO("grabUnlessZero", "GUP-fast grabs no page whose count is 0", "on off"),
    /** Whether truncate keeps faults out. */
    FAULTS_TAKE_INVALIDATE_LOCK(
            "faultsTakeInvalidateLock",
            "faults take the invalidate lock, which keeps them out of a truncate",
            "on off"),
    /** Whether truncate looks for busy pages. */
    BUSY_CHECK("busyCheck", "truncate looks for busy pages before it frees blocks", "on off"),
    /** Whether truncate takes a file that no VMA maps for idle. */
    MAPPED_SHORTCUT("mappedShortcut", "truncate takes a file that nobody maps for idle", "off on"),
    /** Whether the busy scan passes over locked entries. */
    SKIP_LOCKED_ENTRY("skipLockedEntry", "the scan for busy pages passes over locked entries", "off on"),
    /** How a waiter tests that the page is idle. */
    IDLE_TEST("idleTest", "the waiter wants exactly the idle count, or at most that", "exact atMost"),
    /** Whether programs only write. */
    WRITE_FAULTS_ONLY("writeFaultsOnly", "programs write to their mappings, and never just read", "off on");

    private final String label;
    private final String summary;
    private final String values;

    Rule(String label, String summary, String values) {
        this.label = label;
        this.summary = summary;
        this.values = values;
    }

    /** The rule as a setting: its name, what it decides, its values. */
    public Setting setting() {
        return new Setting(label, summary, Vector.of(values.split(" ")));
    }
}
