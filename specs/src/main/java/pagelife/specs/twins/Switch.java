package pagelife.specs.twins;

import pagelife.models.Settings;
import pagelife.specs.FamilySpecs;
import pagelife.specs.Spec;
import pagelife.specs.Subject;

/**
 * A rule set otherwise than in the variant, by a row of the catalogue; or otherwise than usual by the variant of a row,
 * in a family whose rows set none.
 *
 * @param specs the family with its claims
 * @param row the row, perhaps without what it expects
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
    public Subject broken() {
        return Subject.of(specs, row);
    }

    private String usual() {
        return specs.family()
                .rules()
                .find(known -> known.name().equals(rule))
                .get()
                .values()
                .head();
    }

    /** The row without this setting. */
    public Subject repaired() {
        Settings others = row.rules()
                .asMap()
                .filter(entry -> !entry._1().equals(rule))
                .foldLeft(Settings.NONE, (some, entry) -> some.with(entry._1(), entry._2()));
        Settings mended = row.rules().get(rule).isDefined() ? others : others.with(rule, usual());
        Subject plain = broken();
        return new Subject(
                plain.name(),
                specs,
                plain.variant(),
                mended,
                plain.bounds(),
                plain.workload(),
                plain.fairness(),
                plain.row());
    }
}
