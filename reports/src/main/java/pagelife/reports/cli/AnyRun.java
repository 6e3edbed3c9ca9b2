package pagelife.reports.cli;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import pagelife.checker.search.Limits;
import pagelife.checker.search.Options;
import pagelife.models.Family;
import pagelife.models.Settings;
import pagelife.reports.AnyReport;
import pagelife.reports.format.ReportFormat;
import pagelife.reports.outcome.Question;
import pagelife.reports.outcome.SettingTexts;
import pagelife.reports.outcome.Shell;
import pagelife.reports.outcome.Unknown;
import pagelife.specs.Subject;
import pagelife.specs.reach.AnyNumber;
import pagelife.specs.reach.Reach;
import pagelife.specs.reach.Sort;
import picocli.CommandLine.ParseResult;

/** {@code check VARIANT --any SORT}: asks what holds for any number of tasks of a sort. */
final class AnyRun {
    /** The option that asks for it. */
    static final String OPTION = "--any";

    /** Instances of more states are not tried, unless somebody says otherwise. */
    private static final long USUAL_STATES = 300_000;

    /** So many configurations are a minute or two. */
    private static final int MOST_CONFIGURATIONS = 300_000;

    /** How small instances are checked, unless somebody says otherwise. */
    static final Options USUAL = Options.DEFAULT.withLimits(Limits.NONE.withStates(USUAL_STATES));

    private final Console console;
    private final ParseResult parsed;
    private final Request request;

    AnyRun(Console console, ParseResult parsed, Request request) {
        this.console = console;
        this.parsed = parsed;
        this.request = request;
    }

    Exit run(Subject subject) {
        SweepRun.refuseOthers(OPTION, parsed);
        Family<?> family = subject.family();
        Settings rules = SettingTexts.read("rule", request.rules(), family.rules(), family);
        Settings bounds = SettingTexts.read("bound", request.bounds(), family.bounds(), family);
        Sort sort = sort(family, parsed.matchedOptionValue(OPTION, ""));
        sort.bounds().find(bound -> bounds.get(bound).isDefined()).forEach(bound -> {
            throw new UsageException("--bound " + bound + " does not go with " + OPTION + " " + sort.name()
                    + ", which is about any number of them; leave it out");
        });
        ReportFormat format = request.format(AnyReport.KIND, console);
        Prepared prepared = Prepared.of(sort.with(subject.with(rules, bounds), 2));
        request.properties().forEach(prepared::named);
        AnyReport told = asked(
                plain(subject, rules, bounds),
                sort,
                request.properties(),
                within(console, options()),
                SweepRun.nanos(parsed),
                SweepRun.words(parsed, request));
        format.write(told, console.page());
        return exit(told);
    }

    /** How such an answer ends. */
    private static Exit exit(AnyReport told) {
        return told.isBroken() ? Exit.BROKEN : told.isForAny() ? Exit.AS_CLAIMED : Exit.UNDECIDED;
    }

    /** A question about a subject as it is. */
    static Question plain(Subject subject, Settings rules, Settings bounds) {
        return new Question(subject, rules, bounds, Vector.empty(), Options.DEFAULT);
    }

    /**
     * Asks.
     *
     * @param plain what is asked of the subject as it is
     * @param claims the claims, by name or id; empty for all
     * @param options how small instances are checked
     * @param nanos how long it may take
     * @param words further words of the command
     */
    static AnyReport asked(Question plain, Sort sort, Seq<String> claims, Options options, long nanos, String words) {
        long start = options.ticker().read();
        Reach reach = new AnyNumber(
                        plain.subject().with(plain.rules(), plain.bounds()),
                        sort,
                        claims,
                        options,
                        MOST_CONFIGURATIONS,
                        nanos)
                .run();
        String command = plain.command() + " " + OPTION + " " + Shell.word(sort.name()) + words;
        return AnyReport.of(plain, reach, command, options.ticker().read() - start);
    }

    static Options within(Console console, Options options) {
        return options.withTicker(console.ticker()).withInterrupted(console.interrupted());
    }

    private Options options() {
        Limits limits = request.options().limits();
        return request.options()
                .withLimits(limits.states() == Limits.NONE.states() ? limits.withStates(USUAL_STATES) : limits);
    }

    private static Sort sort(Family<?> family, String text) {
        Seq<Sort> sorts = Sort.of(family);
        if (sorts.isEmpty()) {
            throw new UsageException(OPTION + " (" + text + "): family " + family.name()
                    + " has no bound that is a number of tasks, 0 among them and none the largest; a protocol of one's own"
                    + " declares one with outline.tasks(Rule.count(...))");
        }
        return Sort.named(family, text)
                .getOrElseThrow(() -> Unknown.name(
                        "sort",
                        text,
                        sorts.map(Sort::name),
                        family.name() + " has " + sorts.map(Sort::name).mkString(", ")));
    }
}
