package pagelife.models.page;

/**
 * Where a page-table entry stands.
 *
 * @param mm the address space
 * @param index the place in the file it maps
 */
public record PteAt(MmId mm, Index index) {
    @Override
    public String toString() {
        return mm + "," + index;
    }
}
