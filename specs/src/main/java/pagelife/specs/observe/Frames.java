package pagelife.specs.observe;

import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import pagelife.models.page.Index;
import pagelife.models.page.PageId;

/**
 * Which page of a model stands for which page frame of the kernel, and when. A file system seldom gives a block again
 * that it has freed: it has hundreds of others. Pages that nobody owns, uses or waits for are all alike, so that one
 * that was freed may stand for the next frame that the file gets; a model needs as many pages as are in use at one time.
 *
 * @param tenures for each frame when it was which page, in the order of the lines
 * @param first the frames that the file had first, by their places
 * @param spare how many pages there are beside those
 */
record Frames(Map<Long, Vector<Tenure>> tenures, Vector<Option<Long>> first, int spare) {
    /** Where {@code struct page} of frame 0 is on x86-64 without KASLR: Documentation/arch/x86/x86_64/mm.rst. */
    private static final long VMEMMAP = 0xffffea0000000000L;

    /** Bytes of {@code struct page}. */
    private static final long STRUCT_PAGE = 64;

    /** A page frame number in a {@code pfn_t}, below its flags: include/linux/pfn_t.h of 6.1. */
    private static final long FRAME = (1L << 52) - 1;

    /**
     * A frame that is a page of the model for a while.
     *
     * @param since the first line that is about it
     * @param until the first line at which the page is another frame
     * @param place where it is in the file, or was last
     */
    record Tenure(long since, long until, PageId page, Index place) {
        boolean isAt(long line) {
            return since <= line && line < until;
        }

        Tenure until(long line) {
            return new Tenure(since, line, page, place);
        }
    }

    /** What is known of a frame number, flags or not, at a line. */
    Option<Tenure> frame(long pfn, long line) {
        return tenures.get(plain(pfn)).flatMap(all -> all.findLast(tenure -> tenure.isAt(line)));
    }

    /** The page of a frame number, flags or not. */
    Option<PageId> page(long pfn, long line) {
        return frame(pfn, line).map(Tenure::page);
    }

    /** The page whose {@code struct page} is at, or around, an address. */
    Option<PageId> at(long address, long line) {
        return page(frameAt(address), line);
    }

    /** How many places of the file there are. */
    int places() {
        return first.size();
    }

    /** The pages that the frames are which the file had first, as far as they are those frames still. */
    Seq<Option<PageId>> firstPages(long line) {
        return first.map(frame -> frame.flatMap(pfn -> page(pfn, line)));
    }

    static long frameAt(long address) {
        return Math.floorDiv(address - VMEMMAP, STRUCT_PAGE);
    }

    static long plain(long pfn) {
        return pfn & FRAME;
    }
}
