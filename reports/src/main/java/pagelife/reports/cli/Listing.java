package pagelife.reports.cli;

import io.vavr.Tuple;
import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import pagelife.checker.model.ModelException;
import pagelife.checker.model.Operation;
import pagelife.checker.property.Property;
import pagelife.checker.search.Options;
import pagelife.models.Settings;
import pagelife.models.Variant;
import pagelife.reports.ListReport;
import pagelife.reports.format.ReportFormat;
import pagelife.reports.outcome.Misasked;
import pagelife.reports.outcome.Question;
import pagelife.reports.page.Page;
import pagelife.specs.FamilySpecs;
import pagelife.specs.Subject;

/** {@code check list}: all families, or what a name stands for. */
record Listing(Page page, ReportFormat format, Shelf shelf, OwnModels own) {
    Exit print(String name) {
        ListReport report = new ListReport(entries(name));
        format.write(report, page);
        return report.isSound() ? Exit.AS_CLAIMED : own.hasNamed(name) ? Exit.USAGE : Exit.FAULT;
    }

    private Seq<ListReport.Entry> entries(String name) {
        return name.isEmpty() ? shelf.families().map(Listing::family) : Vector.of(entry(shelf.named(name)));
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

    /** A variant that cannot be built says why, and the others are listed. */
    private static ListReport.Entry family(FamilySpecs<?> specs) {
        LinkedHashMap<String, Either<String, Prepared>> usual = LinkedHashMap.ofEntries(
                specs.family().variants().map(variant -> Tuple.of(variant.fullName(), built(specs, variant))));
        Seq<Prepared> whole = usual.values().flatMap(one -> one.toOption());
        return ListReport.Entry.of(
                specs,
                specs.stated()
                        .map(row -> usual.get(row.outline().variant()).exists(Either::isLeft)
                                ? row.outline()
                                : row.build().spec()),
                usual.filterValues(Either::isLeft).mapValues(Either::getLeft),
                whole.flatMap(Prepared::properties).distinctBy(Property::name),
                whole.flatMap(Prepared::temporal).distinctBy(Property::name),
                whole.flatMap(prepared -> prepared.operations().all()).distinctBy(Operation::usage));
    }

    private static Either<String, Prepared> built(FamilySpecs<?> specs, Variant variant) {
        try {
            return Either.right(Prepared.of(Subject.of(specs, variant)));
        } catch (ModelException | Misasked e) {
            return Either.left(e.getMessage());
        }
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
}
