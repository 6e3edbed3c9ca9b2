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

    /** A put that leaves a page without users does nothing more; such a page counts {@code unused}. */
    private static FreePath none(int unused) {
        return new FreePath(unused, 0, false, false, false, Callback.NONE, false, false);
    }

    private static FreePath migratable(Era era) {
        boolean fromZero = !era.isBefore(Era.V6_1);
        return none(fromZero ? 0 : 1)
                .runningWhenUnused()
                .uncharging(true)
                .clearing(era != Era.V5_3RC)
                .telling(Callback.PAGE_FREE)
                .puttingPagemap(fromZero);
    }

    private static FreePath fsdax(Era era) {
        boolean fromZero = !era.isBefore(Era.V7_2);
        return none(fromZero ? 0 : 1)
                .runningWhenUnused()
                .uncharging(era.isBefore(Era.V5_10) || fromZero)
                .clearing(era == Era.V4_18)
                .telling(Callback.WAKE);
    }

    /** Until 5.10 not dispatched; 6.1 warns and leaves the count at 0. */
    private static FreePath generic(Era era) {
        boolean resets = !era.isBefore(Era.V7_2);
        return era.isBefore(Era.V6_1)
                ? none(1)
                : none(1).runningAt(0).uncharging(resets).resettingCount(resets);
    }

    private static FreePath p2pdma(Era era) {
        boolean fromZero = !era.isBefore(Era.V7_2);
        return era.isBefore(Era.V6_12)
                ? none(1)
                : none(fromZero ? 0 : 1)
                        .runningAt(0)
                        .clearing(fromZero)
                        .telling(Callback.PAGE_FREE)
                        .resettingCount(!fromZero)
                        .puttingPagemap(fromZero);
    }

    /** Whether the put that leaves {@code refs} is the one that frees. */
    boolean freesAt(int refs) {
        return runs && refs == trigger;
    }

    private FreePath runningWhenUnused() {
        return runningAt(unused);
    }

    private FreePath runningAt(int count) {
        return new FreePath(unused, count, true, uncharges, clearsMapping, callback, resetsCount, putsPagemap);
    }

    private FreePath uncharging(boolean uncharged) {
        return new FreePath(unused, trigger, runs, uncharged, clearsMapping, callback, resetsCount, putsPagemap);
    }

    private FreePath telling(Callback told) {
        return new FreePath(unused, trigger, runs, uncharges, clearsMapping, told, resetsCount, putsPagemap);
    }

    private FreePath puttingPagemap(boolean puts) {
        return new FreePath(unused, trigger, runs, uncharges, clearsMapping, callback, resetsCount, puts);
    }

    FreePath clearing(boolean clears) {
        return new FreePath(unused, trigger, runs, uncharges, clears, callback, resetsCount, putsPagemap);
    }

    FreePath resettingCount(boolean resets) {
        return new FreePath(unused, trigger, runs, uncharges, clearsMapping, callback, resets, putsPagemap);
    }

    /** Whom it is not about hears of it: the driver of a file's page, waiters of a driver's. */
    FreePath tellingOther() {
        return telling(callback == Callback.WAKE ? Callback.PAGE_FREE : Callback.WAKE);
    }

    FreePath withoutDispatch() {
        return new FreePath(unused, trigger, false, uncharges, clearsMapping, callback, resetsCount, putsPagemap);
    }
}
