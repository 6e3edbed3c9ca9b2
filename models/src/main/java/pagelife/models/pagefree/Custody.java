package pagelife.models.pagefree;

/** Whose turn it is to use a page. */
public enum Custody {
    /** The driver's: it is on its free list. */
    FREE,
    /** The user's it was handed out to. */
    OUT,
    /** The driver's, as the tail of a larger folio. */
    TAIL
}
