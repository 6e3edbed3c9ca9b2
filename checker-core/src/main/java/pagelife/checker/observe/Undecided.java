package pagelife.checker.observe;

import io.vavr.control.Option;

/**
 * The limit was reached before it was known whether a run explains the recording.
 *
 * @param explained how many observations some run explains
 * @param at the next one; empty at the end
 * @param nodes how many states, each with what was owed there, were looked at
 */
public record Undecided(int explained, Option<Observation> at, long nodes) implements Answer {}
