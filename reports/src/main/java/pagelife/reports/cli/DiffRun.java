package pagelife.reports.cli;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import pagelife.checker.property.Property;
import pagelife.checker.result.Stop;
import pagelife.checker.search.Options;
import pagelife.models.Family;
import pagelife.models.Settings;
import pagelife.reports.DiffReport;
import pagelife.reports.format.ReportFormat;
import pagelife.reports.outcome.Outcome;
import pagelife.reports.outcome.Question;
import pagelife.reports.outcome.SettingTexts;
import pagelife.reports.outcome.Shell;
import pagelife.specs.Subject;
import picocli.CommandLine.ParseResult;

/** {@code check diff}: what differs between two protocols of a family, and what becomes of the bugs of the first. */
final class DiffRun {
    private final Console console;
    private final Shelf shelf;
    private final Many many;
    private final ReportFormat format;

    DiffRun(Console console, Shelf shelf, ParseResult parsed, ReportFormat format) {
        this.console = console;
        this.shelf = shelf;
        this.many = new Many(console, parsed);
        this.format = format;
    }

    Exit run() {
        Subject first = shelf.subject(many.parsed().matchedPositionalValue(0, ""));
        Subject second = shelf.subject(many.parsed().matchedPositionalValue(1, ""));
        if (!first.family().name().equals(second.family().name())) {
            throw new UsageException(first.name() + " and " + second.name() + " are of two families, "
                    + first.family().name() + " and " + second.family().name()
                    + ": name two protocols of one, which ./check list shows");
        }
        long start = console.ticker().read();
        Outcome before = outcome(first);
        Outcome after = outcome(second);
        requireClaims(before, after);
        DiffReport report = DiffReport.of(
                before,
                after,
                second.specs().renames(),
                command(first, second),
                console.ticker().read() - start);
        format.write(report, console.page());
        boolean whole =
                before.result().stop() == Stop.COMPLETE && after.result().stop() == Stop.COMPLETE;
        return whole ? Exit.AS_CLAIMED : Exit.UNDECIDED;
    }

    private Outcome outcome(Subject subject) {
        Family<?> family = subject.family();
        Settings bounds = SettingTexts.read("bound", many.texts("--bound"), family.bounds(), family);
        long start = console.ticker().read();
        Prepared prepared = shelf.prepare(subject, Settings.NONE, bounds);
        Options options = many.options().withStopWhenDecided(false);
        options = subject.fairness().map(options::withFairness).getOrElse(options);
        Question question = new Question(subject, Settings.NONE, bounds, many.texts("--property"), options);
        try (ProgressLine line = many.progress(subject.name())) {
            return new Outcome(
                    question,
                    prepared.books(),
                    prepared.inquiry().check(claims(prepared), options.withReporting(console.reporting(line))),
                    console.ticker().read() - start);
        }
    }

    /** Those that are named, as far as they make sense; else all but those about runs. */
    private Seq<Property> claims(Prepared prepared) {
        Seq<String> named = many.texts("--property");
        return named.isEmpty()
                ? prepared.properties()
                : named.flatMap(name -> Property.called(prepared.all(), name)).distinct();
    }

    private void requireClaims(Outcome before, Outcome after) {
        many.texts("--property")
                .find(name -> Property.called(
                                before.result()
                                        .findings()
                                        .appendAll(after.result().findings())
                                        .map(finding -> finding.property()),
                                name)
                        .isEmpty())
                .forEach(name -> {
                    throw new UsageException("property " + name + " is of neither protocol; ./check list "
                            + before.question().family().name() + " shows all");
                });
    }

    private String command(Subject first, Subject second) {
        Seq<String> words = Vector.of("diff")
                .appendAll(first.address())
                .appendAll(second.address())
                .appendAll(many.texts("--property").flatMap(name -> Vector.of("--property", name)))
                .appendAll(many.texts("--bound").flatMap(bound -> Vector.of("--bound", bound)));
        return Shell.check(words);
    }
}
