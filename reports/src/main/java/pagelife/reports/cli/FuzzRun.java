package pagelife.reports.cli;

import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import pagelife.checker.model.TextException;
import pagelife.checker.search.Options;
import pagelife.models.Family;
import pagelife.models.Settings;
import pagelife.reports.FuzzReport;
import pagelife.reports.format.ReportFormat;
import pagelife.reports.outcome.SettingTexts;
import pagelife.reports.outcome.Shell;
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
        Subject named = shelf.subject(many.parsed().matchedPositionalValue(0, ""));
        Family<?> family = named.family();
        Settings rules = named.rules().and(SettingTexts.read("rule", many.texts("--rule"), family.rules(), family));
        Settings bounds = WorkloadsRun.world(named.bounds(), family)
                .and(WorkloadsRun.requireWorld(
                        SettingTexts.read("bound", many.texts("--bound"), family.bounds(), family), family));
        Subject subject = new Subject(
                named.name(),
                named.specs(),
                named.variant(),
                rules,
                bounds,
                Option.none(),
                Option.none(),
                Option.none());
        Option<Path> folder = folder();
        Plan plan = plan();
        long start = console.ticker().read();
        long before = WorkloadsRun.cpu();
        Fuzzed fuzzed = fuzzed(subject, plan);
        String command = command(subject, plan, fuzzed);
        Map<String, Seq<String>> known = WorkloadsRun.known(subject.specs(), subject.variant(), rules);
        Seq<FuzzReport.Claim> claims = fuzzed.found()
                .map(found -> claim(found, known.get(found.claim().id()).getOrElse(Vector.empty()), folder, command));
        var asked = new FuzzReport.Asked(subject.variant(), rules, bounds, plan, command);
        var measured = new FuzzReport.Measured(console.ticker().read() - start, WorkloadsRun.cpu() - before);
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

    private Fuzzed fuzzed(Subject subject, Plan plan) {
        Options options = many.options().withThreads(many.workers());
        String time = many.parsed().matchedOptionValue("--time", "");
        Options limited =
                time.isEmpty() ? options : options.withLimits(options.limits().withNanos(Amount.nanos("--time", time)));
        long start = console.ticker().read();
        try (ProgressLine line = many.progress(subject.name())) {
            return new Fuzzer(
                            subject,
                            plan,
                            limited.withReporting(options.reporting().withWarnings(console::warn)))
                    .run((trials, broken, covered) -> line.counted(
                            console.ticker().read() - start,
                            Amounts.counted(trials, "workload") + ", " + Amounts.counted(broken, "claim") + " broken, "
                                    + Amounts.counted(covered.pairs(), "pair") + " of steps seen"));
        } catch (TextException e) {
            throw new UsageException(
                    "--before (" + many.parsed().matchedOptionValue("--before", "") + "): " + e.getMessage());
        } catch (IllegalArgumentException e) {
            throw new UsageException(e.getMessage());
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
    private String command(Subject subject, Plan plan, Fuzzed fuzzed) {
        Seq<String> address = subject.family().address(subject.variant().fullName());
        StringBuilder text = new StringBuilder(Shell.check(Syntax.FUZZ, address))
                .append(" --seed ")
                .append(plan.seed())
                .append(" --count ")
                .append(fuzzed.trials());
        Vector.of("--operations", "--tasks", "--before")
                .filter(many.parsed()::hasMatchedOption)
                .forEach(option -> text.append(' ')
                        .append(option)
                        .append(' ')
                        .append(Shell.word(many.parsed().matchedOptionValue(option, ""))));
        return text.append(many.selected())
                .append(plan.guided() ? "" : " --unguided")
                .append(Many.words("--rule", subject.rules()))
                .append(Many.words("--bound", subject.bounds()))
                .toString();
    }
}
