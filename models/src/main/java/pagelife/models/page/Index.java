package pagelife.models.page;

import io.vavr.collection.Vector;

/**
 * A page-sized place in a file, and in the address spaces that map the file from its start.
 *
 * @param number from 0
 */
public record Index(int number) implements Comparable<Index> {
    /** The start of the file. */
    public static final Index FIRST = new Index(0);

    /** The place after this one. */
    public Index next() {
        return new Index(number + 1);
    }

    /** All that is between the two, and they; just the first where the second is before it. */
    public static Vector<Index> range(Index from, Index to) {
        return Vector.rangeClosed(from.number(), Math.max(from.number(), to.number()))
                .map(Index::new);
    }

    @Override
    public int compareTo(Index other) {
        return Integer.compare(number, other.number);
    }

    @Override
    public String toString() {
        return Integer.toString(number);
    }
}
