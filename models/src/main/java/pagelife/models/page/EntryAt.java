package pagelife.models.page;

/**
 * Where a DAX entry stands: a file and a place in it.
 *
 * @param file the file
 * @param index the place
 */
public record EntryAt(FileId file, Index index) {
    @Override
    public String toString() {
        return file + "," + index;
    }
}
