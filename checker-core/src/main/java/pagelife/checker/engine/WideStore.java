package pagelife.checker.engine;

/**
 * A store of states of any number of words. An entry is 32 bits of hash over the state's number plus one; the states
 * themselves lie in the {@link Levels}, and equality is decided there.
 */
final class WideStore extends Store {
    private static final long FACTOR = 0x9e3779b97f4a7c15L;
    private static final long NUMBER = 0xffffffffL;

    private final Levels levels;

    WideStore(Levels levels) {
        super(1, FIRST_SLOTS);
        this.levels = levels;
    }

    /** A hash of all words whose top bits are good. */
    static long hash(long[] packed, int offset, int words) {
        long hash = 0;
        for (int w = 0; w < words; w++) {
            hash = (hash ^ packed[offset + w]) * FACTOR;
            hash ^= hash >>> 32;
        }
        return hash * FACTOR;
    }

    @Override
    Inserter inserter(Appender appender) {
        return (packed, count, fresh) -> {
            int words = levels.words();
            int found = 0;
            for (int i = 0; i < count; i++) {
                if (add(packed, i * words, words, appender)) {
                    fresh[found++] = i;
                }
            }
            added(found, found);
            return found;
        };
    }

    private boolean add(long[] packed, int offset, int words, Appender appender) {
        long tag = hash(packed, offset, words) & ~NUMBER;
        long[] segment = segments[segment(tag)];
        int slot = slot(tag, slotsOfSegment());
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
            slot = slot + 1 == segment.length ? 0 : slot + 1;
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
    void restore(int chunk, long[] packed, int from, int to) {
        int words = levels.words();
        for (int position = from; position < to; position++) {
            long tag = hash(packed, position * words, words) & ~NUMBER;
            long[] segment = segments[segment(tag)];
            int slot = slot(tag, slotsOfSegment());
            while (segment[slot] != 0) {
                slot = slot + 1 == segment.length ? 0 : slot + 1;
            }
            segment[slot] = tag | Levels.number(chunk, position) + 1;
        }
        added(to - from, to - from);
    }
}
