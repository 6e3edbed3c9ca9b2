package pagelife.checker.engine;

/**
 * Where each cell's id lies in a packed state: word, shift and width. Immutable; a cell that outgrows its width gets a new
 * layout, and everything stored is packed again.
 */
final class Layout {
    private static final int WORD = 64;
    /** Bits of headroom a cell gets when that costs no further word, so that growth is rare. */
    private static final int SLACK = 2;

    private final int words;
    private final int bits;
    private final int[] word;
    private final int[] shift;
    private final int[] width;

    private Layout(int[] width) {
        int cells = width.length;
        this.width = width;
        this.word = new int[cells];
        this.shift = new int[cells];
        int at = 0;
        int used = 0;
        for (int cell = 0; cell < cells; cell++) {
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

    /** The layout for domains of these sizes: the fewest words, with as much headroom as fits into them. */
    static Layout of(int[] sizes) {
        Layout tight = new Layout(widths(sizes, 0));
        for (int slack = SLACK; slack > 0; slack--) {
            Layout roomy = new Layout(widths(sizes, slack));
            if (roomy.words == tight.words) {
                return roomy;
            }
        }
        return tight;
    }

    private static int[] widths(int[] sizes, int slack) {
        int[] widths = new int[sizes.length];
        for (int cell = 0; cell < sizes.length; cell++) {
            widths[cell] = Integer.SIZE - Integer.numberOfLeadingZeros(Math.max(1, sizes[cell] - 1)) + slack;
        }
        return widths;
    }

    int words() {
        return words;
    }

    int bits() {
        return bits;
    }

    int cells() {
        return width.length;
    }

    int word(int cell) {
        return word[cell];
    }

    int shift(int cell) {
        return shift[cell];
    }

    /** How many ids the cell has room for. */
    int capacity(int cell) {
        return 1 << width[cell];
    }

    /** Whether the cell has room for {@code id}. */
    boolean fits(int cell, int id) {
        return id >>> width[cell] == 0;
    }

    /** The cell's id in the state that starts at {@code offset} of {@code packed}. */
    int id(long[] packed, int offset, int cell) {
        return (int) (packed[offset + word[cell]] >>> shift[cell]) & (1 << width[cell]) - 1;
    }

    /** Packs ids. */
    void pack(int[] ids, long[] packed, int offset) {
        for (int w = 0; w < words; w++) {
            packed[offset + w] = 0;
        }
        for (int cell = 0; cell < ids.length; cell++) {
            packed[offset + word[cell]] |= (long) ids[cell] << shift[cell];
        }
    }

    /** Unpacks ids. */
    void unpack(long[] packed, int offset, int[] ids) {
        for (int cell = 0; cell < ids.length; cell++) {
            ids[cell] = id(packed, offset, cell);
        }
    }
}
