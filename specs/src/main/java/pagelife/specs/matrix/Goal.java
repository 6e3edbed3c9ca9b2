package pagelife.specs.matrix;

import io.vavr.collection.Seq;

/**
 * What one may want of a combination.
 *
 * @param name the name, such as {@code removal is safe}
 * @param properties the properties that must not be broken, by the first words of their names or in full
 */
public record Goal(String name, Seq<String> properties) {
    /** Whether a combination gets there. */
    public boolean isMet(Judged combination) {
        return !combination.broken().keySet().exists(properties::contains);
    }
}
