package pagelife.checker.engine;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The visited set: exact, open addressing over {@code long[]}, safe for any number of inserting threads.
 *
 * <p>The table is cut into {@value #SEGMENTS} segments by the top bits of an entry, and within a segment the slot grows
 * with the next bits. So growing a segment is one pass over two arrays in order, and growing all of them in turn needs
 * only one spare segment at a time.
 */
abstract class Store {
    static final VarHandle WORD = MethodHandles.arrayElementVarHandle(long[].class);

    private static final int SEGMENT_BITS = 6;
    private static final int SEGMENTS = 1 << SEGMENT_BITS;
    private static final int SEGMENT_SHIFT = Long.SIZE - SEGMENT_BITS;

    /** Bits of an entry that choose the slot within a segment; an entry has to determine 32 bits of its place. */
    private static final int SLOT_BITS = 26;

    private static final int SLOT_SHIFT = Long.SIZE - SLOT_BITS;

    /** Above this load an unsuccessful probe crosses into another cache line too often. */
    private static final double FULL = 0.75;

    /** A small table doubles; a large one grows by a fifth, so that 8-byte entries never take more than 13 bytes each. */
    private static final double SMALL_GROWTH = 2;

    private static final double LARGE_GROWTH = 1.2;
    private static final long LARGE_BYTES = 1 << 25;
    /** Slots of a segment at first: enough that none overflows by chance before the table is full (nine sigma). */
    private static final int FIRST_SLOTS = 1 << 10;

    /** The segments: entries of {@link #stride} words, the first of them 0 in an empty slot. */
    final long[][] segments;

    /** Words per entry. */
    final int stride;

    private final AtomicLong states = new AtomicLong();
    private final AtomicLong entries = new AtomicLong();
    private final AtomicLong reserved = new AtomicLong();
    private long most;

    Store(int stride) {
        this.stride = stride;
        this.segments = new long[SEGMENTS][FIRST_SLOTS * stride];
        this.most = most();
    }

    /** The segment of an entry with this first word. */
    static int segment(long entry) {
        return (int) (entry >>> SEGMENT_SHIFT);
    }

    /** The first slot to look for an entry in a segment of so many slots. */
    static int slot(long entry, int slots) {
        return (int) ((entry << SEGMENT_BITS >>> SLOT_SHIFT) * slots >>> SLOT_BITS);
    }

    /** One worker's way in. */
    interface Inserter {
        /**
         * Adds the packed states of a block, and appends those that were not there to the worker's levels.
         *
         * @param packed the states, one after the other
         * @param count how many
         * @param fresh receives the positions of those that were not there, in order; at least {@code count} long
         * @return how many were not there
         */
        int addAll(long[] packed, int count, int[] fresh);
    }

    /** A way in for the worker of this appender. */
    abstract Inserter inserter(Appender appender);

    /** Puts back the states at these positions of a chunk, all of them new, after everything was packed anew. */
    abstract void restore(int chunk, long[] packed, int from, int to);

    /** Whether a state of one word is in it. */
    boolean contains(long state) {
        throw new IllegalStateException("only a store of one-word states is asked for one");
    }

    final void added(int newStates, int newEntries) {
        states.addAndGet(newStates);
        entries.addAndGet(newEntries);
    }

    /** How many states are in it. */
    final long size() {
        return states.get();
    }

    /** Whether so many more states could make it too full. */
    final boolean crowded(long more) {
        return entries.get() + more > most;
    }

    /**
     * Reserves room for so many states, unless that could make it too full. To be released once they are in: a worker may
     * be interrupted with thousands of states half inserted while others go on.
     */
    final boolean reserve(long more) {
        long inFlight =
                reserved.addAndGet(more); // before looking at the entries: what is released by then is among them
        if (entries.get() + inFlight <= most) {
            return true;
        }
        release(more);
        return false;
    }

    final void release(long more) {
        reserved.addAndGet(-more);
    }

    /** Makes room for at least so many more states. No worker may be running. */
    final void grow(long more) {
        double factor = Math.max(growth(), (entries.get() + more) / (FULL * slots()) * 1.01);
        for (int s = 0; s < SEGMENTS; s++) {
            int before = segments[s].length / stride;
            long slots = (long) (before * factor) + 1;
            segments[s] = rehash(segments[s], (int) Math.min((Integer.MAX_VALUE - 8) / stride, slots));
        }
        most = most();
    }

    private long[] rehash(long[] old, int slots) {
        long[] grown = new long[slots * stride];
        for (int at = 0; at < old.length; at += stride) {
            if (old[at] != 0) {
                int slot = slot(old[at], slots);
                while (grown[slot * stride] != 0) {
                    slot = slot + 1 == slots ? 0 : slot + 1;
                }
                System.arraycopy(old, at, grown, slot * stride, stride);
            }
        }
        return grown;
    }

    /** Bytes that the next {@link #grow} will bring this to at least. */
    final long bytesWhenGrown() {
        return (long) (bytes() * growth());
    }

    private double growth() {
        return bytes() < LARGE_BYTES ? SMALL_GROWTH : LARGE_GROWTH;
    }

    final long bytes() {
        return slots() * stride * Long.BYTES;
    }

    private long slots() {
        long slots = 0;
        for (long[] segment : segments) {
            slots += segment.length / stride;
        }
        return slots;
    }

    private long most() {
        return (long) (slots() * FULL);
    }
}
