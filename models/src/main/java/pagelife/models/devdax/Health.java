package pagelife.models.devdax;

/** Whether the memory behind a page is good. */
public enum Health {
    /** It is. */
    SOUND,
    /** It is not: {@code PG_hwpoison}, set on the head of a compound page. */
    POISONED
}
