package pagelife.checker.engine;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The visited set: exact, open addressing over {@code long[]}, safe for any number of inserting threads.
 *
 * <p>The table is cut into {@value #SEGMENTS} segments by the top bits of an entry, and within a segment the slot grows
 * with the next bits. So growing a segment is one pass over two arrays in order, and growing all of them in turn needs
 * only one spare segment at a time. Segments grow by a fifth when they are {@link #FULL} full: 8 bytes a slot make 10 to
 * 12 bytes a state.
 */
abstract class Store {
    static final VarHandle SLOT = MethodHandles.arrayElementVarHandle(long[].class);

    private static final int SEGMENT_BITS = 6;
    static final int SEGMENTS = 1 << SEGMENT_BITS;
    static final int SEGMENT_SHIFT = Long.SIZE - SEGMENT_BITS;

    /** Bits of an entry that choose the slot within a segment; an entry has to determine 32 bits of its place. */
    private static final int SLOT_BITS = 26;

    private static final int SLOT_SHIFT = Long.SIZE - SLOT_BITS;
    private static final double FULL = 0.8;
    private static final double GROWTH = 1.2;
    private static final int FIRST_SEGMENT = 256;

    final long[][] segments = new long[SEGMENTS][FIRST_SEGMENT];
    private final AtomicLong size = new AtomicLong();
    private long most = most();

    /** The segment of an entry. */
    static int segment(long entry) {
        return (int) (entry >>> SEGMENT_SHIFT);
    }

    /** The first slot to look for an entry in a segment of so many slots. */
    static int slot(long entry, int slots) {
        return (int) ((entry << SEGMENT_BITS >>> SLOT_SHIFT) * slots >>> SLOT_BITS);
    }

    /**
     * Adds the packed states of a block.
     *
     * @param packed the states, one after the other
     * @param count how many
     * @param fresh receives the positions of those that were not there, in order
     * @param appender receives those states
     * @return how many were not there
     */
    abstract int addAll(long[] packed, int count, int[] fresh, Appender appender);

    /** Puts back the states at these positions of a chunk, all of them new, after everything was packed anew. */
    abstract void restore(int chunk, long[] packed, int from, int to);

    final void count(int added) {
        size.addAndGet(added);
    }

    final long size() {
        return size.get();
    }

    /** Whether so many more states could make a segment too full. */
    final boolean crowded(long more) {
        return size.get() + more > most;
    }

    /** Makes room for at least so many more states. No worker may be running. */
    final void grow(long more) {
        double factor = Math.max(GROWTH, (size.get() + more) / (FULL * slots()) * 1.01);
        for (int s = 0; s < SEGMENTS; s++) {
            long[] old = segments[s];
            long[] grown = new long[(int) Math.min(Integer.MAX_VALUE - 8, (long) (old.length * factor) + 1)];
            for (long entry : old) {
                if (entry != 0) {
                    int slot = slot(entry, grown.length);
                    while (grown[slot] != 0) {
                        slot = slot + 1 == grown.length ? 0 : slot + 1;
                    }
                    grown[slot] = entry;
                }
            }
            segments[s] = grown;
        }
        most = most();
    }

    /** Bytes that the next {@link #grow} will bring this to at least. */
    final long bytesWhenGrown() {
        return (long) (bytes() * GROWTH);
    }

    final long bytes() {
        return slots() * Long.BYTES;
    }

    private long slots() {
        long slots = 0;
        for (long[] segment : segments) {
            slots += segment.length;
        }
        return slots;
    }

    private long most() {
        return (long) (slots() * FULL);
    }
}
