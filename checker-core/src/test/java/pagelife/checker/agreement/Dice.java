package pagelife.checker.agreement;

import java.util.Iterator;
import java.util.List;

/**
 * Where a random model takes its decisions from. Side 0 is always the simplest decision, so that fewer and smaller
 * numbers make a simpler model: what a shrinking test library does to a list of numbers, it does to the model.
 */
@FunctionalInterface
interface Dice {
    /** A number from 0 (inclusive) to {@code sides} (exclusive). */
    int roll(int sides);

    /** Rolls these numbers, then 0 forever. */
    static Dice of(List<Integer> numbers) {
        Iterator<Integer> left = numbers.iterator();
        return sides -> left.hasNext() ? Math.floorMod(left.next(), sides) : 0;
    }

    /** One of these. */
    default int among(int... faces) {
        return faces[roll(faces.length)];
    }

    /** True in so many of a hundred cases. */
    default boolean chance(int percent) {
        return roll(100) >= 100 - percent;
    }
}
