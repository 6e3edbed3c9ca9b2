package pagelife.models.pagefree;

import pagelife.models.page.WaitKey;

/** The versions of the free path that differ. */
public enum Era {
    /** Until 2fa147bdbf67: mapping is cleared for every managed type. */
    V4_18("4.18"),
    /** From 2fa147bdbf67 on: cleared in the free callback of HMM. */
    V4_19("4.19"),
    /** From b7a523109fb5 on: not cleared at all. */
    V5_3RC("5.3-rc"),
    /** From 7ab0ad0e74f8 on: cleared in the put path, for private pages. */
    V5_4("5.4"),
    /** From the refactoring of seed 002 on: FS-DAX pages only wake. */
    V5_10("5.10"),
    /** From 27674ef6c73f and ef233450898f on: pages without users count 0, FS-DAX apart. */
    V6_1("6.1"),
    /** From the free callback of P2PDMA on. */
    V6_12("6.12"),
    /** From 38607c62b34b and b7e282378773 on: FS-DAX and P2PDMA count from 0. */
    V7_2("7.2");

    private final String version;

    Era(String version) {
        this.version = version;
    }

    /** The version, as the rule says it. */
    public String version() {
        return version;
    }

    /** The function that frees a device page. */
    String freeFunction() {
        if (isBefore(V5_10)) {
            return "__put_devmap_managed_page";
        }
        if (isBefore(V6_1)) {
            return "free_devmap_managed_page";
        }
        return isBefore(V6_12) ? "free_zone_device_page" : "free_zone_device_folio";
    }

    /** What waiters for a page wait on. */
    WaitKey waitKey() {
        return isBefore(V7_2) ? WaitKey.REFCOUNT : WaitKey.FOLIO;
    }

    boolean isBefore(Era other) {
        return compareTo(other) < 0;
    }
}
