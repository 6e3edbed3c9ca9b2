package pagelife.checker.engine;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A store of one-word states. An entry is the state itself behind a bijective mix, so that equal entries are equal states
 * and no second comparison is needed.
 *
 * <p>Insertions run in a loop that does nothing else: its iterations are independent, so the processor overlaps their
 * cache misses (group prefetching without prefetch instructions; Kocberber, Falsafi, Grot, VLDB 2015).
 */
final class NarrowStore extends Store {
    // The finaliser of splitmix64 (Steele, Lea, Flood, OOPSLA 2014), without its last shift: the top bits address.
    private static final long FIRST_FACTOR = 0xbf58476d1ce4e5b9L;
    private static final long SECOND_FACTOR = 0x94d049bb133111ebL;

    /** The mix takes 0, the mark of an empty slot, to itself; the state 0 is kept apart. */
    private final AtomicBoolean zero = new AtomicBoolean();

    static long mix(long state) {
        long mixed = (state ^ state >>> 30) * FIRST_FACTOR;
        return (mixed ^ mixed >>> 27) * SECOND_FACTOR;
    }

    @Override
    int addAll(long[] packed, int count, int[] fresh, Appender appender) {
        int found = addAll(packed, count, fresh);
        for (int i = 0; i < found; i++) {
            appender.append(packed, fresh[i]);
        }
        count(found);
        return found;
    }

    private int addAll(long[] packed, int count, int[] fresh) {
        int found = 0;
        for (int i = 0; i < count; i++) {
            long entry = mix(packed[i]);
            long[] segment = segments[(int) (entry >>> SEGMENT_SHIFT)];
            int slot = slot(entry, segment.length);
            long there = (long) SLOT.getOpaque(segment, slot);
            while (there != entry) {
                if (there == 0) {
                    there = (long) SLOT.compareAndExchange(segment, slot, 0L, entry);
                    if (there == 0) {
                        fresh[found++] = i;
                        break;
                    }
                } else {
                    slot = slot + 1 == segment.length ? 0 : slot + 1;
                    there = (long) SLOT.getOpaque(segment, slot);
                }
            }
            if (entry == 0 && zero.compareAndSet(false, true)) {
                fresh[found++] = i;
            }
        }
        return found;
    }

    @Override
    void restore(int chunk, long[] packed, int from, int to) {
        int[] fresh = new int[to - from];
        count(addAll(Arrays.copyOfRange(packed, from, to), to - from, fresh));
    }
}
