package pagelife.reports.cli;

import com.google.common.base.Ascii;
import io.vavr.collection.Seq;
import pagelife.checker.Checker;
import pagelife.checker.ltl.Vocabulary;
import pagelife.checker.model.Model;
import pagelife.checker.model.ModelException;
import pagelife.checker.model.Operations;
import pagelife.checker.property.Property;
import pagelife.checker.result.Result;
import pagelife.checker.search.Options;
import pagelife.models.Protocol;
import pagelife.models.Settings;
import pagelife.models.Variant;
import pagelife.models.page.Books;
import pagelife.specs.FamilySpecs;

/**
 * A model and the claims about it, ready to be checked.
 *
 * @param variant the variant
 * @param model the model
 * @param books who holds what in its states
 * @param operations what its tasks can be asked to do
 * @param properties every claim that makes sense for it, but for those about runs
 * @param temporal every claim about runs, put only when asked for
 * @param words what a formula may speak of
 */
record Prepared(
        Variant variant,
        Model model,
        Books books,
        Operations operations,
        Seq<Property> properties,
        Seq<Property> temporal,
        Vocabulary words) {
    /** Every claim. */
    Seq<Property> all() {
        return properties.appendAll(temporal);
    }

    /** Builds the protocol of a variant. */
    static <P extends Protocol> Prepared of(FamilySpecs<P> specs, Variant variant, Settings rules, Settings bounds) {
        P protocol;
        try {
            protocol = specs.family().build(variant, rules, bounds);
        } catch (IllegalArgumentException e) {
            throw new UsageException(variant.fullName() + " cannot be built: " + e.getMessage());
        } catch (ModelException e) {
            if (bounds.isEmpty() && rules.isEmpty()) {
                throw e;
            }
            throw new UsageException(variant.fullName() + " cannot be built with " + (bounds.isEmpty() ? rules : bounds)
                    + ": " + e.getMessage());
        }
        return new Prepared(
                variant,
                protocol.model(),
                protocol.books(),
                protocol.operations(),
                specs.properties(protocol),
                specs.temporal(protocol),
                specs.vocabulary(protocol));
    }

    /** The properties that a name stands for: by full name, or by id; case does not matter. */
    Seq<Property> named(String name) {
        Seq<Property> known = all();
        Seq<Property> exact = known.filter(property -> Ascii.equalsIgnoreCase(property.name(), name));
        Seq<Property> found = exact.isEmpty() ? known.filter(property -> property.isCalled(name)) : exact;
        if (found.isEmpty()) {
            Seq<String> names = known.map(Property::id);
            throw Unknown.name(
                    "property",
                    name,
                    names.appendAll(known.map(Property::name)),
                    "./check list " + variant.family() + " shows all");
        }
        return found;
    }

    /** What comes out of these claims, with a line that shows how far it has come. */
    Result check(Seq<Property> claims, Options options, Console console, ProgressLine line) {
        return Checker.check(
                model, claims, options.withReporting(line.reporting().withWarnings(console::warn)));
    }
}
