package pagelife.models.page;

import io.vavr.control.Option;

/**
 * What a file system answers when asked for one page of a file ({@code iomap_begin}).
 *
 * @param kind the answer
 * @param page the page of device memory; present exactly for {@link Kind#MAPPED}
 */
public record Extent(Kind kind, Option<PageId> page) {
    /** The answers. */
    public enum Kind {
        /** A block is allocated. */
        MAPPED,
        /** No block yet: a write allocates one. */
        HOLE,
        /** Beyond the end of the file: SIGBUS. */
        BEYOND_EOF
    }

    /** No block yet. */
    public static final Extent HOLE = new Extent(Kind.HOLE, Option.none());

    /** Beyond the end of the file. */
    public static final Extent BEYOND_EOF = new Extent(Kind.BEYOND_EOF, Option.none());

    /** An allocated block. */
    public static Extent of(PageId page) {
        return new Extent(Kind.MAPPED, Option.some(page));
    }

    @Override
    public String toString() {
        return page.map(PageId::toString).getOrElse(() -> kind == Kind.HOLE ? "hole" : "beyond EOF");
    }
}
