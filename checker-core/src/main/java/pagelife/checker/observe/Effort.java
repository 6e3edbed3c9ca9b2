package pagelife.checker.observe;

/**
 * How much is done to explain a recording.
 *
 * @param nodes how many states of the model, each with what is owed there, are made at most
 * @param window how many observations later than it was taken a step may be seen: on a machine with several CPUs a
 *     line is written after what it tells of, and a task that is interrupted in between writes it late
 */
public record Effort(long nodes, int window) {
    /** What explains every recording that we have: 80 observations were enough for the latest line, 8 were not. */
    public static final Effort USUAL = new Effort(50_000_000, 80);

    /** Both must be positive. */
    public Effort {
        if (nodes <= 0 || window <= 0) {
            throw new IllegalArgumentException("nodes (" + nodes + ") and window (" + window
                    + ") must be positive: nothing is explained with none");
        }
    }
}
