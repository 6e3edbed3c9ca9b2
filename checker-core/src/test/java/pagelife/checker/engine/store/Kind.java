package pagelife.checker.engine.store;

import java.util.List;

/** The kinds of stores. */
enum Kind {
    NARROW(1, 0),
    /** Bitmaps of one word. */
    CLUSTERS_OF_64(1, 6),
    /** Bitmaps of four words. */
    CLUSTERS_OF_256(1, 8),
    /** Bitmaps that have to be widened. */
    CLUSTERS_OF_MANY(1, 16),
    TWO_WORDS(2, 0),
    SEVEN_WORDS(7, 0),
    /** Bitmaps behind keys of several words. */
    CLUSTERS_OF_TWO_WORDS(2, 3),
    CLUSTERS_OF_FIVE_WORDS(5, 8),
    CLUSTERS_OF_TWO_WORDS_AND_MANY(2, 16),
    THIN_CLUSTERS_OF_256(1, 8, true),
    /** Bitmaps that have to be widened until their words have numbers of 16 bits. */
    THIN_CLUSTERS_OF_MANY(1, 16, true),
    THIN_CLUSTERS_OF_TWO_WORDS(2, 13, true);

    final int words;
    private final int nearBits;
    private final boolean thin;

    Kind(int words, int nearBits) {
        this(words, nearBits, false);
    }

    Kind(int words, int nearBits, boolean thin) {
        this.thin = thin;
        this.words = words;
        this.nearBits = nearBits;
    }

    Store store(Levels levels) {
        if (words > 1 && nearBits == 0) {
            return new WideStore(levels);
        }
        if (thin) {
            return ClusterStore.thin(words, nearBits);
        }
        return nearBits == 0 ? new NarrowStore() : new ClusterStore(words, nearBits);
    }

    /** The segment that a state goes to. */
    int segment(List<Long> state) {
        long[] packed = state.stream().mapToLong(word -> word).toArray();
        if (words > 1) {
            return Store.segment(WideStore.hash(packed[0] >>> nearBits << nearBits, packed, 0, words));
        }
        return Store.segment(NarrowStore.mix(nearBits == 0 ? packed[0] : (packed[0] >>> nearBits) + 1));
    }
}
