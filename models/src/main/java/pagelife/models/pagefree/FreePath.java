package pagelife.models.pagefree;

import io.vavr.collection.Set;
import io.vavr.collection.TreeSet;
import io.vavr.control.Option;

/**
 * What a put does that leaves a page without users: {@code __put_devmap_managed_page} (5.4), {@code
 * free_devmap_managed_page} (5.10), {@code free_zone_device_page} (6.1), {@code free_zone_device_folio} (7.2).
 *
 * @param unused the count of a page without users
 * @param trigger the count at which a put frees; empty where a put does not look at that at all
 * @param does what it does then
 */
public record FreePath(int unused, Option<Integer> trigger, Set<Does> does) {
    /** What may be done to a page without users. */
    public enum Does {
        /** It is taken off its memory cgroup. */
        UNCHARGES,
        /** {@code page->mapping} is set to NULL. */
        CLEARS_MAPPING,
        /** Who waits for the page is told: {@code wake_up_var}. */
        WAKES,
        /** The driver is told: {@code page_free}, the page is its again. */
        TELLS_DRIVER,
        /** A count of 0 is set back to 1. */
        RESETS_COUNT,
        /** The page lets go of the pagemap. */
        PUTS_PAGEMAP
    }

    /** The free path of a type of pages in an era. */
    public static FreePath of(Era era, PageType type) {
        return switch (type) {
            case PRIVATE, COHERENT -> migratable(era);
            case FSDAX -> fsdax(era);
            case GENERIC -> generic(era);
            case P2PDMA -> p2pdma(era);
        };
    }

    /** A put that leaves a page without users does nothing more; such a page counts {@code unused}. */
    private static FreePath none(int unused) {
        return new FreePath(unused, Option.none(), TreeSet.empty());
    }

    private static FreePath migratable(Era era) {
        int unused = era.isBefore(Era.V6_1) ? 1 : 0;
        return none(unused)
                .at(unused, Does.UNCHARGES, Does.TELLS_DRIVER)
                .with(Does.CLEARS_MAPPING, era != Era.V5_3RC)
                .with(Does.PUTS_PAGEMAP, unused == 0);
    }

    private static FreePath fsdax(Era era) {
        int unused = era.isBefore(Era.V7_2) ? 1 : 0;
        return none(unused)
                .at(unused, Does.WAKES)
                .with(Does.UNCHARGES, era.isBefore(Era.V5_10) || unused == 0)
                .with(Does.CLEARS_MAPPING, era == Era.V4_18);
    }

    /** Until 5.10 not dispatched; 6.1 warns and leaves the count at 0. */
    private static FreePath generic(Era era) {
        if (era.isBefore(Era.V6_1)) {
            return none(1);
        }
        return era.isBefore(Era.V7_2) ? none(1).at(0) : none(1).at(0, Does.UNCHARGES, Does.RESETS_COUNT);
    }

    private static FreePath p2pdma(Era era) {
        if (era.isBefore(Era.V6_12)) {
            return none(1);
        }
        return era.isBefore(Era.V7_2)
                ? none(1).at(0, Does.TELLS_DRIVER, Does.RESETS_COUNT)
                : none(0).at(0, Does.TELLS_DRIVER, Does.CLEARS_MAPPING, Does.PUTS_PAGEMAP);
    }

    /** Whether the put that leaves {@code refs} is the one that frees. */
    boolean freesAt(int refs) {
        return trigger.contains(refs);
    }

    /** Whether a free does that. */
    public boolean does(Does what) {
        return does.contains(what);
    }

    private FreePath at(int count, Does... what) {
        return new FreePath(unused, Option.some(count), TreeSet.of(what));
    }

    FreePath with(Does what, boolean done) {
        return new FreePath(unused, trigger, done ? does.add(what) : does.remove(what));
    }

    /** Whom it is not about hears of it: the driver of a file's page, waiters of a driver's. */
    FreePath tellingOther() {
        boolean wakes = does(Does.WAKES);
        return with(Does.WAKES, !wakes).with(Does.TELLS_DRIVER, wakes);
    }

    FreePath withoutDispatch() {
        return new FreePath(unused, Option.none(), does);
    }
}
