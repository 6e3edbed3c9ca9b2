package pagelife.reports.cli;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.util.function.Function;
import pagelife.checker.model.Operation;
import pagelife.checker.property.Property;
import pagelife.checker.search.Options;
import pagelife.models.Settings;
import pagelife.models.Variant;
import pagelife.reports.ListReport;
import pagelife.reports.Question;
import pagelife.reports.ReportFormat;
import pagelife.reports.page.Page;
import pagelife.specs.FamilySpecs;

/** {@code check list}: all families, one family, or one variant. */
record Listing(Page page, ReportFormat format, Shelf shelf) {
    void print(String name) {
        format.write(new ListReport(entries(name)), page);
    }

    private Seq<ListReport.Entry> entries(String name) {
        if (name.indexOf('/') >= 0) {
            return Vector.of(variant(shelf.variant(name)));
        }
        return name.isEmpty() ? shelf.families().map(this::family) : Vector.of(family(shelf.family(name)));
    }

    private ListReport.Entry family(FamilySpecs<?> specs) {
        return ListReport.Entry.of(
                specs.family(),
                properties(specs, Prepared::properties),
                properties(specs, Prepared::temporal),
                operations(specs));
    }

    private ListReport.Entry variant(Variant variant) {
        Question question = new Question(
                shelf.family(variant.family()).family(),
                variant,
                Settings.NONE,
                Settings.NONE,
                Vector.empty(),
                Options.DEFAULT);
        Prepared prepared = shelf.prepare(variant, Settings.NONE, Settings.NONE);
        return ListReport.Entry.of(
                question,
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
        return specs.family().variants().map(variant -> Prepared.of(specs, variant, Settings.NONE, Settings.NONE));
    }
}
