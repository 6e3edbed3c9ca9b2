package pagelife.checker.engine.store;

import java.util.Arrays;
import java.util.BitSet;
import pagelife.checker.engine.pack.Layout;
import pagelife.checker.engine.pack.Replay;

/**
 * Successors of groups of states. A group is a few states that differ in near bits only; an effect that is
 * possible in some of them makes a <em>set</em> of successors, which differ in near bits only, too. So a set is the far
 * bits of the successors, the near bits of the states they come from, and how the effect flips those.
 */
public final class SuccessorSets {
    private static final int FIRST_ROOM = 1 << 10;

    /** Longs of a packed state. */
    private final int words;
    /** For each set the far bits of its successors, as a state whose near bits are 0. */
    private long[] far;
    /** For each set its effect, or the complement of its step. */
    private int[] effects = new int[FIRST_ROOM];
    /** For each set what to XOR near bits before with. */
    private int[] flips = new int[FIRST_ROOM];
    /** For each set where in {@link #near} it starts, inclusive. */
    private int[] starts = new int[FIRST_ROOM];
    /** For each set where in {@link #near} it ends, exclusive. */
    private int[] ends = new int[FIRST_ROOM];
    /** Near bits of states before the step, one a place; several sets may share a stretch. */
    private int[] near = new int[FIRST_ROOM];
    /** How many sets there are. */
    private int count;
    /** How many places of {@link #near} are in use. */
    private int used;

    /** Sets of states of so many words. */
    public SuccessorSets(int words) {
        this.words = words;
        this.far = new long[FIRST_ROOM * words];
    }

    /** How many sets there are. */
    public int count() {
        return count;
    }

    /** For each set the far bits of its successors, one state after the other; the near bits are 0. */
    long[] far() {
        return far;
    }

    /**
     * For each set the index of its effect; the complement of the step's, a negative number, if it was executed
     * directly.
     */
    public int[] effects() {
        return effects;
    }

    /** For each set what to XOR the near bits of the states before with. */
    int[] flips() {
        return flips;
    }

    /** For each set where in {@link #near} it starts. */
    public int[] starts() {
        return starts;
    }

    /** For each set where in {@link #near} it ends. */
    public int[] ends() {
        return ends;
    }

    /** Near bits of states, a stretch for each group and for each part of one. */
    public int[] near() {
        return near;
    }

    /** How much of {@link #near} is used. */
    public int used() {
        return used;
    }

    /** Adds the near bits of one more state to the stretch at the end. */
    public void addNear(int bits) {
        if (used == near.length) {
            near = Arrays.copyOf(near, 2 * used);
        }
        near[used++] = bits;
    }

    /** Adds a set; its far bits are those of the state at {@code offset} of {@code packed}, {@code nearBits} apart. */
    public void add(long[] packed, int offset, int nearBits, int effect, int flip, int start, int end) {
        room();
        int to = count * words;
        far[to] = Layout.far(packed[offset], nearBits);
        for (int w = 1; w < words; w++) {
            far[to + w] = packed[offset + w];
        }
        addBehind(effect, flip, start, end);
    }

    /**
     * Adds the set that an effect makes of a group.
     *
     * @param group the far bits of the group, as a state whose near bits are 0
     * @param masks the words to XOR a state with, those of the effect at {@code effect * words}
     */
    public void addAfter(long[] group, long[] masks, int nearBits, int effect, int start, int end) {
        room();
        int to = count * words;
        int mask = effect * words;
        int flip = Layout.near(masks[mask], nearBits);
        far[to] = group[0] ^ masks[mask] ^ flip;
        for (int w = 1; w < words; w++) {
            far[to + w] = group[w] ^ masks[mask + w];
        }
        addBehind(effect, flip, start, end);
    }

    private void room() {
        if (count == effects.length) {
            int room = 2 * count;
            far = Arrays.copyOf(far, room * words);
            effects = Arrays.copyOf(effects, room);
            flips = Arrays.copyOf(flips, room);
            starts = Arrays.copyOf(starts, room);
            ends = Arrays.copyOf(ends, room);
        }
    }

    private void addBehind(int effect, int flip, int start, int end) {
        effects[count] = effect;
        flips[count] = flip;
        starts[count] = start;
        ends[count++] = end;
    }

    /** Drops the sets and the near bits from these on. */
    public void truncate(int sets, int nearBits) {
        count = sets;
        used = nearBits;
    }

    /** How many successors the sets from {@code from} on have together. */
    public int successors(int from) {
        int sum = 0;
        for (int set = from; set < count; set++) {
            sum += ends[set] - starts[set];
        }
        return sum;
    }

    /** Whether some set from {@code from} on comes from a whole group of so many states. */
    public boolean coverAll(int from, int states) {
        for (int set = from; set < count; set++) {
            if (ends[set] - starts[set] == states) {
                return true;
            }
        }
        return false;
    }

    /** Marks the near bits of all states that the sets from {@code from} on come from. */
    public void mark(int from, BitSet marks) {
        for (int set = from; set < count; set++) {
            for (int i = starts[set]; i < ends[set]; i++) {
                marks.set(near[i]);
            }
        }
    }

    /** The successors, in the sets from {@code from} on, of the state with these near bits. */
    public Replay replay(int bits, int from) {
        Replay replay = new Replay();
        for (int set = from; set < count; set++) {
            for (int i = starts[set]; i < ends[set]; i++) {
                if (near[i] == bits) {
                    long[] successor = Arrays.copyOfRange(far, set * words, (set + 1) * words);
                    successor[0] |= bits ^ flips[set];
                    replay.add(effects[set], successor);
                }
            }
        }
        return replay;
    }
}
