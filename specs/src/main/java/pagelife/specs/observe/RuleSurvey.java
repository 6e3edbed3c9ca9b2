package pagelife.specs.observe;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import pagelife.checker.observe.Answer;
import pagelife.checker.observe.Blockage;
import pagelife.checker.observe.Observation;
import pagelife.models.Setting;
import pagelife.models.Settings;
import pagelife.models.Variant;
import pagelife.models.fsdax.FsdaxFamily;
import pagelife.specs.Spec;
import pagelife.specs.fsdax.FsdaxSpecs;

/**
 * Which values of rules recordings of one kernel refute: with this one set otherwise, no run shows what was seen.
 *
 * @param variant the variant that explains them
 * @param rules rules set otherwise than in it
 * @param recordings those that it explains
 */
public record RuleSurvey(Variant variant, Settings rules, Seq<Recording> recordings) {
    /** A recording and the first observation in it that no run explains. */
    public record Refutation(Recording recording, Observation at) {}

    /**
     * What recordings say to a value of a rule.
     *
     * @param rule the rule
     * @param value the value
     * @param isOwn whether it is the one that explains them
     * @param means whether it means anything together with the others
     * @param by what refutes it
     * @param rows rows of the catalogue about this value: what they show would decide it
     */
    public record Value(
            Setting rule, String value, boolean isOwn, boolean means, Seq<Refutation> by, Seq<String> rows) {}

    /** Each value of each rule. */
    public Seq<Value> values() {
        return FsdaxFamily.family().rules().flatMap(rule -> rule.values().map(value -> value(rule, value)));
    }

    private Value value(Setting rule, String value) {
        boolean isOwn =
                FsdaxFamily.family().rulesOf(variant, rules).get(rule.name()).equals(value);
        if (isOwn) {
            return new Value(rule, value, true, true, Vector.empty(), Vector.empty());
        }
        Settings changed = rules.and(Settings.NONE.with(rule.name(), value));
        try {
            Seq<Refutation> by = recordings.flatMap(recording -> refuted(recording, changed));
            return new Value(rule, value, false, true, by, by.isEmpty() ? rows(rule, value) : Vector.empty());
        } catch (IllegalArgumentException e) {
            return new Value(rule, value, false, false, Vector.empty(), Vector.empty());
        }
    }

    private Option<Refutation> refuted(Recording recording, Settings changed) {
        Answer answer = Observed.answer(recording, variant, changed);
        return Option.when(answer instanceof Blockage, () -> new Refutation(recording, ((Blockage) answer).at()));
    }

    /** The rows in which this value breaks something. */
    private static Seq<String> rows(Setting rule, String value) {
        return FsdaxSpecs.table()
                .specs()
                .filter(row -> row.rules().get(rule.name()).contains(value))
                .map(Spec::id);
    }
}
