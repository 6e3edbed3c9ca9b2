package pagelife.models.page;

import io.vavr.control.Option;

/**
 * Who owns the block of storage behind a page: a file, or nobody.
 *
 * @param owner the file; empty when the block is free
 */
public record Block(Option<FileId> owner) {
    /** Owned by nobody: the file system may give it to any file. */
    public static final Block FREE = new Block(Option.none());

    /** A block of {@code file}. */
    public static Block of(FileId file) {
        return new Block(Option.some(file));
    }

    /** Whether nobody owns it. */
    public boolean isFree() {
        return owner.isEmpty();
    }

    @Override
    public String toString() {
        return owner.map(FileId::toString).getOrElse("FREE");
    }
}
