package pagelife.models.migrate;

import pagelife.models.Choices;
import pagelife.models.Chosen;
import pagelife.models.Rule;
import pagelife.models.page.PageId;
import pagelife.models.page.Pte;

/** What a variant of migration to a device does. */
public final class Rules extends Chosen {
    public static final Rule<Entry> ENTRY =
            Rule.of("entry", "the kind of entry that refers to a device page", Entry.NORMAL);
    public static final Rule<Boolean> DRIVER_PUTS =
            Rule.flag("driverPuts", "the driver puts the page when it is unmapped", false);
    public static final Rule<FaultHolds> FAULT_HOLDS = Rule.of(
            "faultHolds",
            "what a CPU fault holds of a private page while it calls the driver",
            FaultHolds.LOCK_OR_SLEEP);
    public static final Rule<Boolean> REMOVAL_WAITS =
            Rule.flag("removalWaits", "the unloading of the driver waits for whoever holds the pagemap", true);
    public static final Rule<Boolean> SPARE_REFERENCE =
            Rule.flag("spareReference", "the check of the count accepts one reference too many", true);

    /** What refers to a device page. */
    public enum Entry {
        /** An entry that is counted. */
        NORMAL,
        /** An entry that {@code vm_normal_page} does not see. */
        DEVMAP,
        /** A swap entry: counted, not present. */
        PRIVATE
    }

    /** What a CPU fault holds of the page while it calls the driver. */
    public enum FaultHolds {
        /** Nothing. */
        NOTHING,
        /** A reference. */
        REFERENCE,
        /** The page lock, and then a reference; who does not get the lock tries again at once. */
        LOCK,
        /** As {@link #LOCK}; who does not get the lock sleeps until it is free. */
        LOCK_OR_SLEEP;

        /** Whether it holds the page lock. */
        boolean locks() {
            return this == LOCK || this == LOCK_OR_SLEEP;
        }
    }

    Rules(Choices chosen) {
        super(chosen);
    }

    /** The entry that refers to a device page. */
    Pte entry(PageId page) {
        return switch (get(ENTRY)) {
            case NORMAL -> Pte.normal(page);
            case DEVMAP -> Pte.devmap(page);
            case PRIVATE -> Pte.devicePrivate(page);
        };
    }

    /** Whether programs see device pages as any other, and so can pin them. */
    public boolean canPin() {
        return get(ENTRY) == Entry.NORMAL;
    }

    /** Whether the CPU faults on device pages. */
    boolean faults() {
        return get(ENTRY) == Entry.PRIVATE;
    }

    FaultHolds fault() {
        return get(FAULT_HOLDS);
    }
}
