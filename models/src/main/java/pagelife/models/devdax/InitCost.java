package pagelife.models.devdax;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;

/**
 * What it costs to initialise the struct pages of 128 GiB with huge pages of one size, and what was measured.
 *
 * <p>Where the tails of a compound share pages of the memory map, only the struct pages of its first two such pages are
 * written ({@code VMEMMAP_RESERVE_NR}, mm/sparse-vmemmap.c). So the measured times count unique struct pages; without
 * sharing, the time for 2 MiB would be that of base pages. With the memory map on the device itself nothing is shared.
 *
 * @param name the size of a huge page
 * @param pagesPerCompound pages of a compound page
 * @param uniquePerCompound struct pages written for each
 * @param measured milliseconds posted with the series of July 2021
 */
public record InitCost(String name, long pagesPerCompound, long uniquePerCompound, Range measured) {
    /** 128 GiB, in pages of 4 KiB. */
    public static final long PAGES = 128L << 30 >> 12;

    /** Pages of the memory map that a compound page does not share: {@code VMEMMAP_RESERVE_NR}. */
    public static final long UNSHARED_MAP_PAGES = 2;

    /** Struct pages of 64 bytes in a page of the memory map. */
    public static final long STRUCTS_PER_MAP_PAGE = 4096 / 64;

    /**
     * A range of milliseconds.
     *
     * @param least the least
     * @param most the most
     */
    public record Range(double least, double most) {
        private Range scaled(double factor) {
            return new Range(least * factor, most * factor);
        }

        /** Whether the two have a time in common. */
        public boolean meets(Range other) {
            return least <= other.most && other.least <= most;
        }
    }

    /** Base pages, 2 MiB and 1 GiB. */
    public static Seq<InitCost> table() {
        long unshared = UNSHARED_MAP_PAGES * STRUCTS_PER_MAP_PAGE;
        return Vector.of(
                new InitCost("4K", 1, 1, new Range(268, 358)),
                new InitCost("2M", 512, unshared, new Range(78, 100)),
                new InitCost("1G", 262_144, unshared, new Range(0, 1)));
    }

    /** Compound pages in the range. */
    public long compounds() {
        return PAGES / pagesPerCompound;
    }

    /** Struct pages written. */
    public long structPages() {
        return compounds() * uniquePerCompound;
    }

    /** Milliseconds, if every struct page takes as long as with base pages. */
    public Range predicted() {
        InitCost base = table().head();
        return base.measured().scaled((double) structPages() / base.structPages());
    }

    /** Nanoseconds per struct page written, as measured. */
    public Range nanosPerStructPage() {
        return measured.scaled(1_000_000.0 / structPages());
    }
}
