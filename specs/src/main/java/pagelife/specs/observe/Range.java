package pagelife.specs.observe;

import io.vavr.collection.Vector;
import io.vavr.control.Option;
import pagelife.models.page.Index;
import pagelife.models.page.MmId;

/**
 * A mapping of the file: what is an address space in a model.
 *
 * @param mm its name there
 * @param owner the only task that has it; 0 where all tasks share one address space
 * @param base the address of the file's first page
 * @param places the places of the file
 * @param lastUse the last line that shows that it is mapped
 * @param end the line by which the last of it is unmapped; empty where nobody does
 */
record Range(MmId mm, int owner, long base, Places places, long lastUse, Option<Long> end) {
    /** Bytes in a page of x86. */
    static final long PAGE = 4096;

    /** The place in the file that an address maps. */
    Option<Index> index(long address) {
        return places.index(Math.floorDiv(address - base, PAGE));
    }

    /** The places that are mapped from {@code start} to {@code end}, exclusive. */
    Vector<Index> within(long start, long end) {
        return places.between(Math.floorDiv(start - base, PAGE), Math.floorDiv(end - 1 - base, PAGE));
    }

    /** Where a place is mapped. */
    long address(Index place) {
        return base + places.all().get(place.number()) * PAGE;
    }
}
