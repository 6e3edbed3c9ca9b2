package pagelife.reports.cli;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.util.concurrent.atomic.AtomicInteger;
import pagelife.checker.search.Options;
import pagelife.models.Family;
import pagelife.models.Settings;
import pagelife.reports.SweepReport;
import pagelife.reports.format.ReportFormat;
import pagelife.reports.outcome.Question;
import pagelife.reports.outcome.SettingTexts;
import pagelife.reports.outcome.Shell;
import pagelife.reports.page.Amounts;
import pagelife.specs.Subject;
import pagelife.specs.sweep.Sweep;
import pagelife.specs.sweep.Swept;
import picocli.CommandLine.ParseResult;

/** {@code check VARIANT --sweep}: asks what holds again, with bounds set higher. */
final class SweepRun {
    /** The option that asks for it. */
    static final String OPTION = "--sweep";

    /** The option that says how long it may take. */
    static final String TIME = "--time";

    /** How long it takes unless somebody says otherwise. */
    static final String USUAL_TIME = "60s";

    private final Console console;
    private final ParseResult parsed;
    private final Request request;

    SweepRun(Console console, ParseResult parsed, Request request) {
        this.console = console;
        this.parsed = parsed;
        this.request = request;
    }

    Exit run(Subject subject) {
        refuseOthers(OPTION, parsed);
        Family<?> family = subject.family();
        Settings rules = SettingTexts.read("rule", request.rules(), family.rules(), family);
        Settings bounds = SettingTexts.read("bound", request.bounds(), family.bounds(), family);
        ReportFormat format = request.format(SweepReport.KIND, console);
        long start = console.ticker().read();
        Subject asked = subject.with(rules, bounds);
        Prepared prepared = Prepared.of(asked);
        request.properties().forEach(prepared::named);
        Swept swept = sweep(asked, start);
        Question plain = new Question(subject, rules, bounds, Vector.empty(), Options.DEFAULT);
        format.write(
                SweepReport.of(
                        plain,
                        swept,
                        plain.command() + " " + OPTION + words(parsed, request),
                        console.ticker().read() - start),
                console.page());
        return swept.isRefuted() ? Exit.BROKEN : swept.isWhole() ? Exit.AS_CLAIMED : Exit.UNDECIDED;
    }

    private Swept sweep(Subject asked, long start) {
        AtomicInteger tried = new AtomicInteger();
        long nanos = nanos(parsed);
        Sweep sweep = new Sweep(
                asked,
                request.properties(),
                request.options().withTicker(console.ticker()).withInterrupted(console.interrupted()),
                nanos);
        try (ProgressLine line = console.progress(request.progress(), asked.name() + ": ")) {
            return sweep.run(
                    true,
                    raised -> line.counted(
                            console.ticker().read() - start,
                            Amounts.counted(tried.incrementAndGet(), "raise") + " tried, the last " + raised.bounds()));
        }
    }

    /** How long it may take. */
    static long nanos(ParseResult parsed) {
        return Amount.nanos(TIME, parsed.matchedOptionValue(TIME, USUAL_TIME));
    }

    /** The options that both a sweep and a proof have, each with a blank before it. */
    static String words(ParseResult parsed, Request request) {
        return (parsed.hasMatchedOption(TIME) ? " " + TIME + " " + Shell.word(parsed.matchedOptionValue(TIME, "")) : "")
                + (parsed.hasMatchedOption("--max-states")
                        ? " --max-states " + Shell.word(parsed.matchedOptionValue("--max-states", ""))
                        : "")
                + request.properties()
                        .map(name -> " --property " + Shell.word(name))
                        .mkString();
    }

    /** Nothing that was asked for is dropped silently. */
    static void refuseOthers(String asking, ParseResult parsed) {
        Vector.of(
                        "--ltl",
                        "--invariant",
                        "--fairness",
                        "--save",
                        EvidenceFile.OPTION,
                        "--as-litmus",
                        "--witness",
                        "--search",
                        "--checkpoint",
                        "--checkpoint-every",
                        "--resume")
                .find(parsed::hasMatchedOption)
                .forEach(option -> {
                    throw new UsageException(option + " does not go with " + asking
                            + ", which asks the claims that a variant comes with,"
                            + " breadth-first, again and again; leave one of the two out");
                });
    }

    /** Either is about one protocol, and a time without one of them means nothing. */
    static void refuseOthers(ParseResult parsed, Seq<String> named) {
        Seq<String> asked = Vector.of(OPTION, AnyRun.OPTION).filter(parsed::hasMatchedOption);
        if (asked.size() > 1) {
            throw new UsageException(OPTION + " and " + AnyRun.OPTION + " exclude each other: ask one after the other");
        }
        if (asked.nonEmpty() && (named.size() != 1 || LitmusFiles.areNamedBy(named.head()))) {
            throw new UsageException(asked.head() + " needs one VARIANT to apply to; ./check list shows all");
        }
        if (parsed.hasMatchedOption(TIME) && asked.isEmpty()) {
            throw new UsageException(TIME + " is how long " + OPTION + " or " + AnyRun.OPTION
                    + " may take; say --timeout for the time of one search, or add one of them");
        }
    }
}
