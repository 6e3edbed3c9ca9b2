package pagelife.specs.workloads;

import io.vavr.collection.Vector;
import java.util.function.Consumer;

/**
 * Every mix of a number of calls over at most so many tasks. Each mix comes once: tasks have no names.
 *
 * @param alphabet what can be called
 * @param tasks how many tasks there may be
 */
record Mixes(Alphabet alphabet, int tasks) {
    /** Calls {@code each} for every mix of {@code size} calls that makes sense. */
    void each(int size, Consumer<Mix> each) {
        Vector<Vector<Vector<Integer>>> byLength = Vector.rangeClosed(0, size).map(this::programs);
        grow(Vector.empty(), size, byLength, each);
    }

    /** The programs of this many calls that make sense, in the order of their letters. */
    private Vector<Vector<Integer>> programs(int length) {
        Vector<Vector<Integer>> all = Vector.of(Vector.empty());
        for (int i = 0; i < length; i++) {
            all = all.flatMap(begun -> Vector.range(0, alphabet.size()).map(begun::append))
                    .filter(alphabet::makesSense);
        }
        return all;
    }

    /** Adds a program that does not stand before the last one, until all calls are given out. */
    private void grow(
            Vector<Vector<Integer>> begun, int left, Vector<Vector<Vector<Integer>>> byLength, Consumer<Mix> each) {
        if (left == 0) {
            each.accept(new Mix(begun));
            return;
        }
        int most = begun.isEmpty() ? left : Math.min(left, begun.last().size());
        int places = tasks - begun.size();
        for (int length = most; length > 0 && (long) length * places >= left; length--) {
            for (Vector<Integer> program : byLength.get(length)) {
                if (begun.isEmpty() || Mix.ORDER.compare(begun.last(), program) <= 0) {
                    grow(begun.append(program), left - length, byLength, each);
                }
            }
        }
    }
}
