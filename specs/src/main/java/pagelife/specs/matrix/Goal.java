package pagelife.specs.matrix;

import io.vavr.collection.Seq;
import pagelife.checker.property.StepProperty;

/**
 * What one may want of a combination.
 *
 * @param name the name, such as {@code removal is safe}
 * @param properties the properties that must not be broken, by the first words of their names or in full
 */
public record Goal(String name, Seq<String> properties) {
    /** Whether a combination gets there: none of them is broken, and no step of it fails. */
    public boolean isMet(Judged combination) {
        return !combination.broken().keySet().exists(properties.append(StepProperty.NO_FAILURE.id())::contains);
    }
}
