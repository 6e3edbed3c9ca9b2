package pagelife.models.layouts;

import java.util.Locale;
import pagelife.models.Choices;
import pagelife.models.page.WaitKey;

/**
 * How this variant breaks layouts.
 *
 * @param counted whether entries of page tables hold references, so that an unused page counts 0
 * @param busyCheck whether truncate looks for busy pages at all
 * @param lockedEntry what the scan does with a locked DAX entry
 * @param mappedShortcut whether a file that no VMA maps is taken for idle
 * @param retry when truncate looks at all pages again after one was busy
 * @param wholeRange whether truncate unmaps and scans the whole range, or its first page
 * @param freesFirst whether the blocks are free before the entries are deleted
 * @param evictionWaits whether eviction waits for busy pages
 * @param unpinPuts how many references the end of a pin drops
 * @param putsWake whether a put that leaves a page unused wakes who waits for it
 */
public record Rules(
        boolean counted,
        boolean busyCheck,
        LockedEntry lockedEntry,
        boolean mappedShortcut,
        Retry retry,
        boolean wholeRange,
        boolean freesFirst,
        boolean evictionWaits,
        int unpinPuts,
        boolean putsWake) {

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
        IFSLEPT,
        /** Only if the page is still busy at a second look; there is no sleep here. */
        IFSTILLBUSY
    }

    static Rules of(Choices rules) {
        return new Rules(
                rules.on("pteHoldsReference"),
                rules.on("busyCheck"),
                LockedEntry.valueOf(rules.get("lockedEntry").toUpperCase(Locale.ROOT)),
                rules.on("mappedShortcut"),
                Retry.valueOf(rules.get("retry").toUpperCase(Locale.ROOT)),
                rules.get("range").equals("whole"),
                rules.get("freesBlocks").equals("first"),
                rules.on("evictionWaits"),
                rules.get("unpinPuts").equals("twice") ? 2 : 1,
                rules.on("putsWake"));
    }

    /** The count of a page that nobody uses. */
    public int idle() {
        return counted ? 0 : 1;
    }

    WaitKey key() {
        return counted ? WaitKey.FOLIO : WaitKey.REFCOUNT;
    }

    String version() {
        return counted ? "7.2" : "6.1";
    }
}
