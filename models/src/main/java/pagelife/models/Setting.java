package pagelife.models;

import io.vavr.collection.Seq;

/**
 * A rule or a bound of a family that can be set by name.
 *
 * @param name the name, such as {@code pteHoldsReference}
 * @param summary what it decides, in one line
 * @param values the values it may have, as text, the usual one first
 */
public record Setting(String name, String summary, Seq<String> values) {}
