package pagelife.specs.observe;

import io.vavr.collection.LinkedHashMap;
import io.vavr.control.Option;
import pagelife.models.page.PageId;

/**
 * The pages of the file, by their number in the kernel.
 *
 * @param byFrame by page frame number, in the order in which they stand in the file
 */
record Pages(LinkedHashMap<Long, PageId> byFrame) {
    /** Where {@code struct page} of frame 0 is on x86-64 without KASLR: Documentation/arch/x86/x86_64/mm.rst. */
    private static final long VMEMMAP = 0xffffea0000000000L;

    /** Bytes of {@code struct page}. */
    private static final long STRUCT_PAGE = 64;

    /** A page frame number in a {@code pfn_t}, below its flags: include/linux/pfn_t.h of 6.1. */
    private static final long FRAME = (1L << 52) - 1;

    /** The page of a frame number, flags or not. */
    Option<PageId> frame(long pfn) {
        return byFrame.get(pfn & FRAME);
    }

    /** The page whose {@code struct page} is at, or around, an address. */
    Option<PageId> at(long address) {
        return byFrame.get(frameAt(address));
    }

    static long frameAt(long address) {
        return Math.floorDiv(address - VMEMMAP, STRUCT_PAGE);
    }

    static long plain(long pfn) {
        return pfn & FRAME;
    }

    int size() {
        return byFrame.size();
    }
}
