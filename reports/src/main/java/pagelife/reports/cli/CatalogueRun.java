package pagelife.reports.cli;

import io.vavr.Function3;
import io.vavr.Tuple2;
import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.function.Supplier;
import pagelife.checker.model.ModelException;
import pagelife.checker.property.Property;
import pagelife.checker.result.Result;
import pagelife.checker.result.Verdict;
import pagelife.checker.search.Options;
import pagelife.models.Family;
import pagelife.models.Protocol;
import pagelife.models.Settings;
import pagelife.reports.CatalogueReport;
import pagelife.reports.Line;
import pagelife.reports.ToldSpec;
import pagelife.reports.format.Growing;
import pagelife.reports.format.ReportFormat;
import pagelife.reports.outcome.Misasked;
import pagelife.reports.outcome.Question;
import pagelife.reports.outcome.SpecOutcome;
import pagelife.reports.page.Page;
import pagelife.specs.Expectation;
import pagelife.specs.FamilySpecs;
import pagelife.specs.Spec;
import pagelife.specs.Stated;
import pagelife.specs.Subject;

/** Checks every spec of the catalogue against the verdicts that it expects. */
final class CatalogueRun {
    private final Console console;
    private final Shelf shelf;
    private final OwnModels own;

    CatalogueRun(Console console, Shelf shelf, OwnModels own) {
        this.console = console;
        this.shelf = shelf;
        this.own = own;
    }

    /** Checks everything that is expected of any family. */
    Exit all(Request request) {
        Seq<Posed> rows = shelf.families().flatMap(CatalogueRun::rows);
        return check(rows, request, request.all() ? CatalogueRun::lines : ReportFormat::overview);
    }

    private static <P extends Protocol> Seq<Posed> rows(FamilySpecs<P> specs) {
        return specs.stated().map(row -> new Posed(Subject.of(specs, row.outline()), () -> ready(row)));
    }

    private static Ready ready(Stated<?> row) {
        try {
            Stated.Built<?> built = row.build();
            return new Ready(new Prepared(built.inquiry(), built.claims(), built.temporal()), built.spec());
        } catch (IllegalArgumentException e) {
            throw new UsageException(row.outline().id() + " cannot be built: " + e.getMessage());
        }
    }

    /** What is to be checked, and how it comes to be. */
    private record Posed(Subject subject, Supplier<Ready> building) {}

    /** A protocol, and what is expected of it. */
    private record Ready(Prepared prepared, Spec spec) {}

    /** Checks these against what is expected of them; where nothing is written down, that every claim holds. */
    Exit run(Named named, Request request) {
        Seq<Posed> all = named.kind() == Named.Kind.FAMILY
                ? rows(named.specs()).appendAll(posed(Shelf.unstated(named.specs())))
                : posed(named.subjects().get());
        return check(all, request, CatalogueRun::lines);
    }

    private static Seq<Posed> posed(Seq<Subject> subjects) {
        return subjects.map(subject -> new Posed(subject, () -> ready(subject)));
    }

    /** A line for each spec. */
    private static Growing<Line> lines(ReportFormat format, Seq<String> ids, Page page) {
        return format.lines("spec", ids, page);
    }

    private static Ready ready(Subject subject) {
        Prepared prepared = Prepared.of(subject);
        return new Ready(prepared, subject.row().getOrElse(() -> implied(subject, prepared)));
    }

    private Exit check(
            Seq<Posed> all, Request request, Function3<ReportFormat, Seq<String>, Page, Growing<Line>> begun) {
        refuse("--property", request.properties());
        refuse("--rule", request.rules());
        refuse("--bound", request.bounds());
        refuse("--ltl", request.formulas());
        refuse("--invariant", request.invariants());
        refuse("--fairness", request.fairness());
        refuse("--save", request.save().map(save -> save.file().toString()).toVector());
        refuse(
                EvidenceFile.OPTION,
                request.evidence().map(file -> file.path().toString()).toVector());
        refuse("--as-litmus", request.asLitmus() ? Vector.of("") : Vector.empty());
        ReportFormat format = request.format(CatalogueReport.KIND, console);
        long start = console.ticker().read();
        Options options = request.options().withTicker(console.ticker()).withInterrupted(console.interrupted());
        Growing<Line> report =
                begun.apply(format, all.map(posed -> posed.subject().name()), console.page());
        Vector<SpecOutcome> outcomes = Vector.empty();
        try (ProgressLine line = console.progress(request.progress(), "")) {
            for (Posed posed : all) {
                if (console.interrupted().getAsBoolean()) {
                    break;
                }
                SpecOutcome outcome = check(posed, options, request.progress());
                outcomes = outcomes.append(outcome);
                line.wipe();
                report.add(ToldSpec.of(outcome));
                line.counted(console.ticker().read() - start, outcomes.size(), all.size(), "spec");
            }
        }
        int missing = all.size() - outcomes.size();
        long nanos = console.ticker().read() - start;
        report.end(CatalogueReport.of(outcomes, families(all), missing, nanos));
        return exit(outcomes, missing);
    }

    private static Seq<Family<?>> families(Seq<Posed> all) {
        return all.<Family<?>>map(posed -> posed.subject().family()).distinctBy(Family::name);
    }

    private static void refuse(String option, Seq<String> values) {
        if (!values.isEmpty()) {
            throw new UsageException(option + " needs a VARIANT to apply to; ./check list shows all");
        }
    }

    private SpecOutcome check(Posed posed, Options asked, ProgressLine.When progress) {
        Subject subject = posed.subject();
        Options options = subject.fairness().map(asked::withFairness).getOrElse(asked);
        Question question = new Question(subject, Settings.NONE, Settings.NONE, Vector.empty(), options);
        try (ProgressLine line = console.progress(progress, subject.name() + ": ")) {
            Ready ready = posed.building().get();
            Prepared prepared = ready.prepared();
            Spec spec = ready.spec();
            Map<Expectation, Seq<Property>> claims = LinkedHashMap.ofEntries(
                    spec.expectations().map(expected -> new Tuple2<>(expected, prepared.named(expected.property()))));
            Options looking = spec.size().isEmpty() ? options : options.withStopWhenDecided(false); // counts are of all
            Result result = prepared.check(claims.values().flatMap(some -> some).distinct(), looking, console, line);
            return SpecOutcome.of(spec, claims, result, question);
        } catch (ModelException | Misasked e) {
            return SpecOutcome.faulty(
                    subject.row().getOrElse(() -> expecting(subject, Vector.empty())), question, e.getMessage());
        }
    }

    /** Nothing is written down about it: every claim is expected to hold. */
    private static Spec implied(Subject subject, Prepared prepared) {
        return expecting(subject, prepared.properties().map(Property::name));
    }

    private static Spec expecting(Subject subject, Seq<String> holding) {
        return new Spec(
                subject.name(),
                subject.variant().fullName(),
                subject.rules(),
                subject.bounds(),
                holding.map(name -> new Expectation(name, Verdict.HOLDS, Option.none())),
                "",
                subject.variant().summary());
    }

    private Exit exit(Seq<SpecOutcome> outcomes, int missing) {
        Seq<SpecOutcome> faulty = outcomes.filter(outcome -> outcome.fault().isDefined());
        if (!faulty.isEmpty()) { // a mistake in a model of somebody's own is not ours
            return faulty.forAll(outcome -> own.hasNamed(outcome.spec().variant())) ? Exit.USAGE : Exit.FAULT;
        }
        if (outcomes.exists(outcome -> !outcome.asExpected() && !outcome.undecided())) {
            return Exit.BROKEN;
        }
        return missing > 0 || outcomes.exists(SpecOutcome::undecided) ? Exit.UNDECIDED : Exit.AS_CLAIMED;
    }
}
