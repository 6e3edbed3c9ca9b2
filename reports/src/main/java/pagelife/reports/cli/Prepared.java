package pagelife.reports.cli;

import io.vavr.collection.Seq;
import pagelife.checker.ltl.Vocabulary;
import pagelife.checker.model.Model;
import pagelife.checker.model.ModelException;
import pagelife.checker.model.Operations;
import pagelife.checker.property.Property;
import pagelife.checker.result.Result;
import pagelife.checker.search.Options;
import pagelife.models.page.Books;
import pagelife.reports.outcome.Asking;
import pagelife.specs.Inquiry;
import pagelife.specs.Subject;

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

    /** Builds a protocol. */
    static Prepared of(Subject subject) {
        try {
            return new Prepared(subject.inquiry());
        } catch (IllegalArgumentException e) {
            throw new UsageException(subject.name() + " cannot be built: " + e.getMessage());
        } catch (ModelException e) {
            if (subject.bounds().isEmpty() && subject.rules().isEmpty()) {
                throw e;
            }
            throw new UsageException(subject.name() + " cannot be built with "
                    + (subject.bounds().isEmpty() ? subject.rules() : subject.bounds()) + ": " + e.getMessage());
        }
    }

    /** The properties that a name stands for: by full name, or by id; case does not matter. */
    Seq<Property> named(String name) {
        return Asking.named(inquiry, all(), name);
    }

    /** What comes out of these claims, with a line that shows how far it has come. */
    Result check(Seq<Property> claims, Options options, Console console, ProgressLine line) {
        return inquiry.check(claims, options.withReporting(console.reporting(line)));
    }
}
