package pagelife.checker.engine.explore;

import io.vavr.control.Option;
import pagelife.checker.result.Stop;
import pagelife.checker.search.Limits;
import pagelife.checker.search.Options;

/** The limits of one run, against the clock handed in. */
public final class Budget {
    private final Limits limits;
    private final Options options;
    private final long started;

    public Budget(Options options) {
        this.limits = options.limits();
        this.options = options;
        this.started = options.ticker().read();
    }

    /** The limit that has been reached, if any. */
    public Option<Stop> reached(long states) {
        if (states >= limits.states()) {
            return Option.some(Stop.MAX_STATES);
        }
        if (limits.nanos() != Long.MAX_VALUE && elapsed() >= limits.nanos()) {
            return Option.some(Stop.TIMEOUT);
        }
        return options.interrupted().getAsBoolean() || Thread.currentThread().isInterrupted()
                ? Option.some(Stop.INTERRUPTED)
                : Option.none();
    }

    /** The size of a block that does not overshoot the limit on states by much. */
    int block(int usual, long states) {
        return (int) Math.max(1, Math.min(usual, (limits.states() - states) / 16));
    }

    /** Whether it is time for a checkpoint, the last one having been made at {@code last} nanoseconds of this run. */
    boolean checkpointDue(long last) {
        return options.storage().checkpoint().isDefined()
                && elapsed() - last >= options.storage().everyNanos();
    }

    /** Nanoseconds since the run began. */
    long elapsed() {
        return options.ticker().read() - started;
    }

    /** The bytes that are allowed beside these. */
    public long spare(long bytes) {
        return limits.bytes() - bytes;
    }

    public boolean allows(long bytes) {
        return bytes <= limits.bytes();
    }

    public boolean allowsDepth(int depth) {
        return depth < limits.depth();
    }
}
