package pagelife.checker.engine.pack;

import java.util.Arrays;

/**
 * Sorts records of a few words each, the first word being the most significant: radix sort, least significant digit
 * first.
 */
public final class RadixSort {
    private static final int DIGIT_BITS = 11;
    private static final int DIGITS = 1 << DIGIT_BITS;

    /** Longs of a record. */
    private final int words;
    /** For each digit how many records have it; then where the next of these goes in the other array. */
    private final int[] ends = new int[DIGITS];
    /** The records, one after the other. */
    private long[] records;
    /** An array of the same length that a pass writes to. */
    private long[] spare;

    private RadixSort(long[] records, int words) {
        this.words = words;
        this.records = records;
        this.spare = new long[records.length];
    }

    /**
     * The records in order, as unsigned numbers, in the array given or in another of its length; the other one is then
     * garbage.
     *
     * @param lowest the lowest bit of the last word that counts
     */
    public static long[] sort(long[] records, int words, int lowest) {
        RadixSort sort = new RadixSort(records, words);
        for (int word = words - 1; word >= 0; word--) {
            for (int shift = word == words - 1 ? lowest : 0; shift < Long.SIZE; shift += DIGIT_BITS) {
                sort.pass(word, shift);
            }
        }
        return sort.records;
    }

    private void pass(int word, int shift) {
        Arrays.fill(ends, 0);
        for (int at = word; at < records.length; at += words) {
            ends[(int) (records[at] >>> shift) & DIGITS - 1]++;
        }
        if (records.length == 0 || ends[(int) (records[word] >>> shift) & DIGITS - 1] * words == records.length) {
            return; // all have the same digit
        }
        int sum = 0;
        for (int digit = 0; digit < DIGITS; digit++) {
            int count = ends[digit];
            ends[digit] = sum;
            sum += count;
        }
        if (words == 1) {
            for (long record : records) {
                spare[ends[(int) (record >>> shift) & DIGITS - 1]++] = record;
            }
        } else {
            for (int at = 0; at < records.length; at += words) {
                int to = ends[(int) (records[at + word] >>> shift) & DIGITS - 1]++;
                System.arraycopy(records, at, spare, to * words, words);
            }
        }
        long[] sorted = spare;
        spare = records;
        records = sorted;
    }
}
