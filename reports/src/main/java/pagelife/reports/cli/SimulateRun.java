package pagelife.reports.cli;

import io.vavr.collection.Seq;
import io.vavr.control.Option;
import pagelife.checker.Checker;
import pagelife.checker.model.Model;
import pagelife.checker.property.Property;
import pagelife.checker.result.Result;
import pagelife.checker.search.Options;
import pagelife.checker.simulate.Walks;
import pagelife.models.Family;
import pagelife.models.Settings;
import pagelife.models.page.Books;
import pagelife.reports.CheckReport;
import pagelife.reports.outcome.Asking;
import pagelife.reports.outcome.Others;
import pagelife.reports.outcome.Outcome;
import pagelife.reports.outcome.Question;
import pagelife.reports.outcome.SettingTexts;
import pagelife.reports.page.Amounts;
import pagelife.specs.Subject;
import pagelife.specs.claims.WaitClaims;
import pagelife.specs.litmus.Asked;
import pagelife.specs.litmus.Posed;
import picocli.CommandLine.ParseResult;

/** {@code check simulate}: takes random walks through a variant or a litmus test. */
final class SimulateRun {
    private final Console console;
    private final Shelf shelf;
    private final Many many;
    private final Request request;

    /** What walks are taken through. */
    private record Ground(
            Subject subject, Settings rules, Settings bounds, Model model, Books books, Seq<Property> claims) {}

    SimulateRun(Console console, Shelf shelf, ParseResult parsed) {
        this.console = console;
        this.shelf = shelf;
        this.many = new Many(console, parsed);
        this.request = Request.of(parsed);
    }

    Exit run() {
        String name = many.parsed().matchedPositionalValue(0, "");
        var format = request.format(CheckReport.KIND, console);
        Walks walks = walks();
        Options options = options();
        long start = console.ticker().read();
        Named named = shelf.named(name);
        Ground ground = named.kind() == Named.Kind.FILE ? ofFile(name) : ofSubject(named.subject());
        Result result = result(ground, walks, options);
        Question question = new Question(
                ground.subject(),
                ground.rules(),
                ground.bounds(),
                request.properties(),
                request.formulas(),
                request.invariants(),
                Others.NONE,
                options,
                Option.some(walks));
        Outcome outcome =
                new Outcome(question, ground.books(), result, console.ticker().read() - start);
        format.write(CheckReport.of(outcome), console.page());
        return VariantRun.exit(result);
    }

    /** A variant, with the claims that were asked for, or all but those about runs. */
    private Ground ofSubject(Subject subject) {
        Family<?> family = subject.family();
        Settings rules = SettingTexts.read("rule", request.rules(), family.rules(), family);
        Settings bounds = SettingTexts.read("bound", request.bounds(), family.bounds(), family);
        Prepared prepared = shelf.prepare(subject, rules, bounds);
        Question asked = new Question(
                subject,
                rules,
                bounds,
                request.properties(),
                request.formulas(),
                request.invariants(),
                request.options());
        Seq<Property> wanted = new Asking(asked, prepared.inquiry()).claims();
        Seq<Property> claims = isAskedForAll() ? wanted.appendAll(WaitClaims.noStuckWaiter(prepared.model())) : wanted;
        return new Ground(subject, rules, bounds, prepared.model(), prepared.books(), claims);
    }

    /** A litmus test, with its conditions. */
    private Ground ofFile(String name) {
        if (!isAskedForAll() || !request.rules().isEmpty() || !request.bounds().isEmpty()) {
            throw new UsageException(name + " says itself what is asked, with which rules and bounds: write it there");
        }
        Posed posed = LitmusFiles.posed(Request.path("FILE", name), shelf);
        Seq<Property> claims = posed.asked().map(Asked::property).appendAll(WaitClaims.noStuckWaiter(posed.model()));
        return new Ground(
                posed.subject(name),
                Settings.NONE,
                Settings.NONE,
                posed.model(),
                posed.books(),
                claims.distinctBy((Property property) -> property.name()));
    }

    private boolean isAskedForAll() {
        return request.properties().isEmpty() && request.invariants().isEmpty();
    }

    private Walks walks() {
        ParseResult parsed = many.parsed();
        boolean timed = parsed.hasMatchedOption("--time");
        long count = parsed.hasMatchedOption("--count")
                ? Amount.count("--count", parsed.matchedOptionValue("--count", ""))
                : timed ? Long.MAX_VALUE : Walks.USUAL_COUNT;
        return new Walks(
                count,
                many.number("--depth", Walks.USUAL_DEPTH),
                many.seed(),
                Strategies.read("--strategy", parsed.matchedOptionValue("--strategy", "uniform")));
    }

    private Options options() {
        Options options = many.options().withThreads(many.workers());
        String time = many.parsed().matchedOptionValue("--time", "");
        return time.isEmpty() ? options : options.withLimits(options.limits().withNanos(Amount.nanos("--time", time)));
    }

    private Result result(Ground ground, Walks walks, Options options) {
        long start = console.ticker().read();
        try (ProgressLine line = many.progress(ground.subject().name())) {
            return Checker.simulate(
                    ground.model(),
                    ground.claims(),
                    walks,
                    options.withReporting(console.reporting(line)),
                    walked ->
                            line.counted(console.ticker().read() - start, Amounts.counted(walked, "walk") + of(walks)));
        }
    }

    private static String of(Walks walks) {
        return walks.count() == Long.MAX_VALUE ? "" : " of " + Amounts.grouped(walks.count());
    }
}
