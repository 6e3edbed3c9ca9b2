package pagelife.specs;

import io.vavr.collection.Seq;
import pagelife.checker.Checker;
import pagelife.checker.ltl.Vocabulary;
import pagelife.checker.model.Model;
import pagelife.checker.property.Property;
import pagelife.checker.property.StepProperty;
import pagelife.checker.result.Result;
import pagelife.checker.search.Options;
import pagelife.models.Protocol;
import pagelife.models.Settings;
import pagelife.models.Variant;
import pagelife.models.Workload;

/**
 * A protocol that is asked about: how a variant, rules, bounds and programs become a model, its claims and a result.
 *
 * @param specs the family with its claims
 * @param variant the variant
 * @param protocol the protocol
 * @param <P> the family's protocols
 */
public record Inquiry<P extends Protocol>(FamilySpecs<P> specs, Variant variant, P protocol) {

    /**
     * About a variant with the tasks that its bounds stand for.
     *
     * @throws IllegalArgumentException for a combination that means nothing, saying why
     */
    public static <P extends Protocol> Inquiry<P> about(
            FamilySpecs<P> specs, Variant variant, Settings rules, Settings bounds) {
        return new Inquiry<>(specs, variant, specs.family().build(variant, rules, bounds));
    }

    /**
     * About a variant with other tasks.
     *
     * @throws pagelife.checker.model.TextException where a program calls what is no operation
     * @throws IllegalArgumentException for a combination that means nothing, saying why
     */
    public static <P extends Protocol> Inquiry<P> about(
            FamilySpecs<P> specs, Variant variant, Settings rules, Settings bounds, Workload workload) {
        return new Inquiry<>(specs, variant, specs.family().build(variant, rules, bounds, workload));
    }

    /**
     * About the variant of this full name, of one of these families.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Inquiry<?> about(Seq<FamilySpecs<?>> families, String variant, Settings rules, Settings bounds) {
        String family = variant.split("/", 2)[0];
        return families.find(known -> known.family().name().equals(family))
                .map(specs -> named(specs, variant, rules, bounds))
                .getOrElseThrow(() -> new IllegalArgumentException("no family is called " + family + ": there are "
                        + families.map(known -> known.family().name()).mkString(", ")));
    }

    private static <P extends Protocol> Inquiry<P> named(
            FamilySpecs<P> specs, String variant, Settings rules, Settings bounds) {
        Variant found = specs.family()
                .variant(variant)
                .getOrElseThrow(() -> new IllegalArgumentException("family "
                        + specs.family().name()
                        + " has no variant " + variant + ": it has "
                        + specs.family().variants().map(Variant::fullName).mkString(", ")));
        return about(specs, found, rules, bounds);
    }

    /** The model. */
    public Model model() {
        return protocol.model();
    }

    /** Every claim that makes sense, but for those about runs. */
    public Seq<Property> claims() {
        return specs.properties(protocol);
    }

    /** Every claim about runs. */
    public Seq<Property> temporal() {
        return specs.temporal(protocol);
    }

    /** Every claim that makes sense, those about runs last. */
    public Seq<Property> all() {
        return claims().appendAll(temporal());
    }

    /** All of them, and that no step fails, which is part of every check. */
    public Seq<Property> asked() {
        return all().append(StepProperty.NO_FAILURE).distinct();
    }

    /**
     * The claims of this name or id: one, where names are unique. That no step fails is among those of every model.
     *
     * @throws IllegalArgumentException if there is none
     */
    public Seq<Property> called(String name) {
        return called(asked(), name);
    }

    /** Those of {@code claims} that have this name or id; otherwise as {@link #called(String)}. */
    public Seq<Property> called(Seq<Property> claims, String name) {
        Seq<Property> found = Property.called(claims, name);
        if (found.isEmpty()) {
            throw new IllegalArgumentException("no claim about " + variant.fullName() + " is called " + name
                    + ": there are " + claims.map(Property::name).mkString(", "));
        }
        return found;
    }

    /** All that may be said of it in text. */
    public Vocabulary vocabulary() {
        return specs.vocabulary(protocol);
    }

    /** What comes out. */
    public Result check(Seq<Property> claims, Options options) {
        return Checker.check(model(), claims, options);
    }
}
