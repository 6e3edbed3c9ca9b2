package pagelife.checker.engine.explore;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import pagelife.checker.engine.pack.Layout;
import pagelife.checker.engine.pack.Transitions;
import pagelife.checker.engine.store.ClusterStore;
import pagelife.checker.engine.store.Distinct;

/**
 * Chooses the near cells of a {@link ClusterStore}: those that vary most freely against all others. Two things are to
 * be gained: few entries that each hold many states, and large sets of successors that are found and inserted together.
 *
 * <p>Cells that steps change together have to be near together, or the step leads to another entry. So a choice grows
 * by the sets of cells that some effect changes: greedily, by the one that saves most entries per bit of a lane's
 * number.
 */
public final class Clustering {

    /** Bitmaps of more lanes would be mostly holes. */
    static final int MOST_LANES = 1 << 13;

    /** What it costs to store a word, where a set of successors costs 1. */
    private static final double WORD = 0.06;

    /**
     * A store of single states costs about 1; clusters must be cheaper by a margin, since they have to pay for a
     * change.
     */
    static final double WORTH = 0.7;

    /** The greedy growth goes out from so many first effects, should the best one lead nowhere. */
    private static final int SEEDS = 2;

    /** How often a look is taken around the cheapest choice: each look costs as much as all before it. */
    private static final int ROUNDS = 3;

    /** The smallest so many sets of cells are tried; every one of them is tried beside every other. */
    private static final int MOST_CHANGES = 32;

    /** So many are weighed again when more states are known; a choice is made twice or three times in a search. */
    private static final int MOST_CANDIDATES = 8;

    /** A sample is of 2^13 states: it and what is counted of it stay in the caches of a core. */
    private static final int SAMPLE_BITS = 13;

    /** How the states are packed. */
    private final Layout layout;
    /** For each cell how many ids it has had. */
    private final int[] sizes;
    /** The states found so far. */
    private final long[] visited;
    /** For each transition the state it comes from. */
    private final long[] sources;
    /** For each transition its effect. */
    private final int[] effects;
    /** How many times more lanes there may be in the end. */
    private final int growth;
    /** What a choice has to cost less than. */
    private final double worth;
    /** Counts values; used for each set of cells anew. */
    private final Distinct distinct = new Distinct(1 << SAMPLE_BITS);
    /** What sets of cells were found to cost. */
    private final Map<BitSet, Choice> weighed = new HashMap<>();

    /**
     * A choice of near cells.
     *
     * @param layout how they are packed
     * @param sizes how many ids each cell has had
     * @param visited the states found so far
     * @param level the transitions from the states of some level
     * @param growth how many times more lanes there may be in the end
     * @param worth what a choice has to cost less than, see {@link #WORTH}
     */
    Clustering(Layout layout, int[] sizes, long[] visited, Transitions level, int growth, double worth) {
        this.layout = layout;
        this.sizes = sizes;
        this.visited = visited;
        this.sources = level.sources();
        this.effects = level.effects();
        this.growth = growth;
        this.worth = worth;
    }

    /**
     * Choices worth a look, now and when more states are known: the cheapest on the way of the greedy growth, and those
     * near the very cheapest that have one cell less, an effect's cells more, or both.
     *
     * @param changes for each effect the set of cells that it changes
     */
    List<BitSet> candidates(Collection<BitSet> changes) {
        List<BitSet> few = changes.stream()
                .filter(cells -> !cells.isEmpty())
                .sorted(Comparator.comparingInt(BitSet::cardinality).thenComparing(BitSet::toString))
                .limit(MOST_CHANGES)
                .toList();
        Map<BitSet, Double> costs = new HashMap<>();
        growths(few).forEach(choice -> price(choice, costs));
        for (int round = 0; round < ROUNDS && !costs.isEmpty(); round++) {
            BitSet best = cheapest(costs).get(0);
            around(best, few).forEach(cells -> price(weighed(cells), costs));
        }
        return cheapest(costs);
    }

    /** The choices with one cell less, an effect's cells more, or both. */
    private Set<BitSet> around(BitSet best, List<BitSet> changes) {
        Set<BitSet> around = new LinkedHashSet<>(extensions(best, changes));
        best.stream().forEach(cell -> {
            BitSet smaller = (BitSet) best.clone();
            smaller.clear(cell);
            around.add(smaller);
            around.addAll(extensions(smaller, changes));
        });
        around.remove(new BitSet());
        return around;
    }

    private List<Choice> growths(List<BitSet> changes) {
        List<Choice> growths = new ArrayList<>();
        for (Choice seed : growing(new BitSet(), changes).stream().limit(SEEDS).toList()) {
            List<Choice> next = List.of(seed);
            while (!next.isEmpty()) {
                growths.add(next.get(0));
                next = growing(next.get(0).cells, changes);
            }
        }
        return growths;
    }

    /** What the cells of an effect make of a choice, the one that gains most first. */
    private List<Choice> growing(BitSet cells, List<BitSet> changes) {
        return extensions(cells, changes).stream()
                .map(this::weighed)
                .filter(choice -> choice.possible <= MOST_LANES)
                .sorted(Comparator.comparingDouble(Choice::gain).reversed())
                .toList();
    }

    private List<BitSet> extensions(BitSet cells, List<BitSet> changes) {
        return changes.stream()
                .map(change -> {
                    BitSet longer = (BitSet) cells.clone();
                    longer.or(change);
                    return longer;
                })
                .filter(longer -> !longer.equals(cells) && bits(longer) <= Layout.MOST_NEAR_BITS)
                .toList();
    }

    private void price(Choice choice, Map<BitSet, Double> costs) {
        if (choice.possible <= MOST_LANES) {
            costs.computeIfAbsent(choice.cells, fresh -> cost(choice));
        }
    }

    private static List<BitSet> cheapest(Map<BitSet, Double> costs) {
        return costs.entrySet().stream()
                .sorted(Map.Entry.<BitSet, Double>comparingByValue()
                        .thenComparing(entry -> entry.getKey().toString()))
                .limit(MOST_CANDIDATES)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** The best of some candidates; empty if none gains anything. */
    BitSet best(List<BitSet> candidates) {
        BitSet all = new BitSet();
        candidates.forEach(all::or);
        long[] closed = distinct.sample(visited, far(all)); // under all the candidates
        Map<BitSet, Double> costs = new HashMap<>();
        candidates.stream()
                .filter(cells -> bits(cells) <= Layout.MOST_NEAR_BITS)
                .forEach(cells -> price(weigh(cells, closed), costs));
        costs.values().removeIf(cost -> cost >= worth);
        return costs.isEmpty() ? new BitSet() : cheapest(costs).get(0);
    }

    private int bits(BitSet cells) {
        return cells.stream().map(cell -> Layout.bitsFor(sizes[cell])).sum();
    }

    /** The bits of these cells, word by word. */
    private long[] near(BitSet cells) {
        long[] mask = new long[layout.words()];
        cells.stream().forEach(cell -> mask[layout.word(cell)] |= layout.mask(cell));
        return mask;
    }

    /** The bits of all other cells. */
    private long[] far(BitSet cells) {
        return Arrays.stream(near(cells)).map(word -> ~word).toArray();
    }

    /**
     * Near cells and what comes of them.
     *
     * @param entriesPerState entries of the store for each state
     * @param lanes how many different values the near cells have had together
     * @param possible how many they may have in the end
     */
    private record Choice(BitSet cells, double entriesPerState, int lanes, long possible) {
        /** How well its lanes are used, on a logarithmic scale: 1 if every entry holds a state in each lane. */
        double gain() {
            return lanes <= 1 ? 0 : -Math.log(entriesPerState) / Math.log(lanes);
        }
    }

    private Choice weighed(BitSet cells) {
        return weighed.computeIfAbsent(cells, fresh -> weigh(fresh, visited));
    }

    private Choice weigh(BitSet cells, long[] states) {
        long all = cells.stream().mapToLong(cell -> sizes[cell]).reduce(1, (left, right) -> left * right);
        int most = all > MOST_LANES ? MOST_LANES / growth + 1 : Integer.MAX_VALUE; // no need to count further
        int lanes = distinct.count(states, near(cells), most);
        long possible = Math.min(all, (long) growth * lanes);
        double entries =
                possible > MOST_LANES ? 1 : distinct.share(states, far(cells)); // such a choice is not looked at
        return new Choice(cells, entries, lanes, possible);
    }

    /** What a transition costs: its share of a set of successors and of the store. */
    private double cost(Choice choice) {
        int key = layout.words() == 1 ? 1 : 1 + layout.words();
        double words = choice.entriesPerState * (key + choice.lanes / Long.SIZE);
        return distinct.share(sources, effects, far(choice.cells)) + WORD * words;
    }
}
