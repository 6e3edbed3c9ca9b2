package pagelife.checker.engine.store;

/**
 * Bitmaps that are mostly holes: only the words that are not 0 are there, in the order in which they came to be. An
 * entry has a small number for each word of a whole bitmap, 0 for a hole, and the words with these numbers lie in pieces
 * of a {@link WordPool}, the first two of 4 words, each further one twice as long as the one before.
 *
 * <p>Nothing is ever moved or freed while workers run. So whoever reads a number finds its word without a lock; only
 * who makes a hole a word holds the segment's lock.
 */
final class ThinBitmaps extends Bitmaps {
    /** So many words of an entry have numbers of 8 bits. */
    private static final int FEW_WORDS = (1 << 8) - 1;

    /** An entry of few words has 7 pieces, of 4 to 128 words; one of up to 2^14 words has 13. Two to a word. */
    private static final int FEW_PIECES = 4;

    private static final int MANY_PIECES = 7;

    private static final int FIRST_PIECE = 4;

    /** For a word's number less one the piece that it is in. */
    private static final byte[] PIECES = pieces();

    /** Where the words lie; passed on to wider bitmaps. */
    private final WordPool pool;
    /** Words of an entry that say where its pieces are. */
    private final int pieceWords;
    /** A word has 2^3 numbers of 8 bits or 2^2 of 16. */
    private final int shift;
    /** The bits of a number. */
    private final int mask;
    /** By how much more than an index the shift is that brings down its number. */
    private final int numberShift;

    ThinBitmaps(Lanes lanes, int room) {
        this(lanes, room, new WordPool());
    }

    private ThinBitmaps(Lanes lanes, int room, WordPool pool) {
        super(lanes, words(room) << WORD_BITS);
        boolean few = isFew(room);
        this.pool = pool;
        this.pieceWords = few ? FEW_PIECES : MANY_PIECES;
        this.shift = few ? 3 : 2;
        this.numberShift = WORD_BITS - shift;
        this.mask = (1 << (1 << numberShift)) - 1;
    }

    private static boolean isFew(int lanes) {
        return words(lanes) <= FEW_WORDS;
    }

    private static byte[] pieces() {
        byte[] pieces = new byte[1 << 14];
        for (int number = 0; number < pieces.length; number++) {
            pieces[number] = (byte) (number < FIRST_PIECE ? 0 : 30 - Integer.numberOfLeadingZeros(number));
        }
        return pieces;
    }

    @Override
    int entryWords() {
        return entryWords(room);
    }

    /** The first of the numbers is that of the word that came last. */
    @Override
    int entryWords(int lanes) {
        int bits = isFew(lanes) ? Byte.SIZE : Short.SIZE;
        return (isFew(lanes) ? FEW_PIECES : MANY_PIECES) + words((1 + words(lanes)) * bits);
    }

    @Override
    Bitmaps widened() {
        return isFew(room) == isFew(wider()) ? new ThinBitmaps(lanes, wider(), pool) : new ThinBitmaps(lanes, wider());
    }

    @Override
    Bitmaps emptied() {
        return new ThinBitmaps(lanes, room);
    }

    @Override
    long bytes() {
        return pool.bytes();
    }

    /** Fields are read once: the first compiler of Java reads them again after each load that has an order. */
    @Override
    int sift(long[] segment, int at, int[] near, int start, int end, int flip, int[] absent, int noted) {
        Lanes known = lanes;
        int lanesThere = room;
        int numbers = at + pieceWords;
        int wordShift = shift;
        int bitShift = numberShift;
        int bits = mask;
        int missing = noted;
        for (int i = start; i < end; i++) {
            int value = near[i] ^ flip;
            int lane = known.of(value, lanesThere);
            if (lane == Lanes.NONE) {
                return NO_ROOM;
            }
            int place = (lane >>> WORD_BITS) + 1;
            long packed = (long) Store.WORD.getAcquire(segment, numbers + (place >>> wordShift));
            int number = (int) (packed >>> (place << bitShift)) & bits;
            absent[missing] = value;
            missing += number == 0 ? 1 : (int) (~word(segment, at, number) >>> lane & 1);
        }
        return missing;
    }

    /** The number of a word, 0 for a hole; what lies under it is there. */
    private int number(long[] segment, int at, int index) {
        int place = index + 1;
        long numbers = (long) Store.WORD.getAcquire(segment, at + pieceWords + (place >>> shift));
        return (int) (numbers >>> (place << numberShift)) & mask;
    }

    private long word(long[] segment, int at, int number) {
        int piece = PIECES[number - 1];
        int address = address(segment, at, piece);
        return (long) Store.WORD.getOpaque(pool.page(address), WordPool.offset(address) + within(number, piece));
    }

    private static int address(long[] segment, int at, int piece) {
        return (int) ((long) Store.WORD.getOpaque(segment, at + (piece >>> 1)) >>> (piece << 5));
    }

    /** Where in its piece a word is. */
    private static int within(int number, int piece) {
        return piece == 0 ? number - 1 : number - 1 - (FIRST_PIECE << piece - 1);
    }

    @Override
    boolean add(long[] segment, int at, int lane) {
        int known = number(segment, at, lane >>> WORD_BITS);
        int number = known == 0 ? fill(segment, at, lane >>> WORD_BITS) : known;
        int piece = PIECES[number - 1];
        int address = address(segment, at, piece);
        long bit = 1L << lane;
        int place = WordPool.offset(address) + within(number, piece);
        return ((long) Store.WORD.getAndBitwiseOr(pool.page(address), place, bit) & bit) == 0;
    }

    /** Makes a hole a word, unless another worker has just done so. */
    private int fill(long[] segment, int at, int index) {
        synchronized (segment) {
            int known = number(segment, at, index);
            if (known != 0) {
                return known;
            }
            int number = number(segment, at, -1) + 1;
            int piece = PIECES[number - 1];
            if (within(number, piece) == 0) {
                long address = pool.allocate(piece == 0 ? FIRST_PIECE : FIRST_PIECE << piece - 1);
                Store.WORD.setOpaque(
                        segment, at + (piece >>> 1), segment[at + (piece >>> 1)] | address << (piece << 5));
            }
            note(segment, at, -1, number);
            note(segment, at, index, number);
            return number;
        }
    }

    /** Sets a number; what lies under it has to be there. */
    private void note(long[] segment, int at, int index, int number) {
        int place = index + 1;
        int to = at + pieceWords + (place >>> shift);
        int left = place << numberShift;
        Store.WORD.setRelease(segment, to, segment[to] & ~((long) mask << left) | (long) number << left);
    }

    @Override
    void each(long[] segment, int at, Words visitor) {
        for (int index = 0; index < laneWords(); index++) {
            int number = number(segment, at, index);
            if (number != 0) {
                visitor.word(index, word(segment, at, number));
            }
        }
    }

    @Override
    void put(long[] segment, int at, int index, long bits) {
        int number = fill(segment, at, index);
        int piece = PIECES[number - 1];
        int address = address(segment, at, piece);
        pool.page(address)[WordPool.offset(address) + within(number, piece)] = bits;
    }

    @Override
    void move(long[] from, int at, Bitmaps other, long[] to, int there) {
        if (other instanceof ThinBitmaps thin && thin.pool == pool) {
            System.arraycopy(from, at, to, there, entryWords()); // more numbers come behind those
        } else {
            super.move(from, at, other, to, there);
        }
    }
}
