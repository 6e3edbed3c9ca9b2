package pagelife.reports.cli;

import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import pagelife.checker.search.Options;
import pagelife.reports.FuzzReport;
import pagelife.reports.format.ReportFormat;
import pagelife.reports.page.Amounts;
import pagelife.specs.Subject;
import pagelife.specs.fuzz.Found;
import pagelife.specs.fuzz.Fuzzed;
import pagelife.specs.fuzz.Fuzzer;
import pagelife.specs.fuzz.Plan;
import pagelife.specs.litmus.AsLitmus;
import pagelife.specs.litmus.Litmus;
import picocli.CommandLine.ParseResult;

/** {@code check fuzz}: tries random workloads of a variant. */
final class FuzzRun {
    private final Console console;
    private final Shelf shelf;
    private final Many many;
    private final ReportFormat format;

    FuzzRun(Console console, Shelf shelf, ParseResult parsed, ReportFormat format) {
        this.console = console;
        this.shelf = shelf;
        this.many = new Many(console, parsed);
        this.format = format;
    }

    Exit run() {
        Trials trials = Trials.of(shelf, many);
        Subject subject = trials.subject();
        Option<Path> folder = folder();
        Plan plan = plan();
        Map<String, Seq<String>> known = trials.known(); // before the search: what it finds is not to be lost
        long start = console.ticker().read();
        long before = Trials.cpu();
        Fuzzed fuzzed = fuzzed(trials, plan);
        String command = command(trials, plan, fuzzed);
        Seq<FuzzReport.Claim> claims = fuzzed.found()
                .map(found -> claim(found, known.get(found.claim().id()).getOrElse(Vector.empty()), folder, command));
        var asked = new FuzzReport.Asked(subject.variant(), subject.rules(), subject.bounds(), plan, command);
        var measured = new FuzzReport.Measured(console.ticker().read() - start, Trials.cpu() - before);
        format.write(FuzzReport.of(asked, fuzzed, claims, measured), console.page());
        return fuzzed.found().isEmpty() ? Exit.UNDECIDED : Exit.BROKEN;
    }

    private Plan plan() {
        ParseResult parsed = many.parsed();
        return new Plan(
                many.seed(),
                parsed.hasMatchedOption("--count")
                        ? Amount.count("--count", parsed.matchedOptionValue("--count", ""))
                        : Long.MAX_VALUE,
                many.number("--tasks", Plan.USUAL_TASKS),
                many.number("--operations", Plan.USUAL_CALLS),
                !parsed.hasMatchedOption("--unguided"),
                many.before(),
                many.selection(),
                Plan.USUAL_DRY);
    }

    private Option<Path> folder() {
        String named = many.parsed().matchedOptionValue("--keep", "");
        if (named.isEmpty()) {
            return Option.none();
        }
        Path folder = Request.path("--keep", named);
        try {
            return Option.some(Files.createDirectories(folder));
        } catch (IOException e) {
            throw new UsageException(
                    "--keep (" + named + ") is not a folder, and none can be made there: name another");
        }
    }

    private Fuzzed fuzzed(Trials trials, Plan plan) {
        Options options = many.options().withThreads(many.workers());
        String time = many.parsed().matchedOptionValue("--time", "");
        Options limited = (time.isEmpty()
                        ? options
                        : options.withLimits(options.limits().withNanos(Amount.nanos("--time", time))))
                .withReporting(options.reporting().withWarnings(console::warn));
        long start = console.ticker().read();
        try (ProgressLine line = many.progress(trials.subject().name())) {
            return trials.tried(() -> new Fuzzer(trials.subject(), plan, limited)
                    .run((tried, broken, covered) -> line.counted(
                            console.ticker().read() - start,
                            Amounts.counted(tried, "workload") + ", " + Amounts.counted(broken, "claim") + " broken, "
                                    + Amounts.counted(covered.pairs(), "pair") + " of steps seen")));
        }
    }

    /** What was found, kept in a file of its own if there is a folder. */
    private static FuzzReport.Claim claim(Found found, Seq<String> known, Option<Path> folder, String command) {
        Litmus test = new AsLitmus(found.subject(), Option.none())
                .keeping("Found by chance: the smallest of " + found.met() + ".", Vector.of(found.finding()));
        Option<Path> file = folder.map(in -> in.resolve(file(found)));
        file.forEach(to -> SaveRun.to(to)
                .write(
                        found.subject().family(),
                        test,
                        Vector.of(found.finding()),
                        found.inquiry().protocol().books(),
                        found.inquiry().model(),
                        command));
        return FuzzReport.Claim.of(found, known, test.toString(), file.map(Path::toString));
    }

    private static String file(Found found) {
        return (found.subject().name() + "-" + found.claim().id())
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^a-z0-9.]+", "-")
                        .replaceAll("-$", "")
                + Litmus.EXTENSION;
    }

    /** The command that does the same again: as many trials, whatever ended them. */
    private String command(Trials trials, Plan plan, Fuzzed fuzzed) {
        return trials.command(Syntax.FUZZ)
                + " --seed " + plan.seed()
                + " --count " + fuzzed.trials()
                + many.given("--operations", "--tasks", "--before")
                + (plan.guided() ? "" : " --unguided")
                + trials.settings();
    }
}
