package pagelife.models.pagefree;

/**
 * What a put does that leaves a page without users: {@code __put_devmap_managed_page} (5.4), {@code
 * free_devmap_managed_page} (5.10), {@code free_zone_device_page} (6.1), {@code free_zone_device_folio} (7.2).
 *
 * @param unused the count of a page without users
 * @param trigger the count at which a put frees
 * @param runs whether a put looks at that at all
 * @param uncharges whether the page is taken off its memory cgroup
 * @param clearsMapping whether {@code page->mapping} is set to NULL
 * @param callback whom it tells
 * @param resetsCount whether a count of 0 is set back to 1
 * @param putsPagemap whether the page lets go of the pagemap
 */
public record FreePath(
        int unused,
        int trigger,
        boolean runs,
        boolean uncharges,
        boolean clearsMapping,
        Callback callback,
        boolean resetsCount,
        boolean putsPagemap) {

    /** Whom a free tells. */
    public enum Callback {
        /** Who waits for the page: {@code wake_up_var}. */
        WAKE,
        /** The driver: {@code page_free}, the page is its again. */
        PAGE_FREE,
        /** Nobody. */
        NONE
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

    private static FreePath migratable(Era era) {
        boolean fromZero = !era.isBefore(Era.V6_1);
        int unused = fromZero ? 0 : 1;
        return new FreePath(unused, unused, true, true, era != Era.V5_3RC, Callback.PAGE_FREE, false, fromZero);
    }

    private static FreePath fsdax(Era era) {
        boolean fromZero = !era.isBefore(Era.V7_2);
        int unused = fromZero ? 0 : 1;
        boolean uncharges = era.isBefore(Era.V5_10) || fromZero;
        return new FreePath(unused, unused, true, uncharges, era == Era.V4_18, Callback.WAKE, false, false);
    }

    /** Until 5.10 not dispatched; 6.1 warns and leaves the count at 0. */
    private static FreePath generic(Era era) {
        boolean resets = !era.isBefore(Era.V7_2);
        return new FreePath(1, 0, !era.isBefore(Era.V6_1), resets, false, Callback.NONE, resets, false);
    }

    private static FreePath p2pdma(Era era) {
        boolean fromZero = !era.isBefore(Era.V7_2);
        boolean frees = !era.isBefore(Era.V6_12);
        return new FreePath(
                fromZero ? 0 : 1,
                0,
                frees,
                false,
                fromZero,
                frees ? Callback.PAGE_FREE : Callback.NONE,
                era == Era.V6_12,
                fromZero);
    }

    /** Whether the put that leaves {@code refs} is the one that frees. */
    boolean freesAt(int refs) {
        return runs && refs == trigger;
    }

    FreePath clearing(boolean clears) {
        return new FreePath(unused, trigger, runs, uncharges, clears, callback, resetsCount, putsPagemap);
    }

    /** Whom it is not about hears of it: the driver of a file's page, waiters of a driver's. */
    FreePath tellingOther() {
        Callback other = callback == Callback.WAKE ? Callback.PAGE_FREE : Callback.WAKE;
        return new FreePath(unused, trigger, runs, uncharges, clearsMapping, other, resetsCount, putsPagemap);
    }

    FreePath withoutReset() {
        return new FreePath(unused, trigger, runs, uncharges, clearsMapping, callback, false, putsPagemap);
    }

    FreePath withoutDispatch() {
        return new FreePath(unused, trigger, false, uncharges, clearsMapping, callback, resetsCount, putsPagemap);
    }
}
