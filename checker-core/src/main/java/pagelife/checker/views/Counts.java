package pagelife.checker.views;

import io.vavr.collection.Vector;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How counts are told apart: exactly below a bound, beyond it as "that many or more". A state in which a count is that
 * large stands for all that count as much or more; its steps are run with a few of them, and must be the same.
 *
 * @param shape of the instances
 * @param places where the cell of each count is among the common ones
 * @param bound from which on counts are alike
 */
record Counts(Shape shape, Vector<Integer> places, int bound) {
    /** So many counts from the bound on are run; a step may take one less than that at once. */
    static final int SAMPLES = 3;

    /** Counts so much above the bound are tried: they must do what those do that are run. */
    static final int[] ABOVE = IntStream.concat(IntStream.rangeClosed(0, 16), IntStream.of(100, 1021))
            .toArray();

    private static final int[] FAR = {16, 100, 1021};

    static Counts of(Shape shape, int bound) {
        return new Counts(
                shape,
                shape.instance().conserved().map(one -> shape.place(one).get()).toVector(),
                bound);
    }

    private Conserved<?> quantity(int number) {
        return shape.instance().conserved().get(number);
    }

    /** What is common, with each large count cut off. */
    List<Object> cut(List<Object> shared) {
        List<Object> cut = new ArrayList<>(shared);
        for (int i = 0; i < places.size(); i++) {
            Object value = cut.get(places.get(i));
            if (quantity(i).in(value) > bound) {
                cut.set(places.get(i), quantity(i).with(value, bound));
            }
        }
        return List.copyOf(cut);
    }

    /** Whether a count is one of those that are alike. */
    boolean isLarge(List<Object> shared, int number) {
        return quantity(number).in(shared.get(places.get(number))) >= bound;
    }

    /** What is common, with samples of each count that is large. */
    List<List<Object>> samples(List<Object> shared) {
        List<List<Object>> all = List.of(shared);
        for (int i = 0; i < places.size(); i++) {
            if (isLarge(shared, i)) {
                all = spread(all, i);
            }
        }
        return all;
    }

    /** What is common, with each large count in turn at further samples. */
    List<List<Object>> further(List<Object> shared) {
        List<List<Object>> further = new ArrayList<>();
        for (int i = 0; i < places.size(); i++) {
            if (isLarge(shared, i)) {
                for (int above : ABOVE) {
                    List<Object> one = new ArrayList<>(shared);
                    one.set(places.get(i), quantity(i).with(shared.get(places.get(i)), bound + above));
                    further.add(one);
                }
            }
        }
        return further;
    }

    /** What is common, with each large count in turn far above: claims are asked of that, too. */
    List<List<Object>> far(List<Object> shared) {
        List<List<Object>> far = new ArrayList<>();
        for (int i = 0; i < places.size(); i++) {
            if (isLarge(shared, i)) {
                for (int above : FAR) {
                    List<Object> one = new ArrayList<>(shared);
                    one.set(places.get(i), quantity(i).with(shared.get(places.get(i)), bound + above));
                    far.add(one);
                }
            }
        }
        return far;
    }

    /** Whether some count is large. */
    boolean anyLarge(List<Object> shared) {
        return Vector.range(0, places.size()).exists(i -> isLarge(shared, i));
    }

    private List<List<Object>> spread(List<List<Object>> before, int number) {
        List<List<Object>> spread = new ArrayList<>();
        for (List<Object> shared : before) {
            for (int more = 0; more < SAMPLES; more++) {
                List<Object> one = new ArrayList<>(shared);
                int place = places.get(number);
                one.set(place, quantity(number).with(shared.get(place), bound + more));
                spread.add(one);
            }
        }
        return spread;
    }
}
