package pagelife.checker.result;

/**
 * What was explored.
 *
 * @param states distinct states seen
 * @param transitions action instances executed from the states that were expanded, also those that lead to a known
 *     state
 * @param levels breadth-first: levels of the state graph, the initial states being level 1; depth-first: the longest
 *     path on the stack, counted in states
 */
public record Counts(long states, long transitions, int levels) {}
