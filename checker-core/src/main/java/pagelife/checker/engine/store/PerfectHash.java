package pagelife.checker.engine.store;

import java.util.Arrays;
import java.util.function.LongConsumer;

/**
 * Gives each of n hashes a rank below n of its own, in less than four bits each, without keeping the hashes: of any
 * other hash the rank means nothing. Bit arrays of twice as many bits as there are hashes left; those that meet no other
 * in one are told apart by it, the rest go on to the next (Limasset, Rizk, Chikhi and Peterlongo, "Fast and scalable
 * minimal perfect hashing for massive key sets", SEA 2017).
 */
final class PerfectHash {
    /** The rank of a hash that is there more than once, or unlucky in every array. */
    static final int NONE = -1;

    /** Bits of an array for each hash left. */
    private static final int ROOM = 2;

    /** Of so few hashes left, for each one there is, they are kept: 8 bytes each. */
    private static final int FEW = 16;

    /** With so many arrays a hash of its own is left over once in 10^9. */
    private static final int MOST_ARRAYS = 40;

    /** A rank is noted for each so many words, as a power of two. */
    private static final int NOTED = 3;

    /** 2^64 over the golden ratio, made odd. */
    private static final long FACTOR = 0x9e3779b97f4a7c15L;

    /** Where each array begins, in words. */
    private final int[] starts = new int[MOST_ARRAYS + 1];
    /** All arrays. */
    private long[] bits = new long[0];
    /** How many arrays there are. */
    private int arrays;
    /** The rank of the first bit of each group of words. */
    private int[] ranks = new int[0];
    /** How many hashes are to be told apart still. */
    private long left;

    /** Hashes that can be gone through again and again, in the same order. */
    interface Source {
        void forEach(LongConsumer consumer);
    }

    /** Tells {@code count} hashes apart; most go through {@code hashes} a few times. */
    PerfectHash(long count, Source hashes) {
        this.left = count;
        while (left > count / FEW && arrays < MOST_ARRAYS) {
            addArray(hashes);
        }
        long[] few = remaining(hashes);
        while (left > 0 && arrays < MOST_ARRAYS) {
            addArray(consumer -> Arrays.stream(few).forEach(consumer));
        }
        rank();
    }

    /** The most bytes that one of so many hashes takes, also while it is made. */
    static long bytes(long count) {
        return 2 * count;
    }

    private void addArray(Source hashes) {
        int words = (int) (ROOM * left / Long.SIZE) + 1;
        long[] met = new long[words];
        long[] again = new long[words];
        hashes.forEach(hash -> {
            if (array(hash) < 0) {
                long place = place(hash, arrays, words);
                int word = (int) (place >>> 6);
                again[word] |= met[word] & 1L << place;
                met[word] |= 1L << place;
            }
        });
        int from = starts[arrays];
        bits = Arrays.copyOf(bits, from + words);
        for (int word = 0; word < words; word++) {
            bits[from + word] = met[word] & ~again[word];
            left -= Long.bitCount(bits[from + word]);
        }
        starts[++arrays] = from + words;
    }

    private long[] remaining(Source hashes) {
        long[] few = new long[(int) left];
        int[] size = {0};
        hashes.forEach(hash -> {
            if (array(hash) < 0) {
                few[size[0]++] = hash;
            }
        });
        return few;
    }

    /** The bit of a hash in the array of this number, which has so many words. */
    private static long place(long hash, int array, int words) {
        long mixed = (hash ^ array * FACTOR) * FACTOR;
        mixed = (mixed ^ mixed >>> 32) * FACTOR;
        return Math.multiplyHigh(mixed >>> 1, (long) words << 7);
    }

    /** The array that tells a hash apart, or -1. */
    private int array(long hash) {
        for (int array = 0; array < arrays; array++) {
            long place = place(hash, array, starts[array + 1] - starts[array]);
            if ((bits[starts[array] + (int) (place >>> 6)] >>> place & 1) != 0) {
                return array;
            }
        }
        return -1;
    }

    private void rank() {
        ranks = new int[(bits.length >>> NOTED) + 1];
        int rank = 0;
        for (int word = 0; word < bits.length; word++) {
            if ((word & (1 << NOTED) - 1) == 0) {
                ranks[word >>> NOTED] = rank;
            }
            rank += Long.bitCount(bits[word]);
        }
    }

    /** The rank of one of the hashes, or {@link #NONE}. */
    int rank(long hash) {
        int array = array(hash);
        if (array < 0) {
            return NONE;
        }
        long place = place(hash, array, starts[array + 1] - starts[array]);
        int word = starts[array] + (int) (place >>> 6);
        int rank = ranks[word >>> NOTED];
        for (int before = word >>> NOTED << NOTED; before < word; before++) {
            rank += Long.bitCount(bits[before]);
        }
        return rank + Long.bitCount(bits[word] & (1L << place) - 1);
    }
}
