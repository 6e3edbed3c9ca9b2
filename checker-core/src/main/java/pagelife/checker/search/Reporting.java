package pagelife.checker.search;

import java.util.function.Consumer;

/**
 * Who hears how far a search has come, and how often. The listener is called by a thread of the search, which waits for
 * it.
 *
 * @param everyNanos time between two calls, by the ticker handed in
 * @param listener who is told
 * @param warnings who hears, in a sentence, of what went wrong and costs no result, such as a checkpoint that could not
 *     be written
 * @param stuck who hears, in a sentence, of code of the model that does not return though the time is up, and cannot be
 *     made to: the search never ends, and all that can be done is to end the process
 */
public record Reporting(
        long everyNanos, Consumer<Progress> listener, Consumer<String> warnings, Consumer<String> stuck) {
    /** Nobody is told, and no clock is read for it. */
    public static final Reporting NONE = new Reporting(Long.MAX_VALUE, progress -> {}, warning -> {});

    /** Reporting where nobody hears of code that does not return. */
    public Reporting(long everyNanos, Consumer<Progress> listener, Consumer<String> warnings) {
        this(everyNanos, listener, warnings, said -> {});
    }

    /** The time must be positive. */
    public Reporting {
        if (everyNanos <= 0) {
            throw new IllegalArgumentException("everyNanos (" + everyNanos + ") must be positive");
        }
    }

    /** This reporting, with warnings told to somebody. */
    public Reporting withWarnings(Consumer<String> told) {
        return new Reporting(everyNanos, listener, told, stuck);
    }

    /** This reporting, with code that does not return told to somebody. */
    public Reporting withStuck(Consumer<String> told) {
        return new Reporting(everyNanos, listener, warnings, told);
    }
}
