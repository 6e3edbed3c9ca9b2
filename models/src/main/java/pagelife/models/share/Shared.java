package pagelife.models.share;

import io.vavr.control.Option;
import pagelife.models.page.FileId;

/**
 * What a page says about the files it belongs to: one file by name, or a marker and a count.
 *
 * @param file the file, where there is one only
 * @param marked whether the marker for copy on write is there
 * @param count how many share it; in {@code page->index} until 6.1, in {@code page->share} from 6.2 on
 */
public record Shared(Option<FileId> file, boolean marked, int count) {
    /** The page of no file. */
    public static final Shared NONE = new Shared(Option.none(), false, 0);

    /** The page that {@code file} has for itself. */
    static Shared owned(FileId file) {
        return new Shared(Option.some(file), false, 0);
    }

    /** The page that so many files share. */
    static Shared by(int count) {
        return new Shared(Option.none(), true, count);
    }

    /** How many entries stand for the page, as far as it knows. */
    public int sharers() {
        return marked ? count : file.isDefined() ? 1 : 0;
    }

    /** Whether {@code page->mapping} is not NULL. */
    public boolean isMapped() {
        return marked || file.isDefined();
    }

    @Override
    public String toString() {
        return marked ? "shared by " + count : file.map(FileId::toString).getOrElse("none");
    }
}
