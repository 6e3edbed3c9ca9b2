package pagelife.specs;

/**
 * How large the graph of all reachable states is.
 *
 * @param states the states
 * @param transitions the transitions
 */
public record Size(long states, long transitions) {}
