package pagelife.checker.engine.store;

/**
 * Which states of an entry of a {@link ClusterStore} are there: a bit for each lane, in one of two forms. {@link
 * FullBitmaps} have all of them in the entry; {@link ThinBitmaps} only those words that are not 0.
 */
abstract class Bitmaps {
    /** A word of a bitmap has 2^6 lanes. */
    static final int WORD_BITS = 6;

    /** What {@link #sift} answers where a lane is missing. */
    static final int NO_ROOM = -1;

    /** Up to so many lanes the bitmaps double, from there on they grow by a quarter. */
    private static final int MANY_LANES = 1 << 10;

    /** Which bit is for which near bits. */
    final Lanes lanes;
    /** How many lanes there is room for. */
    final int room;

    Bitmaps(Lanes lanes, int room) {
        this.lanes = lanes;
        this.room = room;
    }

    /** Words of as many lanes as there is room for. */
    final int laneWords() {
        return words(room);
    }

    static int words(int lanes) {
        return Math.max(1, (lanes + Long.SIZE - 1) / Long.SIZE);
    }

    /** How many lanes there is room for once it has been {@linkplain #widened widened}. */
    final int wider() {
        int wished = room < MANY_LANES ? 2 * room : room + room / 4;
        return words(Math.min(wished, lanes.most())) << WORD_BITS;
    }

    /** The words of an entry behind its key. */
    abstract int entryWords();

    /** The words of an entry behind its key if there were room for so many lanes. */
    abstract int entryWords(int lanes);

    /** The same with room for more lanes, for entries {@linkplain #move moved} there. */
    abstract Bitmaps widened();

    /** The same without a state. */
    abstract Bitmaps emptied();

    /** Bytes beside the entries. */
    abstract long bytes();

    /**
     * Notes near bits of a set that are not there in the entry at {@code at}.
     *
     * @param near the near bits, those from {@code start} to {@code end} being asked for, each with {@code flip} XORed
     * @param absent where they are noted, from {@code noted} on
     * @return how many are noted then; {@link #NO_ROOM} if one of them has no lane while there is room for no more
     */
    abstract int sift(long[] segment, int at, int[] near, int start, int end, int flip, int[] absent, int noted);

    /** Sets the bit of a lane in the entry at {@code at}, and says whether it was not. Any number of threads may. */
    abstract boolean add(long[] segment, int at, int lane);

    /** Shows the words of an entry that are not 0. */
    abstract void each(long[] segment, int at, Words visitor);

    /** Takes words of a bitmap. */
    interface Words {
        void word(int index, long bits);
    }

    /** Sets a word that is 0 in an entry. No worker may be running. */
    abstract void put(long[] segment, int at, int index, long bits);

    /** Copies an entry to where other bitmaps are. No worker may be running. */
    void move(long[] from, int at, Bitmaps other, long[] to, int there) {
        each(from, at, (index, bits) -> other.put(to, there, index, bits));
    }
}
