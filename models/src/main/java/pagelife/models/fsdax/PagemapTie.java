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
    PAGES
}
