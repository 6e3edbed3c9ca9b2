package pagelife.checker.engine;

/**
 * A store of one-word states whose low bits, the <em>near</em> bits, are kept as a bitmap: an entry is the rest of the
 * state behind a bijective mix, followed by one bit for each value of the near bits.
 *
 * <p>Where {@link Clustering} finds cells that vary freely against the others, an entry holds many states: a few bytes each
 * instead of eight, and one cache line serves all those successors of a state that differ in near cells only. Exact all
 * the same.
 */
final class ClusterStore extends Store {
    private static final int WORD_BITS = 6;

    private final int nearBits;

    /** A store whose bitmaps have {@code 2^nearBits} bits, at least 64. */
    ClusterStore(int nearBits) {
        super(1 + (1 << nearBits - WORD_BITS));
        this.nearBits = nearBits;
    }

    /** Never 0, the mark of an empty slot: the rest of a state plus one is not, and the mix takes only 0 to 0. */
    private long entry(long state) {
        return NarrowStore.mix((state >>> nearBits) + 1);
    }

    @Override
    Inserter inserter(Appender appender) {
        return new Clustered(appender);
    }

    /** One worker's way in; first a pass that only loads, so that the cache misses of a block overlap. */
    private final class Clustered implements Inserter {
        private final Appender appender;
        private long[] entries = new long[1 << 12];
        private int[] starts = new int[1 << 12];
        private int newEntries;

        @SuppressWarnings("unused") // written, so that the loads are not optimised away
        private long loaded;

        Clustered(Appender appender) {
            this.appender = appender;
        }

        @Override
        public int addAll(long[] packed, int count, int[] fresh) {
            if (entries.length < count) {
                entries = new long[2 * count];
                starts = new int[2 * count];
            }
            load(packed, count);
            newEntries = 0;
            int found = probe(packed, count, fresh);
            for (int i = 0; i < found; i++) {
                appender.append(packed, fresh[i]);
            }
            added(found, newEntries);
            return found;
        }

        private void load(long[] packed, int count) {
            long sum = 0;
            for (int i = 0; i < count; i++) {
                long entry = entry(packed[i]);
                long[] segment = segments[segment(entry)];
                int at = slot(entry, segment.length / stride) * stride;
                entries[i] = entry;
                starts[i] = at;
                sum += (long) WORD.getOpaque(segment, at);
            }
            loaded = sum;
        }

        private int probe(long[] packed, int count, int[] fresh) {
            int found = 0;
            for (int i = 0; i < count; i++) {
                long entry = entries[i];
                long[] segment = segments[segment(entry)];
                int at = starts[i];
                long there;
                while ((there = (long) WORD.getOpaque(segment, at)) != entry && there != 0) {
                    at = at + stride == segment.length ? 0 : at + stride;
                }
                if (there == 0) {
                    at = claim(segment, at, entry);
                }
                int near = near(packed[i]);
                long bit = 1L << near;
                int word = at + 1 + (near >>> WORD_BITS);
                if (((long) WORD.getOpaque(segment, word) & bit) == 0
                        && ((long) WORD.getAndBitwiseOr(segment, word, bit) & bit) == 0) {
                    fresh[found++] = i;
                }
            }
            return found;
        }

        /** Puts the entry into the free slot at {@code at} or, if others are faster, behind it; returns where it is. */
        private int claim(long[] segment, int from, long entry) {
            int at = from;
            while (true) {
                long there = (long) WORD.compareAndExchange(segment, at, 0L, entry);
                if (there == 0) {
                    newEntries++;
                    return at;
                }
                if (there == entry) {
                    return at;
                }
                at = at + stride == segment.length ? 0 : at + stride;
            }
        }
    }

    @Override
    boolean contains(long state) {
        long entry = entry(state);
        long[] segment = segments[segment(entry)];
        int at = find(segment, entry);
        int near = near(state);
        return segment[at] == entry && (segment[at + 1 + (near >>> WORD_BITS)] >>> near & 1) != 0;
    }

    @Override
    void restore(int chunk, long[] packed, int from, int to) {
        int newEntries = 0;
        for (int position = from; position < to; position++) {
            long entry = entry(packed[position]);
            long[] segment = segments[segment(entry)];
            int at = find(segment, entry);
            newEntries += segment[at] == 0 ? 1 : 0;
            segment[at] = entry;
            int near = near(packed[position]);
            segment[at + 1 + (near >>> WORD_BITS)] |= 1L << near;
        }
        added(to - from, newEntries);
    }

    /** Where an entry is, or the free slot where it would be. */
    private int find(long[] segment, long entry) {
        int at = slot(entry, segment.length / stride) * stride;
        while (segment[at] != entry && segment[at] != 0) {
            at = at + stride == segment.length ? 0 : at + stride;
        }
        return at;
    }

    private int near(long state) {
        return (int) state & (1 << nearBits) - 1;
    }
}
