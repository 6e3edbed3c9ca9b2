package pagelife.reports.cli;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.util.ArrayList;
import java.util.List;
import pagelife.checker.search.Options;
import pagelife.models.Family;
import pagelife.models.Settings;
import pagelife.reports.AnyReport;
import pagelife.reports.ReachReport;
import pagelife.reports.format.ReportFormat;
import pagelife.reports.outcome.Question;
import pagelife.reports.outcome.SettingTexts;
import pagelife.reports.outcome.Shell;
import pagelife.specs.Subject;
import pagelife.specs.reach.Sort;
import picocli.CommandLine.ParseResult;

/** {@code check reach}: what holds for any number of tasks, for each variant and each of its sorts. */
final class ReachRun {
    private final Console console;
    private final Shelf shelf;
    private final ParseResult parsed;
    private final ReportFormat format;

    /** A variant and a sort. */
    private record Asked(Question question, Sort sort) {}

    ReachRun(Console console, Shelf shelf, ParseResult parsed, ReportFormat format) {
        this.console = console;
        this.shelf = shelf;
        this.parsed = parsed;
        this.format = format;
    }

    /** @param name a family, or one protocol; empty for all families */
    Exit run(String name) {
        Seq<String> bounds = Vector.of(parsed.matchedOptionValue("--bound", new String[0]));
        if (name.isEmpty() && !bounds.isEmpty()) {
            throw new UsageException("--bound " + bounds.head() + " is of one family: name it, or a variant of it");
        }
        Seq<Asked> questions = subjects(name).flatMap(subject -> questions(subject, bounds));
        if (questions.isEmpty()) {
            throw new UsageException(name + " has no bound that is a number of tasks without a largest one;"
                    + " ./check list shows the bounds of a family");
        }
        ReachReport report = report(
                questions,
                Shell.check(Syntax.REACH, address(name)) + Shell.options("--bound", asked(questions)) + time());
        format.write(report, console.page());
        return report.isBroken() ? Exit.BROKEN : report.isSettled() ? Exit.AS_CLAIMED : Exit.UNDECIDED;
    }

    private ReachReport report(Seq<Asked> questions, String command) {
        List<ReachReport.Row> rows = new ArrayList<>();
        List<Long> times = new ArrayList<>();
        Options options = AnyRun.within(console, AnyRun.USUAL);
        long start = console.ticker().read();
        try (ProgressLine line = console.progress(ProgressLine.When.AUTO, "")) {
            for (Asked one : questions) {
                if (console.interrupted().getAsBoolean()) {
                    break;
                }
                AnyReport told = AnyRun.asked(
                        one.question(), one.sort(), Vector.empty(), options, SweepRun.nanos(parsed), time());
                rows.add(ReachReport.Row.of(told));
                times.add(told.measured().nanos());
                line.counted(console.ticker().read() - start, rows.size(), questions.size(), "question");
            }
        }
        return new ReachReport(
                Vector.ofAll(rows),
                questions.size() - rows.size(),
                command,
                new ReachReport.Measured(console.ticker().read() - start, Vector.ofAll(times)));
    }

    private Seq<Subject> subjects(String name) {
        boolean family = shelf.families().exists(specs -> specs.family().name().equals(name));
        return family || name.isEmpty()
                ? shelf.families()
                        .filter(specs -> name.isEmpty() || specs.family().name().equals(name))
                        .flatMap(specs -> specs.family().variants().map(variant -> Subject.of(specs, variant)))
                : Vector.of(shelf.subject(name));
    }

    private static Seq<Asked> questions(Subject subject, Seq<String> texts) {
        Family<?> family = subject.family();
        Settings bounds = SettingTexts.read("bound", texts, family.bounds(), family);
        return Sort.of(family)
                .reject(sort -> sort.bounds().exists(bound -> bounds.get(bound).isDefined()))
                .map(sort -> new Asked(AnyRun.plain(subject, Settings.NONE, bounds), sort));
    }

    private Seq<String> address(String name) {
        return name.isEmpty() ? Vector.empty() : subjects(name).head().family().address(name);
    }

    private static Settings asked(Seq<Asked> questions) {
        return questions.head().question().bounds();
    }

    private String time() {
        String time = parsed.matchedOptionValue(SweepRun.TIME, "");
        return time.isEmpty() ? "" : " " + SweepRun.TIME + " " + Shell.word(time);
    }
}
