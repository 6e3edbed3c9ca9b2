package pagelife.checker.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Sorts the states of a level, in runs, so that states which share an entry of a {@link ClusterStore} are explored one after
 * the other; and, since an effect flips the same bits of all of them, so are their successors inserted. That quarters the
 * cache misses of a large search. Radix sort, least significant digit first.
 */
final class LevelSorter {
    /** States in a run: two buffers of them stay in the last-level cache. */
    private static final int RUN = 1 << 18;

    private static final int DIGIT_BITS = 11;
    private static final int DIGITS = 1 << DIGIT_BITS;

    private final Levels levels;
    private final int lowest;
    private long[] states = {};
    private long[] spare = {};

    /** A sorter that does not look at the lowest bits. */
    LevelSorter(Levels levels, int lowest) {
        this.levels = levels;
        this.lowest = lowest;
    }

    /** Cuts a level into runs; what is too small to be worth it is left out. */
    static List<List<Levels.Stretch>> runs(List<Levels.Stretch> level) {
        List<List<Levels.Stretch>> runs = new ArrayList<>();
        List<Levels.Stretch> run = new ArrayList<>();
        int size = 0;
        for (Levels.Stretch stretch : level) {
            run.add(stretch);
            size += stretch.to() - stretch.from();
            if (size >= RUN) {
                runs.add(run);
                run = new ArrayList<>();
                size = 0;
            }
        }
        if (size > Levels.CHUNK) {
            runs.add(run);
        }
        return runs;
    }

    /** Sorts the states of a run among its places. */
    void sort(List<Levels.Stretch> run) {
        int size =
                run.stream().mapToInt(stretch -> stretch.to() - stretch.from()).sum();
        states = new long[size];
        spare = new long[size];
        int at = 0;
        for (Levels.Stretch stretch : run) {
            int length = stretch.to() - stretch.from();
            System.arraycopy(levels.chunk(stretch.chunk()), stretch.from(), states, at, length);
            at += length;
        }
        int[] ends = new int[DIGITS];
        for (int shift = lowest; shift < Long.SIZE; shift += DIGIT_BITS) {
            pass(shift, ends);
        }
        at = 0;
        for (Levels.Stretch stretch : run) {
            int length = stretch.to() - stretch.from();
            System.arraycopy(states, at, levels.chunk(stretch.chunk()), stretch.from(), length);
            at += length;
        }
    }

    private void pass(int shift, int[] ends) {
        Arrays.fill(ends, 0);
        for (long state : states) {
            ends[(int) (state >>> shift) & DIGITS - 1]++;
        }
        if (ends[(int) (states[0] >>> shift) & DIGITS - 1] == states.length) {
            return; // all have the same digit
        }
        int sum = 0;
        for (int digit = 0; digit < DIGITS; digit++) {
            int count = ends[digit];
            ends[digit] = sum;
            sum += count;
        }
        for (long state : states) {
            spare[ends[(int) (state >>> shift) & DIGITS - 1]++] = state;
        }
        long[] sorted = spare;
        spare = states;
        states = sorted;
    }
}
