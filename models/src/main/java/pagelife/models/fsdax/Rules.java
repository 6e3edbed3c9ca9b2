package pagelife.models.fsdax;

import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.util.Locale;
import pagelife.models.Settings;

/**
 * What this variant of FS-DAX does.
 *
 * @param values a value for every rule
 */
public record Rules(LinkedHashMap<Rule, String> values) {
    /** Added to a count by FOLL_PIN: {@code GUP_PIN_COUNTING_BIAS}. */
    public static final int PIN_BIAS = 1024;

    /** The usual value of every rule but those that {@code settings} sets. Every name there must be a rule's. */
    public static Rules of(Settings settings) {
        LinkedHashMap<Rule, String> values = LinkedHashMap.empty();
        for (Rule rule : Rule.values()) {
            values = values.put(rule, Named.value(rule.setting(), settings));
        }
        Named.refuseUnknown("rule", Vector.of(Rule.values()).map(Rule::setting), settings);
        return new Rules(values);
    }

    /** Refuses what means nothing. */
    public Rules {
        String tie = values.get(Rule.PAGEMAP_WAITS_FOR).get();
        int idle = idle(values);
        if (idle == 0 && tie.equals("bases") || idle == 1 && tie.equals("pages")) {
            throw new IllegalArgumentException("pagemapWaitsFor=" + tie + " where an unused page counts " + idle
                    + " means nothing: bases are for counts that start at 1, pages for counts that start at 0; change"
                    + " pagemapWaitsFor, pteHoldsReference or idleCount");
        }
    }

    private static int idle(LinkedHashMap<Rule, String> values) {
        String count = values.get(Rule.IDLE_COUNT).get();
        boolean counted = values.get(Rule.PTE_HOLDS_REFERENCE).contains("on");
        return count.equals("usual") ? counted ? 0 : 1 : Integer.parseInt(count);
    }

    private boolean on(Rule rule) {
        return values.get(rule).contains("on");
    }

    /** Whether a PTE holds a reference on its page. */
    public boolean pteHoldsReference() {
        return on(Rule.PTE_HOLDS_REFERENCE);
    }

    /** The count of a page that nobody uses. */
    public int idle() {
        return idle(values);
    }

    /** What the pagemap waits for. */
    public PagemapTie pagemapWaitsFor() {
        return PagemapTie.valueOf(values.get(Rule.PAGEMAP_WAITS_FOR).get().toUpperCase(Locale.ROOT));
    }

    /** Whether get_user_pages takes a pagemap reference while it grabs a page. */
    public boolean gupTakesPagemap() {
        return on(Rule.GUP_TAKES_PAGEMAP);
    }

    /** What get_user_pages adds to a count. */
    public int pinRefs() {
        return values.get(Rule.GUP_FLAG).contains("pin") ? PIN_BIAS : 1;
    }

    /** Whether removal unmaps the files first. */
    public boolean shootdown() {
        return on(Rule.SHOOTDOWN);
    }

    /** Whether the shootdown shuts the file system down before it unmaps its files. */
    public boolean shutsDownFirst() {
        return on(Rule.SHUTS_DOWN_FIRST);
    }

    /** How often the reference of a PTE that is cleared is put: once, in a kernel that is right. */
    public int zapPuts() {
        return Vector.of("never", "once", "twice")
                .indexOf(values.get(Rule.ZAP_PUTS).get());
    }

    /** Whether the shootdown also deletes the clean entries it finds. */
    public boolean shootdownInvalidates() {
        return on(Rule.SHOOTDOWN_INVALIDATES);
    }

    /** Whether a TLB flush waits for page-table walkers with interrupts off. */
    public boolean ipiFlush() {
        return on(Rule.IPI_FLUSH);
    }

    /** Whether the holder of a pin wakes when it lets go. */
    public boolean wakes(PinHolder holder) {
        return on(holder.rule());
    }

    /** The holders of pins that must be told apart: one, unless they differ in what they do at the end. */
    public Seq<PinHolder> pinHolders() {
        Vector<PinHolder> all = Vector.of(PinHolder.values());
        return all.forAll(holder -> wakes(holder) == wakes(all.head())) ? all.take(1) : all;
    }

    /** Whether the undo of GUP-fast wakes. */
    public boolean undoWakes() {
        return on(Rule.UNDO_WAKES);
    }

    /** Whether GUP-fast reads the PTE again. */
    public boolean recheckPte() {
        return on(Rule.RECHECK_PTE);
    }

    /** Whether GUP-fast leaves pages of count 0 alone. */
    public boolean grabUnlessZero() {
        return on(Rule.GRAB_UNLESS_ZERO);
    }

    /** Whether faults take the invalidate lock. */
    public boolean faultsTakeInvalidateLock() {
        return on(Rule.FAULTS_TAKE_INVALIDATE_LOCK);
    }

    /** Whether truncate looks for busy pages. */
    public boolean busyCheck() {
        return on(Rule.BUSY_CHECK);
    }

    /** Whether truncate takes a file that nobody maps for idle. */
    public boolean mappedShortcut() {
        return on(Rule.MAPPED_SHORTCUT);
    }

    /** Whether the busy scan passes over locked entries. */
    public boolean skipLockedEntry() {
        return on(Rule.SKIP_LOCKED_ENTRY);
    }

    /** Whether a waiter takes {@code refs} for the count of an idle page. */
    public boolean looksIdle(int refs) {
        return values.get(Rule.IDLE_TEST).contains("exact") ? refs == idle() : refs <= idle();
    }

    /** The ways in which a program may touch its mapping. Only a freeze tells them apart. */
    public Seq<Access> accesses() {
        return shootdown() && !on(Rule.WRITE_FAULTS_ONLY) ? Vector.of(Access.values()) : Vector.of(Access.WRITE);
    }
}
