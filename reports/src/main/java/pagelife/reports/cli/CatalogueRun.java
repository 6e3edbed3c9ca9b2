package pagelife.reports.cli;

import io.vavr.Tuple2;
import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import pagelife.checker.model.ModelException;
import pagelife.checker.property.Property;
import pagelife.checker.result.Result;
import pagelife.checker.search.Options;
import pagelife.models.Variant;
import pagelife.reports.CatalogueReport;
import pagelife.reports.Growing;
import pagelife.reports.Line;
import pagelife.reports.Question;
import pagelife.reports.ReportFormat;
import pagelife.reports.SpecOutcome;
import pagelife.reports.ToldSpec;
import pagelife.specs.Expectation;
import pagelife.specs.Spec;

/** Checks every spec of the catalogue against the verdicts that it expects. */
final class CatalogueRun {
    private final Console console;
    private final Shelf shelf;

    CatalogueRun(Console console, Shelf shelf) {
        this.console = console;
        this.shelf = shelf;
    }

    Exit run(Request request) {
        refuse("--property", request.properties());
        refuse("--rule", request.rules());
        refuse("--bound", request.bounds());
        refuse("--ltl", request.formulas());
        refuse("--invariant", request.invariants());
        refuse("--fairness", request.fairness());
        refuse("--as-litmus", request.asLitmus() ? Vector.of("") : Vector.empty());
        ReportFormat format = request.format(CatalogueReport.KIND, console);
        long start = console.ticker().read();
        Options options = request.options().withTicker(console.ticker()).withInterrupted(console.interrupted());
        Seq<Spec> specs = shelf.families().flatMap(family -> family.specs());
        Growing<Line> report = format.lines("spec", specs.map(Spec::id), console.page());
        Vector<SpecOutcome> outcomes = Vector.empty();
        for (Spec spec : specs) {
            if (console.interrupted().getAsBoolean()) {
                break;
            }
            SpecOutcome outcome = check(spec, options, request.progress());
            outcomes = outcomes.append(outcome);
            report.add(ToldSpec.of(outcome));
        }
        int missing = specs.size() - outcomes.size();
        long nanos = console.ticker().read() - start;
        report.end(CatalogueReport.of(outcomes, missing, nanos));
        return exit(outcomes, missing);
    }

    private static void refuse(String option, Seq<String> values) {
        if (!values.isEmpty()) {
            throw new UsageException(option + " needs a VARIANT to apply to; ./check list shows all");
        }
    }

    private SpecOutcome check(Spec spec, Options asked, ProgressLine.When progress) {
        Variant variant = shelf.variant(spec.variant());
        Options options = spec.fairness().map(asked::withFairness).getOrElse(asked);
        Question question = new Question(
                shelf.family(variant.family()).family(), variant, spec.rules(), spec.bounds(), Vector.empty(), options);
        try (ProgressLine line = console.progress(progress, spec.id() + ": ")) {
            Prepared prepared = shelf.prepare(variant, spec.rules(), spec.bounds());
            Map<Expectation, Seq<Property>> claims = LinkedHashMap.ofEntries(
                    spec.expectations().map(expected -> new Tuple2<>(expected, prepared.named(expected.property()))));
            Result result = prepared.check(claims.values().flatMap(some -> some).distinct(), options, console, line);
            return SpecOutcome.of(spec, claims, result, question);
        } catch (ModelException | UsageException e) {
            return SpecOutcome.faulty(spec, question, e.getMessage());
        }
    }

    private static Exit exit(Seq<SpecOutcome> outcomes, int missing) {
        if (outcomes.exists(outcome -> outcome.fault().isDefined())) {
            return Exit.FAULT;
        }
        if (outcomes.exists(outcome -> !outcome.asExpected() && !outcome.undecided())) {
            return Exit.BROKEN;
        }
        return missing > 0 || outcomes.exists(SpecOutcome::undecided) ? Exit.UNDECIDED : Exit.AS_CLAIMED;
    }
}
