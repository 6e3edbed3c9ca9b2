package pagelife.checker.engine.store;

import java.util.ArrayList;
import java.util.List;
import pagelife.checker.engine.pack.Layout;
import pagelife.checker.engine.pack.RadixSort;

/**
 * Sorts the states of a level, in runs, so that states which share an entry of a {@link ClusterStore} are explored one
 * after the other; and, since an effect flips the same bits of all of them, so are their successors inserted. That
 * quarters the cache misses of a large search.
 */
public final class LevelSorter {
    /** States in a run: two buffers of them stay in the last-level cache. */
    public static final int RUN = 1 << 18;

    /** The bits of a word that hold the place of a state; those above are of its hash. */
    private static final long NUMBER = 0xffffffffL;

    private final Levels levels;

    public LevelSorter(Levels levels) {
        this.levels = levels;
    }

    /** Cuts a level into runs of about so many states; a last one smaller than {@code least} is left out. */
    public static List<List<Levels.Stretch>> runs(List<Levels.Stretch> level, int states, int least) {
        List<List<Levels.Stretch>> runs = new ArrayList<>();
        List<Levels.Stretch> run = new ArrayList<>();
        int size = 0;
        for (Levels.Stretch stretch : level) {
            run.add(stretch);
            size += stretch.size();
            if (size >= states) {
                runs.add(run);
                run = new ArrayList<>();
                size = 0;
            }
        }
        if (size >= least && size > 0) {
            runs.add(run);
        }
        return runs;
    }

    /** The states of a run in order, one after the other; bits of the last word below {@code lowest} do not count. */
    long[] sorted(List<Levels.Stretch> run, int lowest) {
        return RadixSort.sort(gathered(run), levels.words(), lowest);
    }

    /** The states of these stretches, one after the other. */
    public long[] gathered(List<Levels.Stretch> run) {
        int words = levels.words();
        long[] states = new long[run.stream().mapToInt(Levels.Stretch::size).sum() * words];
        int at = 0;
        for (Levels.Stretch stretch : run) {
            System.arraycopy(levels.chunk(stretch.chunk()), stretch.from() * words, states, at, stretch.size() * words);
            at += stretch.size() * words;
        }
        return states;
    }

    /**
     * Sorts the states of a run among its places; those that differ in their lowest bits only come to lie side by side,
     * but for a few.
     */
    public void sort(List<Levels.Stretch> run, int lowest) {
        int words = levels.words();
        long[] states = words == 1 ? sorted(run, lowest) : sideBySide(gathered(run), lowest);
        int at = 0;
        for (Levels.Stretch stretch : run) {
            System.arraycopy(states, at, levels.chunk(stretch.chunk()), stretch.from() * words, stretch.size() * words);
            at += stretch.size() * words;
        }
    }

    /**
     * States of several words in the order of a hash of all but their lowest bits. To sort them by all their words
     * would cost as much as to explore them.
     */
    private long[] sideBySide(long[] states, int lowest) {
        int words = levels.words();
        long[] order = new long[states.length / words];
        for (int i = 0; i < order.length; i++) {
            long hash = WideStore.hash(Layout.far(states[i * words], lowest), states, i * words, words);
            order[i] = hash & ~NUMBER | i;
        }
        order = RadixSort.sort(order, 1, Integer.SIZE);
        long[] sorted = new long[states.length];
        for (int i = 0; i < order.length; i++) {
            System.arraycopy(states, (int) (order[i] & NUMBER) * words, sorted, i * words, words);
        }
        return sorted;
    }
}
