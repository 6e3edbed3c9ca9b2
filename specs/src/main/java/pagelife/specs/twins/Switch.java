package pagelife.specs.twins;

import pagelife.models.Settings;
import pagelife.specs.FamilySpecs;
import pagelife.specs.Spec;
import pagelife.specs.Subject;

/**
 * A rule set otherwise than in the variant, by a row of the catalogue.
 *
 * @param specs the family with its claims
 * @param row the row
 * @param rule the rule
 * @param value what it is set to
 */
public record Switch(FamilySpecs<?> specs, Spec row, String rule, String value) {
    /** The family. */
    public String family() {
        return specs.family().name();
    }

    /** The setting, {@code unpinWakes=off}. */
    public String setting() {
        return rule + "=" + value;
    }

    /** The row as it is. */
    Subject broken() {
        return Subject.of(specs, row);
    }

    /** The row without this setting. */
    public Subject repaired() {
        Settings others = row.rules()
                .asMap()
                .filter(entry -> !entry._1().equals(rule))
                .foldLeft(Settings.NONE, (some, entry) -> some.with(entry._1(), entry._2()));
        Subject plain = broken();
        return new Subject(
                plain.name(),
                specs,
                plain.variant(),
                others,
                plain.bounds(),
                plain.workload(),
                plain.fairness(),
                plain.row());
    }
}
