package pagelife.checker.result;

/**
 * What was explored.
 *
 * @param states distinct states seen
 * @param transitions action instances executed from the states that were expanded, also those that lead to a known
 *     state
 * @param levels how deep the search went: levels, or states of its longest path, as {@link Result#depth} says
 */
public record Counts(long states, long transitions, int levels) {}
