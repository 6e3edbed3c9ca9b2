package pagelife.checker.engine.store;

import java.util.Arrays;

/** Pieces of a few words that are handed out one after the other and never come back. For any number of threads. */
final class WordPool {
    /** A page has 2^14 words, 128 KiB: large enough for the old generation, small enough for a tiny model. */
    private static final int PAGE_BITS = 14;

    /** Addresses are those of 4 words, so that 2^32 of them reach 128 GiB. */
    private static final int UNIT_BITS = 2;

    private static final int PAGE_UNITS = 1 << PAGE_BITS - UNIT_BITS;

    private static final long MOST_UNITS = 1L << Integer.SIZE;

    /** Read without a lock: whoever learns of an address sees its page. */
    private volatile long[][] pages = new long[4][];
    /** How many pages there are. */
    private int count;
    /** The next free address; one that begins a page while that is not there yet. */
    private long next;

    /** The address of so many words of 0, a power of two from 4 on. */
    synchronized long allocate(int words) {
        int units = words >>> UNIT_BITS;
        if (units > PAGE_UNITS - next % PAGE_UNITS) {
            next += PAGE_UNITS - next % PAGE_UNITS;
        }
        if (next / PAGE_UNITS == count) {
            addPage();
        }
        long address = next;
        next += units;
        return address;
    }

    private void addPage() {
        if (next >= MOST_UNITS) {
            throw new OutOfMemoryError("bitmaps take 128 GiB");
        }
        long[] page = new long[1 << PAGE_BITS];
        if (count == pages.length) {
            pages = Arrays.copyOf(pages, 2 * count);
        }
        pages[count++] = page;
    }

    /** The page of an address. */
    long[] page(int address) {
        return pages[address >>> PAGE_BITS - UNIT_BITS];
    }

    /** Where in its page an address is. */
    static int offset(int address) {
        return (address & PAGE_UNITS - 1) << UNIT_BITS;
    }

    synchronized long bytes() {
        return (long) count * Long.BYTES << PAGE_BITS;
    }
}
