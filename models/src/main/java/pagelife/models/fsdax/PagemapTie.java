package pagelife.models.fsdax;

/** What a pagemap waits for when it is removed, beside those who are just looking at it. */
public enum PagemapTie {
    /** Nothing: its own references, one per page, are put in bulk without a look at any page. From 5.18 on. */
    NOTHING,
    /**
     * Every page's base reference: put page by page, and a page whose count reaches 0 lets go of the pagemap. To 5.17.
     */
    BASES,
    /** Every DAX entry that stands for a page. The 2022 series, first version. */
    ENTRIES,
    /** Every page whose count is not 0. The 2022 series, second version. */
    PAGES;

    /** Whether removal puts each page's base reference. */
    public boolean putsBases() {
        return this == BASES;
    }

    /** Whether removal puts in bulk what the pagemap holds of itself, so that no page keeps it. */
    public boolean putsInBulk() {
        return this == NOTHING || this == ENTRIES;
    }

    /** Whether a page keeps the pagemap as long as its count is not 0. */
    public boolean isKeptByPages() {
        return !putsInBulk();
    }

    /** Whether a page takes the pagemap when it comes into use: those that count from 1 have it from the beginning. */
    public boolean isTakenByPages() {
        return this == PAGES;
    }

    /** Whether a DAX entry keeps the pagemap as long as it stands for a page. */
    public boolean isKeptByEntries() {
        return this == ENTRIES;
    }
}
