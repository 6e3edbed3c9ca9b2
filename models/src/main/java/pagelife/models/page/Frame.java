package pagelife.models.page;

import java.util.Locale;

/**
 * What a {@code struct page} is: by itself, or part of a compound page.
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
    public static Frame raw(PageId page) {
        return new Frame(Kind.RAW, page);
    }

    /** A page by itself. */
    public static Frame base(PageId page) {
        return new Frame(Kind.BASE, page);
    }

    /** The head of a compound page. */
    public static Frame head(PageId page) {
        return new Frame(Kind.HEAD, page);
    }

    /** A tail, whose references its head counts. */
    public static Frame tailOf(PageId head) {
        return new Frame(Kind.TAIL, head);
    }

    /** Whether it is a tail. */
    public boolean isTail() {
        return kind == Kind.TAIL;
    }

    @Override
    public String toString() {
        return kind == Kind.TAIL ? "tail of " + head : kind.name().toLowerCase(Locale.ROOT);
    }
}
