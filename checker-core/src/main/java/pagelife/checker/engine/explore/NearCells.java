package pagelife.checker.engine.explore;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import pagelife.checker.engine.code.Memo;
import pagelife.checker.engine.pack.Transitions;
import pagelife.checker.engine.store.ClusterStore;
import pagelife.checker.engine.store.LevelSorter;
import pagelife.checker.engine.store.Levels;
import pagelife.checker.engine.store.Store;
import pagelife.checker.search.Grouping;

/**
 * When to choose near cells, and which: when a hundred thousand states are known, once more when there are many
 * times more, and when the choice turns out to be a bad one.
 */
final class NearCells {
    /** So many states take a tenth of a second; choosing takes about as long. */
    static final long FIRST = 1 << 17;

    /** Chosen again when there are so many times more states: from 2^17 to {@link #LAST} that is once. */
    private static final int INTERVAL = 8;

    /** With so many states known, more would hardly change the choice. */
    private static final long LAST = 1 << 20;

    /** At first there may be so many times more values of the near cells to come. */
    private static final int GROWTH = 8;

    /** A level of up to so many states shows what a choice is worth. */
    private static final int LARGE_LEVEL = 1 << 12;

    /** States from which candidates are found. */
    private static final int EARLY = 1 << 15;

    /** A cell that has had so many times more values since there were half the states is taken to go on growing. */
    private static final double GROWS = 1.25;

    /** Cells with fewer values are not taken for growing ones: they are looked at when few states are known. */
    private static final int FEW_VALUES = 16;

    /** The layout, and the cells. */
    private final Memo memo;
    /** The states to choose by. */
    private final Levels levels;
    /** Whether to choose at all. */
    private final Grouping grouping;
    /** The sets of cells that were found worth a try early, as far as they still are. */
    private List<BitSet> candidates = List.of();
    /** Whether candidates have been looked for. */
    private boolean found;
    /** When to choose again: at so many states. */
    private long next;
    /** How many values each cell had when sizes were noted the time before: with half as many states or fewer. */
    private int[] sizesBefore;
    /** How many values each cell had when they were noted last. */
    private int[] sizesLast;
    /** How many states there were when sizes were noted last: they are noted anew at twice as many. */
    private long statesLast = 1;

    /** Chooses, if the grouping is automatic, when so many states are known. */
    NearCells(Memo memo, Levels levels, Grouping grouping, long first) {
        this.memo = memo;
        this.levels = levels;
        this.grouping = grouping;
        this.sizesLast = memo.cells().sizes();
        this.sizesBefore = sizesLast;
        this.next = switch (grouping) {
            case AUTOMATIC -> first;
            case ALWAYS, ALWAYS_THIN -> 1;
            case NEVER -> Long.MAX_VALUE;
        };
    }

    /** Whether it is time to choose. */
    boolean due(Store store) {
        return (store.size() >= next || tooManyLanes(store)) && levels.count() > 0 && levels.allInMemory();
    }

    /** Looks how many values cells have had by now; to be called again and again. */
    void look(long states) {
        if (states >= 2 * statesLast) {
            sizesBefore = sizesLast;
            sizesLast = memo.cells().sizes();
            statesLast = states;
        }
    }

    /** Cells that had far fewer values when there were half as many states: those to come would make lanes. */
    private BitSet growing() {
        int[] sizes = memo.cells().sizes();
        BitSet growing = new BitSet();
        for (int cell = 0; cell < sizes.length; cell++) {
            growing.set(cell, sizes[cell] > FEW_VALUES && sizes[cell] > GROWS * sizesBefore[cell]);
        }
        return growing;
    }

    private static boolean tooManyLanes(Store store) {
        return store instanceof ClusterStore clusters && clusters.lanes() > 2 * Clustering.MOST_LANES;
    }

    /** Leaves the choice of a checkpoint as it is for a while. */
    void resumed(Store store) {
        next = Math.max(next, store.size() + 1);
    }

    /**
     * Chooses, from the next layout on. No worker may be running.
     *
     * @param open states found that are in no level yet
     * @param worker one with nothing to insert
     * @return whether the choice is another one than before
     */
    boolean choose(Store store, List<Levels.Stretch> open, Worker worker) {
        next = always() || next < LAST ? Math.max(next, store.size()) * INTERVAL : Long.MAX_VALUE;
        Transitions level = worker.transitions(gathered(first(LARGE_LEVEL, levels.level(typicalLevel()))));
        if (!found || always()) {
            found = true;
            candidates = clustering(first(EARLY, all(open)), level, GROWTH).candidates(memo.changes());
        }
        if (tooManyLanes(store)) {
            BitSet tooMany = memo.near(); // and more cells would have even more values
            candidates = candidates.stream()
                    .filter(cells -> !containsAll(cells, tooMany))
                    .toList();
        }
        BitSet growing = growing();
        List<BitSet> steady =
                candidates.stream().filter(cells -> !cells.intersects(growing)).toList();
        return memo.cluster(clustering(all(open), level, 1).best(steady));
    }

    private boolean always() {
        return switch (grouping) {
            case AUTOMATIC, NEVER -> false;
            case ALWAYS, ALWAYS_THIN -> true;
        };
    }

    private Clustering clustering(List<Levels.Stretch> visited, Transitions level, int growth) {
        double worth = always() ? Double.POSITIVE_INFINITY : Clustering.WORTH;
        return new Clustering(memo.layout(), memo.cells().sizes(), gathered(visited), level, growth, worth);
    }

    private static boolean containsAll(BitSet cells, BitSet all) {
        return all.stream().allMatch(cells::get);
    }

    private int typicalLevel() {
        int typical = 0;
        for (int depth = 0; depth < levels.count(); depth++) {
            if (levels.states(depth) <= LARGE_LEVEL && levels.states(depth) > levels.states(typical)) {
                typical = depth;
            }
        }
        return typical;
    }

    /** Stretches up to the one with the state of this number. */
    private static List<Levels.Stretch> first(int states, List<Levels.Stretch> stretches) {
        List<Levels.Stretch> first = new ArrayList<>();
        long size = 0;
        for (Levels.Stretch stretch : stretches) {
            if (size < states) {
                first.add(stretch);
                size += stretch.size();
            }
        }
        return first;
    }

    private List<Levels.Stretch> all(List<Levels.Stretch> open) {
        List<Levels.Stretch> all = new ArrayList<>();
        for (int depth = 0; depth < levels.count(); depth++) {
            all.addAll(levels.level(depth));
        }
        all.addAll(open);
        return all;
    }

    private long[] gathered(List<Levels.Stretch> stretches) {
        return new LevelSorter(levels).gathered(stretches);
    }
}
