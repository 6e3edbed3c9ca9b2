package pagelife.reports.cli;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.util.function.Function;
import pagelife.checker.model.Operation;
import pagelife.checker.property.Property;
import pagelife.checker.search.Options;
import pagelife.models.Settings;
import pagelife.reports.ListReport;
import pagelife.reports.format.ReportFormat;
import pagelife.reports.outcome.Question;
import pagelife.reports.page.Page;
import pagelife.specs.FamilySpecs;
import pagelife.specs.Subject;

/** {@code check list}: all families, or what a name stands for. */
record Listing(Page page, ReportFormat format, Shelf shelf) {
    void print(String name) {
        format.write(new ListReport(entries(name)), page);
    }

    private Seq<ListReport.Entry> entries(String name) {
        return name.isEmpty() ? shelf.families().map(this::family) : Vector.of(entry(shelf.named(name)));
    }

    private ListReport.Entry entry(Named named) {
        return switch (named.kind()) {
            case FAMILY -> family(named.specs());
            case BUG ->
                ListReport.Entry.of(
                        named.specs().family(),
                        named.name(),
                        named.words(),
                        named.members().flatMap(named.specs()::spec));
            case VARIANT, ROW, FILE -> one(named);
        };
    }

    private ListReport.Entry family(FamilySpecs<?> specs) {
        return ListReport.Entry.of(
                specs,
                properties(specs, Prepared::properties),
                properties(specs, Prepared::temporal),
                operations(specs));
    }

    private ListReport.Entry one(Named named) {
        Subject subject = named.subject();
        Prepared prepared = Prepared.of(subject);
        return ListReport.Entry.of(
                named.kind().word(),
                named.words(),
                new Question(subject, Settings.NONE, Settings.NONE, Vector.empty(), Options.DEFAULT),
                named.specs().spec(subject.name()),
                prepared.properties(),
                prepared.temporal(),
                prepared.operations().all(),
                prepared.words().propositions().keySet().toVector());
    }

    /** Every operation of a family, each once, in the order of the variants that have it. */
    private static Seq<Operation> operations(FamilySpecs<?> specs) {
        return usual(specs).flatMap(prepared -> prepared.operations().all()).distinctBy(Operation::usage);
    }

    /** Every claim about a family, each once, in the order of the variants that they make sense for. */
    private static Seq<Property> properties(FamilySpecs<?> specs, Function<Prepared, Seq<Property>> which) {
        return usual(specs).flatMap(which).distinctBy(Property::name);
    }

    /** The variants of a family as they are. */
    private static Seq<Prepared> usual(FamilySpecs<?> specs) {
        return specs.family().variants().map(variant -> Prepared.of(Subject.of(specs, variant)));
    }
}
