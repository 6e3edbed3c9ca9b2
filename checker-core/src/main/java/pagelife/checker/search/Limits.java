package pagelife.checker.search;

/**
 * Where a search gives up. A limit that is reached makes undecided properties {@code UNDECIDED}, never {@code HOLDS}.
 *
 * @param states distinct states to store
 * @param depth steps from an initial state
 * @param nanos time in nanoseconds, by the ticker handed in
 * @param bytes memory for the visited set and the frontier
 */
public record Limits(long states, int depth, long nanos, long bytes) {
    /** No limit but what the machine sets. */
    public static final Limits NONE = new Limits(Long.MAX_VALUE, Integer.MAX_VALUE, Long.MAX_VALUE, Long.MAX_VALUE);

    /** Every limit must be positive. */
    public Limits {
        require("states", states);
        require("depth", depth);
        require("nanos", nanos);
        require("bytes", bytes);
    }

    /** These limits with another one on states. */
    public Limits withStates(long limit) {
        return new Limits(limit, depth, nanos, bytes);
    }

    /** These limits with another one on depth. */
    public Limits withDepth(int limit) {
        return new Limits(states, limit, nanos, bytes);
    }

    /** These limits with another one on time. */
    public Limits withNanos(long limit) {
        return new Limits(states, depth, limit, bytes);
    }

    /** These limits with another one on memory. */
    public Limits withBytes(long limit) {
        return new Limits(states, depth, nanos, limit);
    }

    private static void require(String name, long value) {
        if (value <= 0) {
            throw new IllegalArgumentException(name + " (" + value + ") must be positive; leave it out for no limit");
        }
    }
}
