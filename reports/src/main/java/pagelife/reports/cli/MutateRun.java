package pagelife.reports.cli;

import io.vavr.collection.Seq;
import pagelife.models.Family;
import pagelife.models.Settings;
import pagelife.reports.MutantsReport;
import pagelife.reports.format.ReportFormat;
import pagelife.reports.outcome.SettingTexts;
import pagelife.reports.outcome.Shell;
import pagelife.specs.Subject;
import pagelife.specs.mutants.Fate;
import pagelife.specs.mutants.MutantSurvey;
import pagelife.specs.mutants.Mutated;
import pagelife.specs.mutants.Scene;
import pagelife.specs.mutants.Scenes;
import picocli.CommandLine.ParseResult;

/** {@code check mutate}: puts mistakes into the steps of a variant, and asks its claims who notices. */
final class MutateRun {
    /** So many operations in a workload unless somebody says otherwise. */
    static final int USUAL = 2;

    private final Console console;
    private final Shelf shelf;
    private final Many many;
    private final ReportFormat format;

    MutateRun(Console console, Shelf shelf, ParseResult parsed, ReportFormat format) {
        this.console = console;
        this.shelf = shelf;
        this.many = new Many(console, parsed);
        this.format = format;
    }

    Exit run() {
        String name = many.parsed().matchedPositionalValue(0, "");
        boolean named = many.parsed().hasMatchedOption("--named");
        if (named == !name.isEmpty()) {
            throw new UsageException("mutate takes the name of a variant, or --named: give one of them");
        }
        return named ? new NamedRun(console, many, format).run() : run(shelf.subject(name));
    }

    private Exit run(Subject subject) {
        Family<?> family = subject.family();
        Subject set = subject.with(
                SettingTexts.read("rule", many.texts("--rule"), family.rules(), family),
                SettingTexts.read("bound", many.texts("--bound"), family.bounds(), family));
        long start = console.ticker().read();
        Mutated found = mutated(set, start);
        long nanos = console.ticker().read() - start;
        MutantsReport.Asked asked = new MutantsReport.Asked(
                set.variant(),
                set.rules(),
                set.bounds(),
                command(subject, set) + many.given("--operations", "--tasks", "--before"));
        format.write(MutantsReport.of(asked, found, nanos), console.page());
        return found.missing() > 0 || found.count(Fate.UNDECIDED) > 0 ? Exit.UNDECIDED : Exit.AS_CLAIMED;
    }

    private Mutated mutated(Subject subject, long start) {
        try (ProgressLine line = many.progress(subject.name())) {
            return new MutantSurvey(scenes(subject), many.options(), many.workers())
                    .run((done, all) -> line.counted(console.ticker().read() - start, done, all, "mutant"));
        }
    }

    private Seq<Scene> scenes(Subject subject) {
        try {
            return Scenes.around(
                    subject,
                    many.number("--operations", USUAL),
                    many.number("--tasks", WorkloadsRun.USUAL),
                    many.before(),
                    many.selection());
        } catch (IllegalArgumentException e) {
            throw new UsageException(e.getMessage());
        }
    }

    private static String command(Subject named, Subject set) {
        return Shell.check(Syntax.MUTATE, named.address())
                + Many.words("--rule", more(named.rules(), set.rules()))
                + Many.words("--bound", more(named.bounds(), set.bounds()));
    }

    /** What {@code all} has beyond {@code known}. */
    private static Settings more(Settings known, Settings all) {
        return all.asMap()
                .filter(entry -> !known.get(entry._1()).contains(entry._2()))
                .foldLeft(Settings.NONE, (some, entry) -> some.with(entry._1(), entry._2()));
    }
}
