package pagelife.models.page;

/**
 * What a wake-up names: in the kernel an address. A waiter is woken by its own key only, though others sleep in the
 * same queue. The keys of pages are constants; {@link #of} names any other.
 */
public interface WaitKey {
    /** {@code &page->_refcount}: who waits for a page to become idle, until 6.14. */
    WaitKey REFCOUNT = OfPage.REFCOUNT;
    /** {@code page}: who waits for a folio to become free, from 6.15 on. */
    WaitKey FOLIO = OfPage.FOLIO;
    /** A mapping and an index: who waits for a DAX entry to be unlocked. */
    WaitKey ENTRY = OfPage.ENTRY;

    /** The keys of pages. */
    enum OfPage implements WaitKey {
        /** {@link WaitKey#REFCOUNT}. */
        REFCOUNT,
        /** {@link WaitKey#FOLIO}. */
        FOLIO,
        /** {@link WaitKey#ENTRY}. */
        ENTRY
    }

    /** The address of a variable, such as {@code &dev->users}. */
    record Var(String address) implements WaitKey {
        @Override
        public String toString() {
            return address;
        }
    }

    /** The key of a variable. */
    static WaitKey of(String address) {
        return new Var(address);
    }
}
