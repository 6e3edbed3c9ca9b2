package pagelife.reports.cli;

import com.google.common.base.Ascii;
import io.vavr.collection.Seq;
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
import pagelife.specs.Inquiry;

/**
 * A variant that is built, ready to be checked.
 *
 * @param inquiry the protocol and its family
 * @param properties every claim that makes sense for it, but for those about runs
 * @param temporal every claim about runs, put only when asked for
 */
record Prepared(Inquiry<?> inquiry, Seq<Property> properties, Seq<Property> temporal) {
    private Prepared(Inquiry<?> inquiry) {
        this(inquiry, inquiry.claims(), inquiry.temporal());
    }

    /** The model. */
    Model model() {
        return inquiry.model();
    }

    /** Who holds what in its states. */
    Books books() {
        return inquiry.protocol().books();
    }

    /** What its tasks can be asked to do. */
    Operations operations() {
        return inquiry.protocol().operations();
    }

    /** What a formula may speak of. */
    Vocabulary words() {
        return inquiry.vocabulary();
    }

    /** Every claim. */
    Seq<Property> all() {
        return properties.appendAll(temporal);
    }

    /** Builds the protocol of a variant. */
    static Prepared of(FamilySpecs<?> specs, Variant variant, Settings rules, Settings bounds) {
        return new Prepared(built(specs, variant, rules, bounds));
    }

    private static <P extends Protocol> Inquiry<P> built(
            FamilySpecs<P> specs, Variant variant, Settings rules, Settings bounds) {
        try {
            return Inquiry.about(specs, variant, rules, bounds);
        } catch (IllegalArgumentException e) {
            throw new UsageException(variant.fullName() + " cannot be built: " + e.getMessage());
        } catch (ModelException e) {
            if (bounds.isEmpty() && rules.isEmpty()) {
                throw e;
            }
            throw new UsageException(variant.fullName() + " cannot be built with " + (bounds.isEmpty() ? rules : bounds)
                    + ": " + e.getMessage());
        }
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
                    "./check list " + inquiry.variant().family() + " shows all");
        }
        return found;
    }

    /** What comes out of these claims, with a line that shows how far it has come. */
    Result check(Seq<Property> claims, Options options, Console console, ProgressLine line) {
        return inquiry.check(claims, options.withReporting(line.reporting().withWarnings(console::warn)));
    }
}
