package pagelife.models.migrate;

import java.util.Locale;
import pagelife.models.Choices;

/**
 * What this variant of migration to a device does.
 *
 * @param entry the kind of entry that refers to a device page
 * @param driverPuts whether the driver puts the page when it is unmapped
 * @param fault what a CPU fault on a device-private page does first
 * @param removalWaits whether the unloading of the driver waits for the pages that hold the pagemap
 * @param spare whether the check of a page's count accepts one reference more than it can explain
 */
public record Rules(Entry entry, boolean driverPuts, FaultHolds fault, boolean removalWaits, boolean spare) {
    /** What a CPU fault holds of the page while it calls the driver. */
    public enum FaultHolds {
        /** Nothing. */
        NOTHING,
        /** A reference. */
        REFERENCE,
        /** The page lock, and then a reference; who does not get the lock tries again at once. */
        LOCK,
        /** As {@link #LOCK}; who does not get the lock sleeps until it is free. */
        LOCKORSLEEP
    }

    static Rules of(Choices rules) {
        return new Rules(
                Entry.valueOf(rules.get("entry").toUpperCase(Locale.ROOT)),
                rules.on("driverPuts"),
                FaultHolds.valueOf(rules.get("faultHolds").toUpperCase(Locale.ROOT)),
                rules.on("removalWaits"),
                rules.on("spareReference"));
    }
}
