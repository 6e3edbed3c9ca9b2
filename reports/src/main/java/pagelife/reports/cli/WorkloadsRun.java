package pagelife.reports.cli;

import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import pagelife.checker.search.Options;
import pagelife.models.Protocol;
import pagelife.reports.WorkloadsReport;
import pagelife.reports.format.ReportFormat;
import pagelife.reports.page.Amounts;
import pagelife.specs.FamilySpecs;
import pagelife.specs.Subject;
import pagelife.specs.workloads.Enumerated;
import pagelife.specs.workloads.Enumeration;
import picocli.CommandLine.ParseResult;

/** {@code check workloads}: puts every small workload of a variant to the checker. */
final class WorkloadsRun {
    /** So many operations and tasks unless somebody says otherwise: some seconds. */
    static final int USUAL = 3;

    private final Console console;
    private final Shelf shelf;
    private final Many many;
    private final ReportFormat format;

    WorkloadsRun(Console console, Shelf shelf, ParseResult parsed, ReportFormat format) {
        this.console = console;
        this.shelf = shelf;
        this.many = new Many(console, parsed);
        this.format = format;
    }

    Exit run() {
        Trials trials = Trials.of(shelf, many);
        Subject subject = trials.subject();
        Enumeration.Limits limits = new Enumeration.Limits(
                many.number("--operations", USUAL), many.number("--tasks", USUAL), many.workers());
        Map<String, Seq<String>> known = trials.known(); // before the search: what it finds is not to be lost
        long start = console.ticker().read();
        long before = Trials.cpu();
        Enumerated found = enumerated(trials, subject.specs(), limits);
        long nanos = console.ticker().read() - start;
        var asked = new WorkloadsReport.Asked(
                subject.variant(), subject.rules(), subject.bounds(), limits.tasks(), command(trials));
        var measured = new WorkloadsReport.Measured(nanos, Trials.cpu() - before);
        format.write(WorkloadsReport.of(asked, found, known, measured), console.page());
        boolean broken = found.claims().exists(claim -> claim.broken() > 0);
        boolean decided = found.isWhole() && found.unasked().isEmpty();
        return broken ? Exit.BROKEN : decided ? Exit.AS_CLAIMED : Exit.UNDECIDED;
    }

    private <P extends Protocol> Enumerated enumerated(Trials trials, FamilySpecs<P> specs, Enumeration.Limits limits) {
        Subject subject = trials.subject();
        Enumeration.Scope scope =
                new Enumeration.Scope(subject.rules(), subject.bounds(), many.before(), many.selection());
        Options options = many.options().withStopWhenDecided(false);
        long start = console.ticker().read();
        try (ProgressLine line = many.progress(subject.variant().fullName())) {
            return trials.tried(() -> new Enumeration<>(specs, subject.variant(), scope, limits, options)
                    .run((size, done, all) -> line.counted(
                            console.ticker().read() - start,
                            Amounts.counted(size, "operation") + ", " + Amounts.grouped(done) + " of "
                                    + Amounts.grouped(all) + " workloads")));
        }
    }

    private String command(Trials trials) {
        return trials.command(Syntax.WORKLOADS)
                + many.given("--operations", "--tasks", "--before", "--max-states", "--timeout")
                + trials.settings();
    }
}
