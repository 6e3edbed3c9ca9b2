package pagelife.reports.told;

import pagelife.checker.result.Result;
import pagelife.checker.simulate.Walks;

/**
 * The random walks that were taken.
 *
 * @param count how many
 * @param depth how many steps each takes at most
 * @param seed what chance began with
 * @param strategy who goes next: {@code uniform}, {@code pct-3}, {@code delay-2}
 * @param stepsTaken how many of the steps of the model were taken in some walk
 * @param steps how many the model has
 */
public record ToldWalks(long count, int depth, long seed, String strategy, int stepsTaken, int steps) implements Part {
    /** The walks that a result came of. */
    public static ToldWalks of(Walks walks, Result result) {
        return new ToldWalks(
                result.counts().states() - result.counts().transitions(), // each walk has one state more than steps
                walks.depth(),
                walks.seed(),
                walks.strategy().word(),
                result.statistics().takenSteps().size(),
                result.model().steps().size());
    }
}
