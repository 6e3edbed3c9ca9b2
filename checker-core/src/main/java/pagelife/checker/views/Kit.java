package pagelife.checker.views;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;

/**
 * What is at hand for configurations with so many members of each kind: an instance with as many, what its steps do,
 * and how its claims are judged.
 */
record Kit(Shape shape, Counts counts, Steps steps, Judge judge) {
    private static Kit of(Shape shape, int bound) {
        Counts counts = Counts.of(shape, bound);
        return new Kit(shape, counts, new Steps(shape, counts), new Judge(shape));
    }

    /**
     * Common values in which members are called by their names in the instance.
     *
     * @param crowd who knows the names
     * @param shared with names as in a view
     * @param times how many there are of one out of sight
     */
    List<Object> named(Crowd crowd, List<Object> shared, ToIntFunction<String> times) {
        Map<String, List<String>> names = new HashMap<>();
        for (int member = 0; member < shape.members(); member++) {
            names.put(Crowd.seen(member), List.of(shape.name(member)));
        }
        Map<Integer, Integer> used = new HashMap<>();
        for (Crowd.Stranger stranger : crowd.strangers(shared)) {
            int kind = crowd.kind(stranger.name());
            int many = times.applyAsInt(stranger.name());
            Seq<String> spare = shape.spareNames(kind).drop(used.merge(kind, many, Integer::sum) - many);
            if (spare.size() < many) {
                throw new Refused("more tasks out of sight are named at once than there are names for: "
                        + shape.spareNames(kind).size());
            }
            names.put(stranger.name(), spare.take(many).asJava());
        }
        return crowd.spread(shared, text -> names.getOrDefault(text, List.of(text)));
    }

    /** One for each way to have so many members of some kinds. */
    static final class Set {
        private final Map<Seq<Integer>, Kit> kits = new HashMap<>();
        private final Seq<Seq<Integer>> ways;
        private final int kinds;

        Set(Function<Seq<Integer>, Shape> family, int kinds, int members, Function<Shape, Integer> bound) {
            this.kinds = kinds;
            this.ways = ways(kinds, members);
            ways.forEach(way -> {
                Shape shape = family.apply(way);
                kits.put(way, Kit.of(shape, bound.apply(shape)));
            });
        }

        /** That of the first way: whatever is the same in all may be asked of it. */
        Kit first() {
            return kits.get(ways.head());
        }

        Seq<Kit> all() {
            return ways.map(kits::get);
        }

        /** How many kinds of members there are. */
        int kinds() {
            return kinds;
        }

        /** That of members of these kinds, in any order. */
        Kit of(IntStream members) {
            int[] counted = new int[kinds];
            members.forEach(kind -> counted[kind]++);
            return kits.get(Vector.ofAll(counted));
        }
    }

    /** All ways to have so many members of some kinds: how many there are of each. */
    static Seq<Seq<Integer>> ways(int kinds, int members) {
        if (kinds == 1) {
            return Vector.of(Vector.of(members));
        }
        return Vector.rangeClosed(0, members)
                .reverse()
                .flatMap(first -> ways(kinds - 1, members - first).map(rest -> rest.prepend(first)));
    }
}
