package pagelife.reports.cli;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import pagelife.checker.search.Options;
import pagelife.models.Family;
import pagelife.models.Settings;
import pagelife.reports.MutantsReport;
import pagelife.reports.ReportFormat;
import pagelife.reports.Shell;
import pagelife.reports.page.Amounts;
import pagelife.specs.Inquiry;
import pagelife.specs.Subject;
import pagelife.specs.mutants.Fate;
import pagelife.specs.mutants.MutantSurvey;
import pagelife.specs.mutants.Mutated;
import picocli.CommandLine.ParseResult;

/** {@code check mutate}: puts mistakes into the steps of a variant, and asks its claims who notices. */
final class MutateRun {
    private final Console console;
    private final Shelf shelf;
    private final ParseResult parsed;
    private final ReportFormat format;

    MutateRun(Console console, Shelf shelf, ParseResult parsed, ReportFormat format) {
        this.console = console;
        this.shelf = shelf;
        this.parsed = parsed;
        this.format = format;
    }

    Exit run() {
        Subject subject = shelf.subject(parsed.matchedPositionalValue(0, ""));
        Family<?> family = subject.family();
        Subject set = subject.with(
                SettingTexts.read("rule", texts("--rule"), family.rules(), family),
                SettingTexts.read("bound", texts("--bound"), family.bounds(), family));
        long start = console.ticker().read();
        Mutated found = mutated(set, start);
        long nanos = console.ticker().read() - start;
        MutantsReport.Asked asked =
                new MutantsReport.Asked(set.variant(), set.rules(), set.bounds(), command(subject, set));
        format.write(MutantsReport.of(asked, found, nanos), console.page());
        return found.missing() > 0 || found.count(Fate.UNDECIDED) > 0 ? Exit.UNDECIDED : Exit.AS_CLAIMED;
    }

    private Mutated mutated(Subject subject, long start) {
        Options options =
                Request.of(parsed).options().withTicker(console.ticker()).withInterrupted(console.interrupted());
        try (ProgressLine line = console.progress(Request.of(parsed).progress(), subject.name() + ": ")) {
            return new MutantSurvey(() -> inquiry(subject), options, workers())
                    .run((done, all) -> line.counted(
                            console.ticker().read() - start,
                            Amounts.grouped(done) + " of " + Amounts.counted(all, "mutant")));
        }
    }

    private static Inquiry<?> inquiry(Subject subject) {
        try {
            return subject.inquiry();
        } catch (IllegalArgumentException e) {
            throw new UsageException(e.getMessage());
        }
    }

    private int workers() {
        return parsed.hasMatchedOption("--threads")
                ? Amount.small("--threads", parsed.matchedOptionValue("--threads", ""))
                : Runtime.getRuntime().availableProcessors();
    }

    private Seq<String> texts(String option) {
        return Vector.of(parsed.matchedOptionValue(option, new String[0]));
    }

    private String command(Subject named, Subject set) {
        StringBuilder text = new StringBuilder("./check mutate ").append(Shell.word(named.name()));
        more(named.rules(), set.rules())
                .asMap()
                .forEach((name, value) -> text.append(" --rule ").append(Shell.word(name + "=" + value)));
        more(named.bounds(), set.bounds())
                .asMap()
                .forEach((name, value) -> text.append(" --bound ").append(Shell.word(name + "=" + value)));
        return text.toString();
    }

    /** What {@code all} has beyond {@code known}. */
    private static Settings more(Settings known, Settings all) {
        return all.asMap()
                .filter(entry -> !known.get(entry._1()).contains(entry._2()))
                .foldLeft(Settings.NONE, (some, entry) -> some.with(entry._1(), entry._2()));
    }
}
