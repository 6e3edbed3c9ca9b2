package pagelife.checker.liveness;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.function.Predicate;

/**
 * A loop through a node, inside a fair set, that shows all {@link Dues}.
 *
 * <p>The shortest such loop is a shortest walk that takes one of several edges for each due, which is NP-hard in their
 * number. So: breadth-first over pairs of a node and of what has been shown so far, which finds the shortest one, as
 * long as there are no more than {@value #MOST_PAIRS} pairs nearer; beyond, greedily, each time to the nearest edge
 * that shows something more, and back.
 */
final class Loop {
    private static final int MOST_PAIRS = 1 << 18;

    private final Product product;
    private final Hops hops;
    private final Dues dues;
    private final IntPredicate inside;
    private final int start;

    /** An edge taken on the way, from a node. */
    record Taken(int from, Hops.Hop hop) {}

    /** A node, and what has been shown on the way there. */
    private record Place(int node, BitSet shown) {}

    /** How a place was reached. */
    private record Arrival(Place from, Hops.Hop hop) {}

    Loop(Product product, Demands demands, IntPredicate inside, int start) {
        this.product = product;
        this.hops = new Hops(product);
        this.dues = new Dues(product, demands);
        this.inside = inside;
        this.start = start;
    }

    /** The edges of the loop, from the start back to it. */
    List<Taken> edges() {
        List<Taken> shortest = shortest();
        return shortest.isEmpty() ? greedy() : shortest;
    }

    /** The shortest loop; empty when that would take too many pairs. */
    private List<Taken> shortest() {
        Place first = new Place(start, new BitSet());
        Map<Place, Arrival> arrivals = new HashMap<>();
        List<Place> layer = List.of(first);
        while (arrivals.size() <= MOST_PAIRS) {
            product.graph().checkHalted();
            List<Place> following = new ArrayList<>();
            for (Place place : layer) {
                for (Hops.Hop hop : hops.from(place.node)) {
                    if (!inside.test(hop.target())) {
                        continue;
                    }
                    Place next = new Place(hop.target(), dues.after(place.shown, place.node, hop));
                    Arrival arrival = new Arrival(place, hop);
                    if (next.node == start && dues.areMet(next.shown)) {
                        return way(arrivals, first, arrival);
                    }
                    if (arrivals.putIfAbsent(next, arrival) == null) {
                        following.add(next);
                    }
                }
            }
            layer = following;
        }
        return List.of();
    }

    private static List<Taken> way(Map<Place, Arrival> arrivals, Place first, Arrival last) {
        List<Taken> way = new ArrayList<>();
        Arrival at = last;
        way.add(new Taken(at.from.node, at.hop));
        while (!at.from.equals(first)) {
            at = arrivals.get(at.from);
            way.add(new Taken(at.from.node, at.hop));
        }
        Collections.reverse(way);
        return way;
    }

    /** From due to due, then back; and again, since the way back may make something due. */
    private List<Taken> greedy() {
        List<Taken> loop = new ArrayList<>();
        BitSet shown = new BitSet();
        int node = start;
        while (loop.isEmpty() || node != start || !dues.areMet(shown)) {
            BitSet before = shown;
            List<Taken> way = dues.areMet(shown)
                    ? nearest(node, taken -> taken.hop.target() == start)
                    : nearest(node, taken -> dues.helps(before, taken.from, taken.hop));
            for (Taken taken : way) {
                shown = dues.after(shown, taken.from, taken.hop);
                loop.add(taken);
            }
            node = loop.get(loop.size() - 1).hop.target();
        }
        return loop;
    }

    /** The shortest way inside from {@code from} that ends with an edge that {@code goal} accepts. */
    private List<Taken> nearest(int from, Predicate<Taken> goal) {
        Map<Integer, Taken> arrivals = new HashMap<>();
        List<Integer> layer = List.of(from);
        while (!layer.isEmpty()) {
            product.graph().checkHalted();
            List<Integer> following = new ArrayList<>();
            for (int node : layer) {
                for (Hops.Hop hop : hops.from(node)) {
                    Taken taken = new Taken(node, hop);
                    boolean within = inside.test(hop.target());
                    if (within && goal.test(taken)) {
                        return way(arrivals, from, taken);
                    }
                    if (within && arrivals.putIfAbsent(hop.target(), taken) == null) {
                        following.add(hop.target());
                    }
                }
            }
            layer = following;
        }
        throw new IllegalStateException("a fair set does not show what it was found to show");
    }

    private static List<Taken> way(Map<Integer, Taken> arrivals, int first, Taken last) {
        List<Taken> way = new ArrayList<>(List.of(last));
        int at = last.from;
        while (at != first) {
            Taken taken = arrivals.get(at);
            way.add(taken);
            at = taken.from;
        }
        Collections.reverse(way);
        return way;
    }
}
