package pagelife.models.page;

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

    @Override
    public int compareTo(Index other) {
        return Integer.compare(number, other.number);
    }

    @Override
    public String toString() {
        return Integer.toString(number);
    }
}
