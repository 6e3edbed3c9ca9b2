package pagelife.reports.cli;

import io.vavr.collection.Seq;
import io.vavr.control.Option;

/**
 * How many states are still to come after the levels known, guessed from how the last of them shrink.
 *
 * <p>On the models we ship, the levels rise and fall like a bell, sometimes with a shoulder. So the sum of what follows
 * lies between that of a geometric row, which shrinks no faster than the last level did (too many, but for the very
 * end), and that of a bell whose bend is that of the last levels (too few where a shoulder comes). As long as levels
 * grow, or the two are far apart, nothing is known.
 *
 * @param least states at least
 * @param most states at most
 */
record Forecast(double least, double most) {
    /** Over so many levels the bend is taken. */
    private static final int[] SPANS = {3, 5, 8};

    /** How far the bell's sum was above the truth at most, of five models at every level. */
    private static final double CAUTION = 0.6;

    /** A range wider than this says nothing. */
    private static final double WIDEST = 5;

    /** The forecast after these levels. */
    static Option<Forecast> after(Seq<Long> levels) {
        double[] sizes = levels.toJavaStream().mapToDouble(Long::doubleValue).toArray();
        int last = sizes.length - 1;
        if (last < SPANS[0] + 1 || sizes[last] >= sizes[last - 1]) {
            return Option.none();
        }
        double slope = slope(sizes, last);
        double most = bell(sizes[last], slope, 0);
        double least = most;
        for (int span : SPANS) {
            if (last - span >= 1) {
                double bend = (slope - slope(sizes, last - span)) / span;
                least = Math.min(least, bell(sizes[last], slope, Math.min(0, bend)));
            }
        }
        least *= CAUTION;
        return most > WIDEST * least ? Option.none() : Option.some(new Forecast(least, most));
    }

    /** How the logarithm of the size changes towards a level. */
    private static double slope(double[] sizes, int level) {
        return Math.log(sizes[level] / sizes[level - 1]);
    }

    /** The sum of all levels after one of this size, when the slope changes by {@code bend} from level to level. */
    private static double bell(double size, double slope, double bend) {
        double sum = 0;
        double next = size;
        for (double change = slope + bend; next >= 1; change += bend) {
            next *= Math.exp(change);
            sum += next;
        }
        return sum;
    }
}
