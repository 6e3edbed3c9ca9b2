package pagelife.models.fsdax;

import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import pagelife.models.Choices;
import pagelife.models.Chosen;
import pagelife.models.Rule;

/** What may differ between variants of FS-DAX, and what this variant does. */
public final class Rules extends Chosen {
    /** Added to a count by FOLL_PIN: {@code GUP_PIN_COUNTING_BIAS}. */
    public static final int PIN_BIAS = 1024;

    /** Whether a PTE holds a reference on its page. */
    public static final Rule<Boolean> PTE_HOLDS_REFERENCE =
            Rule.flag("pteHoldsReference", "a PTE holds a reference", false);
    /** The count of a page that nobody uses; empty for what goes with {@link #PTE_HOLDS_REFERENCE}. */
    public static final Rule<Option<Integer>> IDLE_COUNT = new Rule<>(
            "idleCount",
            "the count of an unused page; usually 0 where a PTE holds a reference, else 1",
            LinkedHashMap.of("usual", Option.none(), "0", Option.some(0), "1", Option.some(1)));
    /** How often the reference of a PTE that is cleared is put: once, in a kernel that is right. */
    public static final Rule<Integer> ZAP_PUTS = new Rule<>(
            "zapPuts",
            "how often the reference of a PTE that is cleared is put",
            LinkedHashMap.of("once", 1, "never", 0, "twice", 2));
    /** What the pagemap waits for when it is removed, beside those who are just looking at it. */
    public static final Rule<PagemapTie> PAGEMAP_WAITS_FOR = Rule.of(
            "pagemapWaitsFor",
            "what keeps the pagemap: nothing, each page's base reference, a DAX entry, a page in use",
            PagemapTie.NOTHING);
    /** Whether get_user_pages takes a pagemap reference while it grabs a page. */
    public static final Rule<Boolean> GUP_TAKES_PAGEMAP =
            Rule.flag("gupTakesPagemap", "GUP holds the pagemap while it grabs a page", true);
    /** What get_user_pages adds to a count. */
    public static final Rule<GupFlag> GUP_FLAG =
            Rule.of("gupFlag", "get adds 1; pin adds 1024, the fast path in two steps", GupFlag.GET);
    /** Whether removal unmaps the files first. */
    public static final Rule<Boolean> SHOOTDOWN =
            Rule.flag("shootdown", "removal first freezes the file system, unmaps its files, shuts it down", false);
    /** Whether the shootdown also deletes the clean entries it finds. */
    public static final Rule<Boolean> SHOOTDOWN_INVALIDATES =
            Rule.flag("shootdownInvalidates", "the shootdown deletes the DAX entries it unmapped", false);
    /** Whether the shootdown shuts the file system down before it unmaps its files. */
    public static final Rule<Boolean> SHUTS_DOWN_FIRST =
            Rule.flag("shutsDownFirst", "the shootdown shuts the file system down before it unmaps", false);
    /** Whether a TLB flush waits for page-table walkers with interrupts off. */
    public static final Rule<Boolean> IPI_FLUSH =
            Rule.flag("ipiFlush", "a TLB flush waits for CPUs that walk page tables with interrupts off", false);
    /** Whether unpin_user_page wakes. */
    public static final Rule<Boolean> UNPIN_WAKES =
            Rule.flag("unpinWakes", "unpin_user_page wakes the waiter for the page", true);
    /** Whether the put of a pipe's page wakes. */
    public static final Rule<Boolean> PUT_PAGE_WAKES =
            Rule.flag("putPageWakes", "put_page (vmsplice, pipes) wakes the waiter for the page", true);
    /** Whether the end of direct I/O wakes. */
    public static final Rule<Boolean> DIRECT_IO_WAKES =
            Rule.flag("directIoWakes", "the end of direct I/O wakes the waiter for the page", true);
    /** Whether the undo of GUP-fast wakes. */
    public static final Rule<Boolean> UNDO_WAKES =
            Rule.flag("undoWakes", "GUP-fast wakes the waiter for the page when it undoes its grab", true);
    /** Whether GUP-fast reads the PTE again. */
    public static final Rule<Boolean> RECHECK_PTE =
            Rule.flag("recheckPte", "GUP-fast reads the PTE again after its grab", true);
    /** Whether GUP-fast leaves pages of count 0 alone. */
    public static final Rule<Boolean> GRAB_UNLESS_ZERO =
            Rule.flag("grabUnlessZero", "GUP-fast grabs no page whose count is 0", true);
    /** Whether truncate keeps faults out. */
    public static final Rule<Boolean> FAULTS_TAKE_INVALIDATE_LOCK = Rule.flag(
            "faultsTakeInvalidateLock", "faults take the invalidate lock, which keeps them out of a truncate", true);
    /** Whether truncate looks for busy pages. */
    public static final Rule<Boolean> BUSY_CHECK =
            Rule.flag("busyCheck", "truncate looks for busy pages before it frees blocks", true);
    /** Whether truncate takes a file that no VMA maps for idle. */
    public static final Rule<Boolean> MAPPED_SHORTCUT =
            Rule.flag("mappedShortcut", "truncate takes a file that nobody maps for idle", false);
    /** Whether the busy scan passes over locked entries. */
    public static final Rule<Boolean> SKIP_LOCKED_ENTRY =
            Rule.flag("skipLockedEntry", "the scan for busy pages passes over locked entries", false);
    /** How a waiter tests that the page is idle. */
    public static final Rule<IdleTest> IDLE_TEST =
            Rule.of("idleTest", "the waiter wants exactly the idle count, or at most that", IdleTest.EXACT);
    /** Whether programs only write. */
    public static final Rule<Boolean> WRITE_FAULTS_ONLY =
            Rule.flag("writeFaultsOnly", "programs write to their mappings, and never just read", false);

    /** What get_user_pages is called with. */
    public enum GupFlag {
        /** FOLL_GET: adds 1. */
        GET,
        /** FOLL_PIN: adds {@link Rules#PIN_BIAS}. */
        PIN
    }

    /** How a waiter tests that a page is idle. */
    public enum IdleTest {
        /** Its count is that of an idle page. */
        EXACT,
        /** Its count is not more than that. */
        AT_MOST
    }

    /** The rules as chosen; refuses what means nothing. */
    Rules(Choices chosen) {
        super(chosen);
        PagemapTie tie = tie();
        if (idle() == 0 && tie.putsBases() || idle() == 1 && tie.isTakenByPages()) {
            throw new IllegalArgumentException("pagemapWaitsFor=" + Rule.text(tie) + " where an unused page counts "
                    + idle() + " means nothing: bases are for counts that start at 1, pages for counts that start at 0;"
                    + " change pagemapWaitsFor, pteHoldsReference or idleCount");
        }
    }

    /** The count of a page that nobody uses. */
    public int idle() {
        return get(IDLE_COUNT).getOrElse(() -> is(PTE_HOLDS_REFERENCE) ? 0 : 1);
    }

    /** What the pagemap waits for when it is removed. */
    public PagemapTie tie() {
        return get(PAGEMAP_WAITS_FOR);
    }

    /** What get_user_pages is called with, where its caller does not say. */
    Foll foll() {
        return get(GUP_FLAG) == GupFlag.PIN ? Foll.PIN : Foll.GET;
    }

    /** Whether the holder of a pin wakes when it lets go. */
    public boolean wakes(PinHolder holder) {
        return is(holder.wakes());
    }

    /** The holders of pins that must be told apart: one, unless they differ in what they do at the end. */
    public Seq<PinHolder> pinHolders() {
        Vector<PinHolder> all = Vector.of(PinHolder.values());
        return all.forAll(holder -> wakes(holder) == wakes(all.head())) ? all.take(1) : all;
    }

    /** Whether a waiter takes {@code refs} for the count of an idle page. */
    public boolean looksIdle(int refs) {
        return get(IDLE_TEST) == IdleTest.EXACT ? refs == idle() : refs <= idle();
    }

    /** The ways in which a program that just touches its mapping may do so. Only a freeze tells them apart. */
    Seq<Access> accesses() {
        return is(SHOOTDOWN) && !is(WRITE_FAULTS_ONLY) ? Vector.of(Access.values()) : Vector.of(Access.WRITE);
    }
}
