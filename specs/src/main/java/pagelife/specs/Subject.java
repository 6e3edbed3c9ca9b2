package pagelife.specs;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import pagelife.checker.ltl.Assumptions;
import pagelife.checker.model.Model;
import pagelife.models.Family;
import pagelife.models.Protocol;
import pagelife.models.Settings;
import pagelife.models.Variant;
import pagelife.models.Workload;

/**
 * Something that can be checked: a variant as it is, a row of the table of its family, a litmus test. Immutable.
 *
 * @param name what users call it, such as {@code fsdax/6.1}, {@code G-a/6.1} or a file
 * @param specs the family with its claims
 * @param variant the variant
 * @param rules rules set otherwise than in the variant
 * @param bounds bounds set otherwise than in the variant
 * @param workload the programs of its tasks; empty for those that the bounds stand for
 * @param fairness the fairness of claims about runs; empty for what they and the model declare
 * @param row what is expected of it; empty where that is not asked, or nothing is written down
 */
public record Subject(
        String name,
        FamilySpecs<?> specs,
        Variant variant,
        Settings rules,
        Settings bounds,
        Option<Workload> workload,
        Option<Assumptions> fairness,
        Option<Spec> row) {

    /**
     * The words by which a command names it, see {@link Family#address}; none where it has programs of its own and not
     * the name of a file, in which they would stand.
     */
    public Seq<String> address() {
        boolean isNamed = workload.isEmpty() || !name.equals(variant.fullName());
        return isNamed ? specs.family().address(name) : Vector.empty();
    }

    /** A variant as it is. */
    public static Subject of(FamilySpecs<?> specs, Variant variant) {
        return new Subject(
                variant.fullName(),
                specs,
                variant,
                Settings.NONE,
                Settings.NONE,
                Option.none(),
                Option.none(),
                Option.none());
    }

    /** The first variant of a family as it is: the protocol of a study. */
    public static Subject of(FamilySpecs<?> specs) {
        return of(specs, specs.family().variants().head());
    }

    /**
     * What a row is about.
     *
     * @throws IllegalArgumentException if the family has no such variant
     */
    public static Subject of(FamilySpecs<?> specs, Spec row) {
        Variant variant = specs.family()
                .variant(row.variant())
                .getOrElseThrow(() -> new IllegalArgumentException("row " + row.id() + " is about " + row.variant()
                        + ", which family " + specs.family().name() + " does not have"));
        return new Subject(
                row.id(), specs, variant, row.rules(), row.bounds(), Option.none(), row.fairness(), Option.some(row));
    }

    /** The family. */
    public Family<?> family() {
        return specs.family();
    }

    /** The same with further rules and bounds, which win. */
    public Subject with(Settings moreRules, Settings moreBounds) {
        return new Subject(name, specs, variant, rules.and(moreRules), bounds.and(moreBounds), workload, fairness, row);
    }

    /** Its variant with its rules and bounds and the tasks of a workload; nothing is expected of that. */
    public Subject with(Workload programs) {
        return new Subject(
                variant.fullName(), specs, variant, rules, bounds, Option.some(programs), fairness, Option.none());
    }

    /** The claims that its row names, those about runs among them; empty for all but those about runs. */
    public Seq<String> claims() {
        return row.toVector().flatMap(Spec::expectations).map(Expectation::property);
    }

    /**
     * Builds it.
     *
     * @throws IllegalArgumentException for a combination that means nothing, saying why
     * @throws pagelife.checker.model.ModelException where the model breaks its promises
     */
    public Inquiry<?> inquiry() {
        return inquiry(specs);
    }

    private <P extends Protocol> Inquiry<P> inquiry(FamilySpecs<P> known) {
        return workload.map(programs -> Inquiry.about(known, variant, rules, bounds, programs))
                .getOrElse(() -> Inquiry.about(known, variant, rules, bounds));
    }

    /** The model. Built anew. */
    public Model model() {
        return inquiry().model();
    }
}
