package pagelife.models.layouts;

import pagelife.models.Choices;
import pagelife.models.Chosen;
import pagelife.models.Rule;
import pagelife.models.page.WaitKey;

/** How a variant breaks layouts. */
public final class Rules extends Chosen {
    public static final Rule<Boolean> PTE_HOLDS_REFERENCE =
            Rule.flag("pteHoldsReference", "a PTE holds a reference; an unused page counts 0, not 1", false);
    public static final Rule<Boolean> BUSY_CHECK =
            Rule.flag("busyCheck", "truncate looks for busy pages before it frees blocks", true);
    public static final Rule<LockedEntry> LOCKED_ENTRY = Rule.of(
            "lockedEntry",
            "what the scan does with a locked entry: wait and look, pass over it, or wait and pass over it",
            LockedEntry.WAIT);
    public static final Rule<Boolean> MAPPED_SHORTCUT =
            Rule.flag("mappedShortcut", "truncate takes a file that no VMA maps for idle", false);
    public static final Rule<Retry> RETRY =
            Rule.of("retry", "when all pages are looked at again after one was busy", Retry.ALWAYS);
    public static final Rule<Range> RANGE =
            Rule.of("range", "what truncate unmaps and scans: the whole file, or its first page", Range.WHOLE);
    public static final Rule<Frees> FREES_BLOCKS =
            Rule.of("freesBlocks", "whether blocks are free before or after the entries are deleted", Frees.LAST);
    public static final Rule<Boolean> EVICTION_WAITS =
            Rule.flag("evictionWaits", "eviction waits for busy pages", true);
    public static final Rule<Puts> UNPIN_PUTS =
            Rule.of("unpinPuts", "how often the end of a pin puts its page", Puts.ONCE);
    public static final Rule<Boolean> PUTS_WAKE =
            Rule.flag("putsWake", "a put that leaves a page unused wakes its waiter", true);

    /** What a scan does with a locked entry. */
    public enum LockedEntry {
        /** It waits until it is unlocked, and looks at it. */
        WAIT,
        /** It goes on with the next one. */
        SKIP,
        /** It waits until it is unlocked, and goes on with the next one. */
        PAUSE
    }

    /** When all pages are looked at again after one was busy. */
    public enum Retry {
        /** Always. */
        ALWAYS,
        /** Only if it slept: the flag is set in the callback that sleeps. */
        IF_SLEPT,
        /** Only if the page is still busy at a second look; there is no sleep here. */
        IF_STILL_BUSY
    }

    /** What truncate unmaps and scans. */
    public enum Range {
        WHOLE,
        FIRST
    }

    /** When the blocks are freed, beside the deletion of the entries. */
    public enum Frees {
        LAST,
        FIRST
    }

    /** How often the end of a pin puts its page. */
    public enum Puts {
        ONCE,
        TWICE
    }

    Rules(Choices chosen) {
        super(chosen);
    }

    /** Whether entries of page tables hold references, so that an unused page counts 0. */
    boolean counted() {
        return is(PTE_HOLDS_REFERENCE);
    }

    LockedEntry lockedEntry() {
        return get(LOCKED_ENTRY);
    }

    Retry retry() {
        return get(RETRY);
    }

    /** Whether truncate sleeps for a busy page. */
    public boolean sleeps() {
        return is(BUSY_CHECK) && retry() != Retry.IF_STILL_BUSY;
    }

    /** Whether truncate unmaps and scans the whole range, not its first page only. */
    boolean wholeRange() {
        return get(RANGE) == Range.WHOLE;
    }

    /** Whether the blocks are free before the entries are deleted. */
    public boolean freesFirst() {
        return get(FREES_BLOCKS) == Frees.FIRST;
    }

    /** How many references the end of a pin drops. */
    int unpinPuts() {
        return get(UNPIN_PUTS) == Puts.TWICE ? 2 : 1;
    }

    /** The count of a page that nobody uses. */
    int idle() {
        return counted() ? 0 : 1;
    }

    WaitKey key() {
        return counted() ? WaitKey.FOLIO : WaitKey.REFCOUNT;
    }

    String version() {
        return counted() ? "7.2" : "6.1";
    }
}
