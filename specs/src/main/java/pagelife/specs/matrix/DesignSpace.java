package pagelife.specs.matrix;

import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.function.Predicate;
import pagelife.models.Settings;

/**
 * The combinations of a family's rules.
 *
 * @param family the family's name
 * @param dimensions in what they differ
 * @param exclusions what means nothing
 * @param scenes how a combination is put to the test
 * @param all everybody at once: for combinations that meet {@code confirmed} in all scenes
 * @param confirmed the goal that is worth it
 * @param kernels combinations that there are or were to be, by name
 * @param goals what one may want
 * @param questions what is asked of the space
 */
public record DesignSpace(
        String family,
        Seq<Dimension> dimensions,
        Seq<Exclusion> exclusions,
        Seq<Scene> scenes,
        Scene all,
        Goal confirmed,
        LinkedHashMap<String, Combination> kernels,
        Seq<Goal> goals,
        Seq<Question> questions) {

    /**
     * Combinations that mean nothing.
     *
     * @param reason why
     * @param applies which
     */
    public record Exclusion(String reason, Predicate<Combination> applies) {}

    /**
     * What is the least that must change?
     *
     * @param text the question
     * @param kernel where to start, by name
     * @param goal where to get
     */
    public record Question(String text, String kernel, Goal goal) {}

    /** Every combination, those that mean nothing among them. */
    public Seq<Combination> combinations() {
        Seq<Combination> all = Vector.of(Combination.NONE);
        for (Dimension dimension : dimensions) {
            all = all.flatMap(some -> dimension.names().map(choice -> some.with(dimension.name(), choice)));
        }
        return all;
    }

    /** Why a combination means nothing; empty when it means something. */
    public Option<String> exclusion(Combination combination) {
        return exclusions
                .find(exclusion -> exclusion.applies().test(combination))
                .map(Exclusion::reason);
    }

    /** The rules that make a combination. */
    public Settings rules(Combination combination) {
        Settings rules = Settings.NONE;
        for (Dimension dimension : dimensions) {
            rules = rules.and(
                    dimension.choices().get(combination.get(dimension.name())).get());
        }
        return rules;
    }
}
