package pagelife.checker.search;

import java.util.function.Consumer;

/**
 * Who hears how far a search has come, and how often. The listener is called by a thread of the search, which waits for it.
 *
 * @param everyNanos time between two calls, by the ticker handed in
 * @param listener who is told
 */
public record Reporting(long everyNanos, Consumer<Progress> listener) {
    /** Nobody is told, and no clock is read for it. */
    public static final Reporting NONE = new Reporting(Long.MAX_VALUE, progress -> {});

    /** The time must be positive. */
    public Reporting {
        if (everyNanos <= 0) {
            throw new IllegalArgumentException("everyNanos (" + everyNanos + ") must be positive");
        }
    }
}
