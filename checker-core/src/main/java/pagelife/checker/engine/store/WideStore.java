package pagelife.checker.engine.store;

/**
 * A store of states of any number of words. An entry is 32 bits of hash over the state's number plus one; the states
 * themselves lie in the {@link Levels}, and equality is decided there.
 */
public final class WideStore extends Store {
    /** 2^64 over the golden ratio, made odd: Fibonacci hashing (Knuth, TAOCP 3, 6.4). */
    private static final long FACTOR = 0x9e3779b97f4a7c15L;
    /** The bits of an entry that hold the state's number plus one; those above are of its hash. */
    private static final long NUMBER = 0xffffffffL;

    /** Where the states lie that entries point to; shared. */
    private final Levels levels;

    public WideStore(Levels levels) {
        super(1, FIRST_SLOTS);
        this.levels = levels;
    }

    /** A hash of all words whose top bits are good. */
    static long hash(long[] packed, int offset, int words) {
        return hash(packed[offset], packed, offset, words);
    }

    /** The same with another first word. */
    static long hash(long first, long[] packed, int offset, int words) {
        long hash = first * FACTOR;
        hash ^= hash >>> 32;
        for (int w = 1; w < words; w++) {
            hash = (hash ^ packed[offset + w]) * FACTOR;
            hash ^= hash >>> 32;
        }
        return hash * FACTOR;
    }

    /** The states themselves take more, so that time counts for more than space. */
    @Override
    public double largeGrowth() {
        return 1.6;
    }

    @Override
    public Inserter inserter(Appender appender) {
        return new Wide(appender);
    }

    /**
     * One worker's way in. Two passes that only load come before the one that inserts, so that the cache misses of a
     * block overlap: those on slots, then those on the states that the slots point to.
     */
    private final class Wide implements Inserter {
        /** Where new states go, before their entries. */
        private final Appender appender;
        /** For each state of the block in hand the upper half of its entry; written by the first pass. */
        private long[] tags = new long[1 << 12];

        @SuppressWarnings("unused") // written, so that the loads are not optimised away
        private long loaded;

        Wide(Appender appender) {
            this.appender = appender;
        }

        @Override
        public int addAll(long[] packed, int count, int[] fresh) {
            if (tags.length < count) {
                tags = new long[2 * count];
            }
            int words = levels.words();
            loaded = loadSlots(packed, count, words) + loadStates(count);
            int found = 0;
            for (int i = 0; i < count; i++) {
                if (add(tags[i], packed, i * words, words)) {
                    fresh[found++] = i;
                }
            }
            added(found, found);
            return found;
        }

        private long loadSlots(long[] packed, int count, int words) {
            long sum = 0;
            for (int i = 0; i < count; i++) {
                long tag = hash(packed, i * words, words) & ~NUMBER;
                tags[i] = tag;
                sum += (long) WORD.getOpaque(segments[segment(tag)], slot(tag, slotsOfSegment()));
            }
            return sum;
        }

        private long loadStates(int count) {
            long sum = 0;
            for (int i = 0; i < count; i++) {
                long there = (long) WORD.getAcquire(segments[segment(tags[i])], slot(tags[i], slotsOfSegment()));
                if (there != 0 && (there & ~NUMBER) == tags[i]) {
                    long number = (there & NUMBER) - 1;
                    sum += levels.chunkOf(number)[levels.offsetOf(number)];
                }
            }
            return sum;
        }

        private boolean add(long tag, long[] packed, int offset, int words) {
            long[] segment = segments[segment(tag)];
            int first = slot(tag, slotsOfSegment());
            int slot = first;
            long appended = 0;
            while (true) {
                long there = (long) WORD.getAcquire(segment, slot);
                if (there == 0) {
                    if (appended == 0) { // the words must be in place before the entry that points to them
                        appended = tag | appender.append(packed, offset) + 1;
                    }
                    there = (long) WORD.compareAndExchange(segment, slot, 0L, appended);
                    if (there == 0) {
                        return true;
                    }
                }
                if ((there & ~NUMBER) == tag && same((there & NUMBER) - 1, packed, offset, words)) {
                    if (appended != 0) {
                        appender.undo();
                    }
                    return false;
                }
                slot = after(slot, first, 1, segment.length);
            }
        }
    }

    private boolean same(long number, long[] packed, int offset, int words) {
        long[] chunk = levels.chunkOf(number);
        int at = levels.offsetOf(number);
        for (int w = 0; w < words; w++) {
            if (chunk[at + w] != packed[offset + w]) {
                return false;
            }
        }
        return true;
    }

    @Override
    public void restore(int chunk, long[] packed, int from, int to) {
        int words = levels.words();
        for (int position = from; position < to; position++) {
            long tag = hash(packed, position * words, words) & ~NUMBER;
            long[] segment = segments[segment(tag)];
            int first = slot(tag, slotsOfSegment());
            int slot = first;
            while (segment[slot] != 0) {
                slot = after(slot, first, 1, segment.length);
            }
            segment[slot] = tag | Levels.number(chunk, position) + 1;
        }
        added(to - from, to - from);
    }
}
