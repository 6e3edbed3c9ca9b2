package pagelife.checker.engine.pack;

import java.util.BitSet;
import java.util.function.IntUnaryOperator;

/**
 * Where each cell's id lies in a packed state: word, shift and width. Immutable; a cell that outgrows its width gets a
 * new layout, and everything stored is packed again.
 */
public final class Layout {
    /** Near bits are an index into the table of lanes. */
    public static final int MOST_NEAR_BITS = 20;

    private static final int WORD = 64;
    /** Bits of headroom a cell gets when that costs no further word, so that growth is rare. */
    private static final int SLACK = 2;

    /** Longs of a state. */
    private final int words;
    /** Bits of a state that hold ids. */
    private final int bits;
    /** Bits of the near cells, at the low end of the first word. */
    private final int nearBits;
    /** For each cell the word that its id lies in. */
    private final int[] word;
    /** For each cell the lowest bit of its id in that word. */
    private final int[] shift;
    /** For each cell the bits of its id; 0 where it has had one value only. */
    private final int[] width;

    private Layout(int[] width, int[] near) {
        int cells = width.length;
        this.width = width;
        this.word = new int[cells];
        this.shift = new int[cells];
        BitSet placed = new BitSet();
        int at = 0;
        for (int cell : near) {
            shift[cell] = at;
            at += width[cell];
            placed.set(cell);
        }
        this.nearBits = at;
        int used = at;
        for (int cell = placed.nextClearBit(0); cell < cells; cell = placed.nextClearBit(cell + 1)) {
            if (width[cell] == 0) {
                shift[cell] = nearBits; // nowhere; but within the first word, so that it can be read
                continue;
            }
            if (at % WORD + width[cell] > WORD) {
                at += WORD - at % WORD; // a cell never straddles two words
            }
            word[cell] = at / WORD;
            shift[cell] = at % WORD;
            at += width[cell];
            used += width[cell];
        }
        this.words = Math.max(1, (at + WORD - 1) / WORD);
        this.bits = used;
    }

    /**
     * The layout for domains of these sizes: the fewest words, with as much headroom as fits into them. A cell that has
     * had one value only takes a bit, unless that costs a word. The near cells lie at the low end of the first word and
     * have no headroom.
     *
     * @param sizes how many ids each cell has now
     * @param most how many it can ever have
     * @param near a few cells that fit one word; see decision record 7
     */
    public static Layout of(int[] sizes, int[] most, int[] near) {
        Layout bare = new Layout(widths(sizes, most, Layout::bareBits, near), near);
        for (int slack = SLACK; slack >= 0; slack--) {
            Layout roomy = roomy(sizes, most, near, slack);
            if (roomy.words == bare.words) {
                return roomy;
            }
        }
        return bare;
    }

    /** A layout whose cells have so many bits of headroom, whatever it costs; the near cells have none. */
    public static Layout roomy(int[] sizes, int[] most, int[] near, int slack) {
        return new Layout(widths(sizes, most, size -> bareBits(size) + slack, near), near);
    }

    /** The layout whose cells have these widths. */
    public static Layout ofWidths(int[] widths, int[] near) {
        return new Layout(widths.clone(), near);
    }

    private static int[] widths(int[] sizes, int[] most, IntUnaryOperator bits, int[] near) {
        int[] widths = new int[sizes.length];
        for (int cell = 0; cell < sizes.length; cell++) {
            widths[cell] = Math.min(bitsFor(most[cell]), bits.applyAsInt(sizes[cell]));
        }
        for (int cell : near) {
            widths[cell] = bitsFor(sizes[cell]);
        }
        return widths;
    }

    private static int bareBits(int size) {
        return size == 1 ? 0 : bitsFor(size);
    }

    /** The widths of all cells; with the near ones they make the layout. */
    public int[] widths() {
        return width.clone();
    }

    /** The fewest bits for so many ids; at least 1. */
    public static int bitsFor(int size) {
        return Integer.SIZE - Integer.numberOfLeadingZeros(Math.max(1, size - 1));
    }

    /** How many low bits of the first word are those of near cells. */
    public int nearBits() {
        return nearBits;
    }

    /** The near bits of a one-word state that has so many. */
    public static int near(long state, int nearBits) {
        return (int) state & (1 << nearBits) - 1;
    }

    /** The same state with its near bits 0. */
    public static long far(long state, int nearBits) {
        return state & -1L << nearBits;
    }

    /** The bits of a cell in its word. */
    public long mask(int cell) {
        return (1L << width[cell]) - 1 << shift[cell];
    }

    public int words() {
        return words;
    }

    public int bits() {
        return bits;
    }

    public int cells() {
        return width.length;
    }

    public int word(int cell) {
        return word[cell];
    }

    public int shift(int cell) {
        return shift[cell];
    }

    /** How many ids the cell has room for. */
    public int capacity(int cell) {
        return 1 << width[cell];
    }

    /** How many bits the cell's id has. */
    public int width(int cell) {
        return width[cell];
    }

    /** Whether the cell has room for {@code id}. */
    public boolean fits(int cell, int id) {
        return id >>> width[cell] == 0;
    }

    /** The cell's id in the state that starts at {@code offset} of {@code packed}. */
    int id(long[] packed, int offset, int cell) {
        return (int) (packed[offset + word[cell]] >>> shift[cell]) & (1 << width[cell]) - 1;
    }

    /** Packs ids. */
    public void pack(int[] ids, long[] packed, int offset) {
        for (int w = 0; w < words; w++) {
            packed[offset + w] = 0;
        }
        for (int cell = 0; cell < ids.length; cell++) {
            packed[offset + word[cell]] |= (long) ids[cell] << shift[cell];
        }
    }

    /** Unpacks ids. */
    public void unpack(long[] packed, int offset, int[] ids) {
        for (int cell = 0; cell < ids.length; cell++) {
            ids[cell] = id(packed, offset, cell);
        }
    }
}
