package pagelife.checker.engine.store;

import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A store of one-word states. An entry is the state itself behind a bijective mix, so that equal entries are equal
 * states and no second comparison is needed.
 *
 * <p>Insertions run in a loop that does nothing else: its iterations are independent, so the processor overlaps their
 * cache misses (group prefetching without prefetch instructions; Kocberber, Falsafi, Grot, VLDB 2015).
 */
public final class NarrowStore extends Store {
    // The finaliser of splitmix64 (Steele, Lea, Flood, OOPSLA 2014), without its last shift: the top bits address.
    private static final long FIRST_FACTOR = 0xbf58476d1ce4e5b9L;
    private static final long SECOND_FACTOR = 0x94d049bb133111ebL;

    /** The mix takes 0, the mark of an empty slot, to itself; the state 0 is kept apart. */
    private final AtomicBoolean zero = new AtomicBoolean();

    public NarrowStore() {
        super(1, FIRST_SLOTS);
    }

    static long mix(long state) {
        long mixed = (state ^ state >>> 30) * FIRST_FACTOR;
        return (mixed ^ mixed >>> 27) * SECOND_FACTOR;
    }

    @Override
    public Inserter inserter(Appender appender) {
        return new Narrow(appender);
    }

    /**
     * One worker's way in.
     *
     * <p>Three passes over a block. The first drops what this worker has lately inserted: successors of neighbouring
     * states are often equal, and a look into a small table that stays in the second-level cache is an order cheaper
     * than one into the big one. It does so without a branch, since such a branch would be mispredicted as often as
     * not. The second only loads: with nothing to wait for, the cache misses of a whole block overlap. The third
     * probes, with the lines at hand, and inserts what is absent.
     */
    private final class Narrow implements Inserter {
        /** A table of 2^15 entries takes 256 KiB. */
        private static final int RECENT_BITS = 15;
        /** An entry's place in the table is its top bits. */
        private static final int RECENT_SHIFT = Long.SIZE - RECENT_BITS;

        /** Where new states go. */
        private final Appender appender;
        /** By its top bits the entry last looked up here; nothing is lost if one replaces another. */
        private final long[] recent = new long[1 << RECENT_BITS];
        /** Of the block in hand the entries that were not recent; written by the first pass. */
        private long[] entries = new long[1 << 12];

        @SuppressWarnings("unused") // written, so that the loads are not optimised away
        private long loaded;

        Narrow(Appender appender) {
            this.appender = appender;
            recent[0] = -1; // the entry 0 belongs here and has not been seen; no other place can hold a 0 that does
        }

        @Override
        public int addAll(long[] packed, int count, int[] fresh) {
            if (entries.length < count) {
                entries = new long[2 * count];
            }
            int left = dropRecent(packed, count, fresh);
            load(left);
            int found = probe(left, fresh);
            for (int i = 0; i < found; i++) {
                appender.append(packed, fresh[i]);
            }
            added(found, found);
            return found;
        }

        private int dropRecent(long[] packed, int count, int[] positions) {
            int left = 0;
            for (int i = 0; i < count; i++) {
                long entry = mix(packed[i]);
                int place = (int) (entry >>> RECENT_SHIFT);
                entries[left] = entry;
                positions[left] = i;
                left += recent[place] == entry ? 0 : 1;
                recent[place] = entry;
            }
            return left;
        }

        private void load(int count) {
            long sum = 0;
            for (int i = 0; i < count; i++) {
                long[] segment = segments[segment(entries[i])];
                sum += (long) WORD.getOpaque(segment, slot(entries[i], slotsOfSegment()));
            }
            loaded = sum;
        }

        private int probe(int count, int[] positions) {
            int found = 0;
            for (int i = 0; i < count; i++) {
                long entry = entries[i];
                long[] segment = segments[segment(entry)];
                int first = slot(entry, slotsOfSegment());
                int slot = first;
                long there;
                while ((there = (long) WORD.getOpaque(segment, slot)) != entry && there != 0) {
                    slot = after(slot, first, 1, segment.length);
                }
                if (there == 0 && add(entry)) {
                    positions[found++] = positions[i];
                }
            }
            return found;
        }
    }

    private boolean add(long entry) {
        if (entry == 0) {
            return zero.compareAndSet(false, true);
        }
        long[] segment = segments[segment(entry)];
        int first = slot(entry, slotsOfSegment());
        int slot = first;
        while (true) {
            long there = (long) WORD.getOpaque(segment, slot);
            if (there == 0) {
                there = (long) WORD.compareAndExchange(segment, slot, 0L, entry);
                if (there == 0) {
                    return true;
                }
            }
            if (there == entry) {
                return false;
            }
            slot = after(slot, first, 1, segment.length);
        }
    }

    @Override
    public void restore(int chunk, long[] packed, int from, int to) {
        int added = 0;
        for (int position = from; position < to; position++) {
            added += add(mix(packed[position])) ? 1 : 0;
        }
        added(added, added);
    }
}
