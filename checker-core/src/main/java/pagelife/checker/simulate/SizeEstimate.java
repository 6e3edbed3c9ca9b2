package pagelife.checker.simulate;

import io.vavr.collection.Seq;
import io.vavr.control.Option;

/**
 * How many states a model probably has, guessed from the levels of a search that has just begun, and from how long random
 * walks are.
 *
 * <p>Where every step brings tasks nearer to their ends, a state is as deep as the walks to it are long, and the search
 * has about as many levels as the longest walk has states (Knuth, Mathematics of Computation 29, 1975, probes trees by
 * walks; here many ways lead to one state, so that walks tell the depth and levels the width). Drawn by their logarithms,
 * levels rise and fall like a parabola: through the last known level with its slope, down to one state at the end. The
 * sum of that is mostly too low, since the top is flatter; {@link #LOW} and {@link #HIGH} are what it takes to have the
 * truth within the range in nine of ten cases: at every level of all rows of the catalogue with more than 1,000 states,
 * from a thousandth of the states to six tenths.
 *
 * @param least states at least
 * @param most states at most
 */
public record SizeEstimate(long least, long most) {
    private static final double LOW = 0.65;
    private static final double HIGH = 5;

    /* With fewer levels the slope is that of the tasks' first steps. */
    private static final int FEWEST_LEVELS = 6;

    /* More than any disk holds: what is larger is only said to be so. */
    private static final double MOST = 1e15;

    /**
     * The estimate.
     *
     * @param levels the sizes of the levels that are known whole, the initial states first
     * @param walk the most steps that a random walk took to where nobody could go on
     */
    public static Option<SizeEstimate> after(Seq<Long> levels, int walk) {
        int last = levels.size() - 1;
        if (last < FEWEST_LEVELS - 1 || levels.last() == 0) {
            return Option.none();
        }
        double seen = levels.sum().doubleValue();
        double sum = seen + above(Math.log(levels.last()), slope(levels), walk - last);
        return Option.some(new SizeEstimate((long) Math.max(seen, bounded(LOW * sum)), (long) bounded(HIGH * sum)));
    }

    private static double bounded(double states) {
        return Math.min(MOST, states);
    }

    private static double slope(Seq<Long> levels) {
        int last = levels.size() - 1;
        return Math.log((double) levels.get(last) / Math.max(1, levels.get(last - 1)));
    }

    /** The sum of so many levels that begin after one of this size and slope, both logarithms, and end with one state. */
    private static double above(double size, double slope, int levels) {
        double bend = (size + slope * levels) / ((double) levels * levels);
        double sum = 0;
        for (int i = 1; i <= levels; i++) {
            sum += Math.exp(size + slope * i - bend * i * i);
        }
        return sum;
    }
}
