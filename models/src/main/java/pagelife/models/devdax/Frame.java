package pagelife.models.devdax;

import pagelife.models.page.PageId;

/**
 * What memmap initialisation has made of a {@code struct page}.
 *
 * @param kind what it is
 * @param head the page that counts for it: itself unless it is a tail
 */
public record Frame(Kind kind, PageId head) {
    /** What a page is. */
    public enum Kind {
        /** Not initialised. */
        RAW,
        /** A page by itself. */
        BASE,
        /** The head of a compound page. */
        HEAD,
        /** A tail of a compound page: its own count must stay 0. */
        TAIL
    }

    /** Not initialised. */
    static Frame raw(PageId page) {
        return new Frame(Kind.RAW, page);
    }

    /** Whether it is a tail. */
    public boolean isTail() {
        return kind == Kind.TAIL;
    }

    @Override
    public String toString() {
        return kind == Kind.TAIL ? "tail of " + head : kind.name().toLowerCase(java.util.Locale.ROOT);
    }
}
