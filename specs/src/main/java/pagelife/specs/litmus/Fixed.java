package pagelife.specs.litmus;

import io.vavr.collection.Seq;
import pagelife.checker.model.Word;
import pagelife.models.Settings;

/**
 * Where a kept run is refused: a variant, and rules set otherwise there.
 *
 * @param variant the full name of the variant
 * @param rules the rules, each {@code name=value}
 */
public record Fixed(Word variant, Seq<Word> rules) {
    /** The rules set otherwise than in the variant. */
    public Settings ruled() {
        return Settings.parse(rules.mkString(" "));
    }

    @Override
    public String toString() {
        return variant + rules.map(rule -> " " + rule).mkString();
    }
}
