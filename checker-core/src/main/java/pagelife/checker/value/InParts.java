package pagelife.checker.value;

import io.vavr.collection.Seq;

/**
 * A value that prints itself as a list of parts, such as {@code refs 1, mapcount 1}: of two such values only the parts
 * that differ need be shown.
 */
public interface InParts {
    /** The parts in the order in which they are printed, with a comma and a space between them. */
    Seq<String> parts();
}
