package pagelife.reports.bench;

import io.vavr.collection.Seq;
import io.vavr.control.Option;

/**
 * What to measure.
 *
 * @param threads for each of these numbers of threads
 * @param only the subjects whose names contain one of these words; empty for all but the largest
 * @param repeat how often; the median run is told
 * @param own the one thing to measure in place of all that are known; empty for those
 */
public record Wishes(Seq<Integer> threads, Seq<String> only, int repeat, Option<Subject> own) {
    /** There must be something to do. */
    public Wishes {
        if (repeat <= 0) {
            throw new IllegalArgumentException("repeat (" + repeat + ") must be positive");
        }
        if (threads.isEmpty()) {
            throw new IllegalArgumentException("threads must name a number, such as 1 or 1,2");
        }
    }
}
