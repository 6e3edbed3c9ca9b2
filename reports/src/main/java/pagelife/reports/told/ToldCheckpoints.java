package pagelife.reports.told;

import pagelife.checker.result.Checkpoints;

/**
 * What became of the checkpoints.
 *
 * @param resumedAt at how many levels the run went on from one; 0 if it did not
 * @param written how many were written
 * @param levels of the last of them
 * @param failed how many could not be written
 * @param failure why the last of them could not; empty if none failed
 */
public record ToldCheckpoints(int resumedAt, int written, int levels, int failed, String failure) implements Part {
    /** That none was asked for. */
    public static final ToldCheckpoints NONE = new ToldCheckpoints(0, 0, 0, 0, "");

    public static ToldCheckpoints of(Checkpoints facts) {
        return new ToldCheckpoints(
                facts.resumedAt().getOrElse(0),
                facts.written(),
                facts.levels().getOrElse(0),
                facts.failed(),
                facts.failure().getOrElse(""));
    }
}
