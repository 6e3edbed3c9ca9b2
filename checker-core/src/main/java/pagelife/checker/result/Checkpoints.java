package pagelife.checker.result;

import io.vavr.control.Option;

/**
 * What became of the checkpoints of a search.
 *
 * @param resumedAt how many levels the checkpoint had that the search went on from; empty when it began afresh
 * @param written how many were written
 * @param levels how many levels the last good one has; empty when there is none
 * @param failed how often one could not be written
 * @param failure why the last time; empty when none failed
 */
public record Checkpoints(
        Option<Integer> resumedAt, int written, Option<Integer> levels, int failed, Option<String> failure) {
    /** No checkpoint was asked for. */
    public static final Checkpoints NONE = new Checkpoints(Option.none(), 0, Option.none(), 0, Option.none());
}
