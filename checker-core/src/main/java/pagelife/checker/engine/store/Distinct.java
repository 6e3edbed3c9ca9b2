package pagelife.checker.engine.store;

import java.util.Arrays;

/**
 * Counts how many different values some bits of states have, in a table that is used again and again; of many values a
 * sample.
 */
public final class Distinct {
    private static final long FACTOR = 0x9e3779b97f4a7c15L;
    private static final int[] NO_MARKS = {};

    private final long[] table;

    /** Looks at about so many values, a power of 2, unless there are fewer. */
    public Distinct(int values) {
        table = new long[4 * values];
    }

    /** How many different values {@code states & mask} have; at least so many, if they are very many. */
    public int count(long[] states, long[] mask) {
        return count(states, mask, Integer.MAX_VALUE);
    }

    /** The same, but it counts no further than to {@code most}. */
    public int count(long[] states, long[] mask, int most) {
        return count(states, NO_MARKS, mask, 0, most)[1];
    }

    /** The same as a share of all values, from a sample that has all states of one value or none. */
    public double share(long[] states, long[] mask) {
        return share(states, NO_MARKS, mask);
    }

    /** The same for pairs of states and marks. */
    public double share(long[] states, int[] marks, long[] mask) {
        int[] counted = count(states, marks, mask, ignored(states.length / mask.length), Integer.MAX_VALUE);
        return counted[0] == 0 ? 1 : (double) counted[1] / counted[0];
    }

    /** A sample that has, for each value of {@code states & mask}, all states or none. */
    public long[] sample(long[] states, long[] mask) {
        int words = mask.length;
        long ignored = ignored(states.length / words);
        long[] taken = new long[states.length];
        int length = 0;
        for (int at = 0; at < states.length; at += words) {
            if ((hash(states, at, mask, 0) & ignored) == 0) {
                System.arraycopy(states, at, taken, length, words);
                length += words;
            }
        }
        return Arrays.copyOf(taken, length);
    }

    /** Different for different states of one word; of more, as good as always. */
    private static long hash(long[] states, int at, long[] mask, long mark) {
        long masked = states[at] & mask[0];
        for (int w = 1; w < mask.length; w++) {
            masked = NarrowStore.mix(masked + FACTOR) ^ states[at + w] & mask[w];
        }
        return NarrowStore.mix((masked ^ mark) + 1);
    }

    /** Bits of a hash that are to be 0 in a sample of so many values. */
    private long ignored(int size) {
        return Long.highestOneBit(Math.max(1, 4L * size / table.length)) - 1 << 8;
    }

    /**
     * Looks at those whose hash has none of the ignored bits, until there are {@code most} values; returns how many
     * states those are, and how many values they have.
     */
    private int[] count(long[] states, int[] marks, long[] mask, long ignored, int most) {
        long[] slots = table;
        Arrays.fill(slots, 0);
        int last = slots.length - 1;
        int enough = Math.min(slots.length / 2, most);
        int taken = 0;
        int found = 0;
        int words = mask.length;
        long narrow = words == 1 ? mask[0] : 0;
        for (int i = 0, at = 0; at < states.length && found < enough; i++, at += words) {
            long mark = marks.length == 0 ? 0 : marks[i] * FACTOR;
            long hash = words == 1
                    ? NarrowStore.mix((states[at] & narrow ^ mark) + 1) // as hash does, without the call
                    : hash(states, at, mask, mark);
            if ((hash & ignored) == 0) {
                taken++;
                int slot = (int) (hash >>> 40) & last;
                long known = slots[slot];
                while (known != 0 && known != hash) {
                    slot = slot + 1 & last;
                    known = slots[slot];
                }
                if (known == 0) {
                    found++;
                    slots[slot] = hash;
                }
            }
        }
        return new int[] {taken, found};
    }
}
