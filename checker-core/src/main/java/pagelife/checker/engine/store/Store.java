package pagelife.checker.engine.store;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntConsumer;
import pagelife.checker.engine.code.Runaway;

/**
 * The visited set: exact, open addressing over {@code long[]}, safe for any number of inserting threads.
 *
 * <p>The table is cut into {@value #SEGMENTS} segments by the top bits of an entry, and within a segment the slot grows
 * with the next bits. So growing a segment is one pass over two arrays in order, and growing all of them in turn needs
 * only one spare segment at a time.
 */
public abstract class Store {
    static final VarHandle WORD = MethodHandles.arrayElementVarHandle(long[].class);

    /** Slots of a segment of small entries at first. */
    static final int FIRST_SLOTS = 1 << 10;

    private static final int SEGMENT_BITS = 6;
    private static final int SEGMENTS = 1 << SEGMENT_BITS;
    private static final int SEGMENT_SHIFT = Long.SIZE - SEGMENT_BITS;

    /** Bits of an entry that choose the slot within a segment; an entry has to determine 32 bits of its place. */
    private static final int SLOT_BITS = 26;

    private static final int SLOT_SHIFT = Long.SIZE - SLOT_BITS;

    /** Above this load an unsuccessful probe crosses into another cache line too often. */
    private static final double FULL = 0.75;

    /** No segment may overflow by chance before the table is full: the others would have to have so many sigma less. */
    private static final double SIGMAS = 9;

    /**
     * A small table doubles; a large one grows by a fifth, so that 8-byte entries never take more than 13 bytes each.
     */
    private static final double SMALL_GROWTH = 2;

    private static final double LARGE_GROWTH = 1.2;
    private static final long LARGE_BYTES = 1 << 25;

    /**
     * The segments: entries of {@link #stride} words, the first of them 0 in an empty slot. All have the same length.
     */
    final long[][] segments;

    /** Words of an entry. */
    private int stride;
    /** Slots of each segment. */
    private int slotsOfSegment;
    /** The states that are in. */
    private final AtomicLong states = new AtomicLong();
    /** The slots that are taken. */
    private final AtomicLong entries = new AtomicLong();

    private final AtomicLong reserved = new AtomicLong();
    private long most;

    /** An empty store of entries of so many words, with so many slots in each segment. */
    Store(int stride, int slots) {
        this.stride = stride;
        this.slotsOfSegment = slots;
        this.segments = new long[SEGMENTS][slots * stride];
        this.most = most();
    }

    /** Gives back the memory of all entries. From here on it only knows how many there were. */
    public void release() {
        Arrays.fill(segments, new long[0]);
    }

    /** Takes a form that needs less memory, if there is one by now. No worker may be running. */
    public void slim() {}

    /** Words per entry. */
    final int stride() {
        return stride;
    }

    /** Slots of each segment. */
    final int slotsOfSegment() {
        return slotsOfSegment;
    }

    /** The segment of an entry with this first word. */
    static int segment(long entry) {
        return (int) (entry >>> SEGMENT_SHIFT);
    }

    /** The first slot to look for an entry in a segment of so many slots. */
    static int slot(long entry, int slots) {
        return (int) ((entry << SEGMENT_BITS >>> SLOT_SHIFT) * slots >>> SLOT_BITS);
    }

    /**
     * The place to look at after {@code at}, round and round. A segment that is full though the table is not has no
     * empty slot to end a probe: that takes an excess of {@value #SIGMAS} standard deviations, and if it happens the
     * search ends, with what it has found, when the probe is back where it began.
     */
    static int after(int at, int first, int stride, int length) {
        int next = at + stride == length ? 0 : at + stride;
        if (next == first) {
            throw new Runaway(
                    "a segment of the visited set is full; with another limit on memory its size will differ");
        }
        return next;
    }

    /** One worker's way in. */
    public interface Inserter {
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
    public abstract Inserter inserter(Appender appender);

    /** Puts back the states at these positions of a chunk, all of them new, after everything was packed anew. */
    public abstract void restore(int chunk, long[] packed, int from, int to);

    final void added(int newStates, int newEntries) {
        states.addAndGet(newStates);
        entries.addAndGet(newEntries);
    }

    /** How many slots are taken. */
    final long entries() {
        return entries.get();
    }

    /** How many states are in it. */
    public final long size() {
        return states.get();
    }

    /** Whether so many more states could make it too full. */
    public final boolean crowded(long more) {
        return entries.get() + more > most;
    }

    /**
     * Reserves room for so many states, unless that could make it too full. To be released once they are in: a worker
     * may be interrupted with thousands of states half inserted while others go on.
     */
    public final boolean reserve(long more) {
        long inFlight =
                reserved.addAndGet(more); // before looking at the entries: what is released by then is among them
        if (entries.get() + inFlight <= most) {
            return true;
        }
        release(more);
        return false;
    }

    public final void release(long more) {
        reserved.addAndGet(-more);
    }

    /** Does something with each number below a count, in any order or at the same time. */
    public interface Loop {
        /** One after the other. */
        Loop PLAIN = (count, body) -> {
            for (int i = 0; i < count; i++) {
                body.accept(i);
            }
        };

        void each(int count, IntConsumer body);
    }

    /** Makes room for at least so many more states, segment by segment. No worker may be running. */
    public final void grow(long more, Loop loop) {
        double factor = Math.max(growth(), (entries.get() + more) / (full() * slots()) * 1.01);
        int slots = (int) Math.min((Integer.MAX_VALUE - 8) / stride, (long) (slotsOfSegment * factor) + 1);
        loop.each(SEGMENTS, s -> segments[s] = rehash(segments[s], slots));
        slotsOfSegment = slots;
        most = most();
    }

    /** Copies an entry to words of 0. */
    interface Move {
        void entry(long[] from, int at, long[] to, int there);
    }

    /** Gives each entry so many words. No worker may be running. */
    final void reshape(int words, Move move) {
        for (int s = 0; s < SEGMENTS; s++) {
            long[] old = segments[s];
            long[] made = new long[slotsOfSegment * words];
            for (int slot = 0; slot < slotsOfSegment; slot++) {
                if (old[slot * stride] != 0) {
                    move.entry(old, slot * stride, made, slot * words);
                }
            }
            segments[s] = made;
        }
        stride = words;
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
    public final long bytesWhenGrown() {
        return (long) (tableBytes() * growth()) + bytesAside();
    }

    private double growth() {
        return tableBytes() < LARGE_BYTES ? SMALL_GROWTH : largeGrowth();
    }

    /** How many times larger a large table gets. */
    double largeGrowth() {
        return LARGE_GROWTH;
    }

    public final long bytes() {
        return tableBytes() + bytesAside();
    }

    /** Bytes of the entries. */
    final long tableBytes() {
        return slots() * stride * Long.BYTES;
    }

    /** Bytes of what entries point to, if that is the store's own. */
    long bytesAside() {
        return 0;
    }

    private long slots() {
        return (long) SEGMENTS * slotsOfSegment;
    }

    private long most() {
        return (long) (slots() * full());
    }

    /** The load of a full table. A segment's share of n entries has a variance of at most n / SEGMENTS. */
    private double full() {
        double sigmas = SIGMAS / Math.sqrt(slotsOfSegment);
        double root = (Math.sqrt(sigmas * sigmas + 4) - sigmas) / 2; // 1 - load = sigmas * sqrt(load)
        return Math.min(FULL, root * root);
    }
}
