package pagelife.models.page;

/**
 * Whose the memory behind a page is. Its count does not say so: that of a file's page may be the one of an unused one.
 */
public sealed interface Custody {
    /** Nobody's: the file system may give it to any file, the driver hand it out to anybody. */
    Custody FREE = Turn.FREE;
    /** A user's, to whom the driver has handed it out. */
    Custody OUT = Turn.OUT;
    /** The driver's, as the tail of a larger folio. */
    Custody TAIL = Turn.TAIL;

    /** The block behind it is one of {@code file}. */
    static Custody of(FileId file) {
        return new Block(file);
    }

    /** Whether nobody owns it. */
    default boolean isFree() {
        return this == FREE;
    }

    /** Where a file has no part in it: whose turn it is to use it. */
    enum Turn implements Custody {
        /** {@link Custody#FREE}. */
        FREE,
        /** {@link Custody#OUT}. */
        OUT,
        /** {@link Custody#TAIL}. */
        TAIL
    }

    /** A block of storage that a file has. */
    record Block(FileId file) implements Custody {
        @Override
        public String toString() {
            return file.toString();
        }
    }
}
