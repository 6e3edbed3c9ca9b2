package pagelife.checker.engine.store;

/** Bitmaps that lie in their entries as they are. */
final class FullBitmaps extends Bitmaps {
    FullBitmaps(Lanes lanes, int room) {
        super(lanes, words(room) << WORD_BITS);
    }

    @Override
    int entryWords() {
        return laneWords();
    }

    @Override
    int entryWords(int lanes) {
        return words(lanes);
    }

    @Override
    Bitmaps widened() {
        return new FullBitmaps(lanes, wider());
    }

    @Override
    Bitmaps emptied() {
        return this;
    }

    @Override
    long bytes() {
        return 0;
    }

    /**
     * Without a branch on whether they are there, so that many loads are on their way at once. Fields are read once, as
     * in {@link ThinBitmaps}.
     */
    @Override
    int sift(long[] segment, int at, int[] near, int start, int end, int flip, int[] absent, int noted) {
        Lanes known = lanes;
        int lanesThere = room;
        int missing = noted;
        for (int i = start; i < end; i++) {
            int bits = near[i] ^ flip;
            int lane = known.of(bits, lanesThere);
            if (lane == Lanes.NONE) {
                return NO_ROOM;
            }
            long word = (long) Store.WORD.getOpaque(segment, at + (lane >>> WORD_BITS));
            absent[missing] = bits;
            missing += (int) (~word >>> lane & 1);
        }
        return missing;
    }

    @Override
    boolean add(long[] segment, int at, int lane) {
        long bit = 1L << lane;
        return ((long) Store.WORD.getAndBitwiseOr(segment, at + (lane >>> WORD_BITS), bit) & bit) == 0;
    }

    @Override
    void each(long[] segment, int at, Words visitor) {
        for (int index = 0; index < laneWords(); index++) {
            if (segment[at + index] != 0) {
                visitor.word(index, segment[at + index]);
            }
        }
    }

    @Override
    void put(long[] segment, int at, int index, long bits) {
        segment[at + index] = bits;
    }
}
