package pagelife.reports.cli;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.util.ArrayList;
import java.util.List;
import pagelife.checker.model.ModelException;
import pagelife.checker.search.Options;
import pagelife.reports.TwinsReport;
import pagelife.reports.format.ReportFormat;
import pagelife.reports.outcome.Shell;
import pagelife.specs.FamilySpecs;
import pagelife.specs.twins.TwinSurvey;

/** {@code check twins}: for each bug of the catalogue, that it breaks a claim, and that the claim holds without it. */
record TwinsRun(Console console, Shelf shelf, ReportFormat format) {
    /** @param name the family; empty for all */
    Exit run(String name) {
        Seq<FamilySpecs<?>> families = name.isEmpty() ? shelf.families() : Vector.of(shelf.family(name));
        Options options = Options.DEFAULT
                .withStopWhenDecided(true)
                .withTicker(console.ticker())
                .withInterrupted(console.interrupted());
        long start = console.ticker().read();
        int all = families.map(specs -> TwinSurvey.switches(specs).size()).sum().intValue();
        List<TwinsReport.Pair> pairs = new ArrayList<>();
        List<ModelException> faults = new ArrayList<>();
        try (ProgressLine line = console.progress(ProgressLine.When.AUTO, "")) {
            families.forEach(specs -> new TwinSurvey(options)
                    .run(
                            specs,
                            twin -> {
                                pairs.add(TwinsReport.Pair.of(twin));
                                line.counted(console.ticker().read() - start, pairs.size(), all, "setting");
                            },
                            faults::add));
        }
        TwinsReport report = new TwinsReport(
                Vector.ofAll(pairs),
                families.map(specs -> new TwinsReport.Untried(specs.family().name(), TwinSurvey.untried(specs))),
                console.interrupted().getAsBoolean() ? all - pairs.size() : 0,
                Shell.check(
                        Syntax.TWINS,
                        name.isEmpty()
                                ? Vector.empty()
                                : families.head().family().address(name)),
                new TwinsReport.Measured(console.ticker().read() - start));
        format.write(report, console.page());
        if (!faults.isEmpty()) { // told last, below what came out for the others
            throw new ModelException(
                    Vector.ofAll(faults).map(Throwable::getMessage).mkString("; "), faults.get(0));
        }
        return !report.allDiffer() ? Exit.BROKEN : report.missing() > 0 ? Exit.UNDECIDED : Exit.AS_CLAIMED;
    }
}
