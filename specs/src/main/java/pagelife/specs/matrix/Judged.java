package pagelife.specs.matrix;

import io.vavr.collection.SortedMap;

/**
 * A combination and what breaks in it.
 *
 * @param combination the combination
 * @param broken the steps of the shortest trace that breaks a property, by the property's short name
 */
public record Judged(Combination combination, SortedMap<String, Integer> broken) {
    /** This and what else breaks. */
    Judged and(SortedMap<String, Integer> more) {
        return new Judged(combination, broken.merge(more, Math::min));
    }
}
