package pagelife.specs.observe;

import io.vavr.control.Option;
import pagelife.models.page.Index;
import pagelife.models.page.MmId;

/**
 * A mapping of the file: what is an address space in a model.
 *
 * @param mm its name there
 * @param owner the only task that has it; 0 where all tasks share one address space
 * @param base the address of the file's first page
 * @param pages how many pages of the file there are
 */
record Range(MmId mm, int owner, long base, int pages) {
    /** Bytes in a page of x86. */
    static final long PAGE = 4096;

    /** The place in the file that an address maps. */
    Option<Index> index(long address) {
        long index = Math.floorDiv(address - base, PAGE);
        return Option.when(index >= 0 && index < pages, () -> new Index((int) index));
    }

    /** Whether some of it is from {@code start} to {@code end}, exclusive. */
    boolean overlaps(long start, long end) {
        return start < base + pages * PAGE && end > base;
    }

    /** Whether all of it is. */
    boolean isWithin(long start, long end) {
        return start <= base && end >= base + pages * PAGE;
    }
}
