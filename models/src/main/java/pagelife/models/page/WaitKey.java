package pagelife.models.page;

/** What a wake-up names. A waiter is woken by its own key only, though others sleep in the same queue. */
public enum WaitKey {
    /** {@code &page->_refcount}: who waits for a page to become idle, until 6.14. */
    REFCOUNT,
    /** {@code page}: who waits for a folio to become free, from 6.15 on. */
    FOLIO,
    /** A mapping and an index: who waits for a DAX entry to be unlocked. */
    ENTRY
}
