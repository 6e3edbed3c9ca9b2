package pagelife.specs.matrix;

import io.vavr.collection.Seq;
import io.vavr.collection.Set;
import pagelife.models.Settings;

/**
 * Bounds within which combinations are put to the test.
 *
 * @param name what happens
 * @param bounds the bounds
 * @param unknown the rules that make no difference within these bounds
 * @param properties the properties that are judged by it, by short name
 */
public record Scene(String name, Settings bounds, Set<String> unknown, Seq<String> properties) {
    /** The rules without those that make no difference. */
    Settings known(Settings rules) {
        Settings known = Settings.NONE;
        for (var entry : rules.asMap()) {
            known = unknown.contains(entry._1()) ? known : known.with(entry._1(), entry._2());
        }
        return known;
    }
}
