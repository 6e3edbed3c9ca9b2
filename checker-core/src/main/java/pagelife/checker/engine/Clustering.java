package pagelife.checker.engine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.LongPredicate;

/**
 * Chooses the near cells of a {@link ClusterStore}: those that vary most freely against the others, so that the most states
 * share an entry. Greedy from a few seeds: cell by cell, the one that saves most entries per bit.
 *
 * <p>How many entries there would be is estimated from a uniform sample: a state that shares its entry with v - 1 others is
 * 1/v of an entry.
 */
final class Clustering {
    /** A bitmap of 64 bits is the smallest, one of 256 the largest: a larger one spans too many cache lines. */
    static final int LEAST_BITS = 6;

    static final int MOST_BITS = 8;

    /** A cluster store must be this much smaller than a plain one to be worth it. */
    private static final double WORTH = 0.75;

    private static final int SEEDS = 6;

    private final Layout layout;
    private final int[] sizes;
    private final long[] sample;
    private final LongPredicate visited;

    Clustering(Layout layout, int[] sizes, long[] sample, LongPredicate visited) {
        this.layout = layout;
        this.sizes = sizes;
        this.sample = sample;
        this.visited = visited;
    }

    /** The near cells; none when nothing is gained over one word a state. */
    int[] choose() {
        Choice none = new Choice(List.of(), 1);
        List<Choice> seeds = extensions(none).stream().limit(SEEDS).toList();
        return seeds.stream()
                .flatMap(seed -> growths(seed).stream())
                .filter(choice -> choice.wordsPerState() < WORTH)
                .min(Comparator.comparingDouble(Choice::wordsPerState))
                .orElse(none)
                .cells
                .stream()
                .mapToInt(cell -> cell)
                .toArray();
    }

    /** A choice and those that come of it, taking the best next cell each time. */
    private List<Choice> growths(Choice seed) {
        List<Choice> growths = new ArrayList<>();
        for (List<Choice> next = List.of(seed); !next.isEmpty(); next = extensions(next.get(0))) {
            growths.add(next.get(0));
        }
        return growths;
    }

    /** The choices with one cell more, those that save most entries per bit first. */
    private List<Choice> extensions(Choice choice) {
        List<Choice> extensions = new ArrayList<>();
        for (int cell = 0; cell < sizes.length; cell++) {
            if (sizes[cell] > 1
                    && !choice.cells.contains(cell)
                    && bits(choice.cells) + Layout.bitsFor(sizes[cell]) <= MOST_BITS) {
                List<Integer> longer = new ArrayList<>(choice.cells);
                longer.add(cell);
                extensions.add(new Choice(longer, entriesPerState(longer)));
            }
        }
        extensions.sort(
                Comparator.comparingDouble(extension -> Math.log(extension.entriesPerState) / bits(extension.cells)));
        return extensions;
    }

    private int bits(List<Integer> cells) {
        int bits = 0;
        for (int cell : cells) {
            bits += Layout.bitsFor(sizes[cell]);
        }
        return bits;
    }

    private final class Choice {
        private final List<Integer> cells;
        private final double entriesPerState;

        Choice(List<Integer> cells, double entriesPerState) {
            this.cells = cells;
            this.entriesPerState = entriesPerState;
        }

        double wordsPerState() {
            return entriesPerState * (1 + (1 << Math.max(0, bits(cells) - LEAST_BITS)));
        }
    }

    private double entriesPerState(List<Integer> near) {
        int[] cells = near.stream().mapToInt(cell -> cell).toArray();
        double sum = 0;
        for (long state : sample) {
            sum += 1.0 / variants(state, cells, 0);
        }
        return sum / sample.length;
    }

    /** How many visited states differ from this one in the given cells only, from the given one on; itself included. */
    private int variants(long state, int[] cells, int from) {
        if (from == cells.length) {
            return visited.test(state) ? 1 : 0;
        }
        int cell = cells[from];
        long rest = state & ~layout.mask(cell);
        int found = 0;
        for (int id = 0; id < sizes[cell]; id++) {
            found += variants(rest | (long) id << layout.shift(cell), cells, from + 1);
        }
        return found;
    }
}
