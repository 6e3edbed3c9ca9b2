package pagelife.reports.cli;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import pagelife.checker.search.Options;
import pagelife.reports.NamedReport;
import pagelife.reports.NamedReport.Named;
import pagelife.reports.format.ReportFormat;
import pagelife.reports.outcome.Shell;
import pagelife.specs.mutants.NamedMutant;

/** {@code check mutate --named}: the mistakes of kernels that are known by name, and the claims that find them. */
record NamedRun(Console console, Many many, ReportFormat format) {
    Exit run() {
        Seq<NamedMutant> all = NamedMutant.all();
        Options options = many.options().withStopWhenDecided(true);
        long start = console.ticker().read();
        Vector<Named> found = Vector.empty();
        try (ProgressLine line = many.progress("")) {
            for (NamedMutant one : all) {
                if (console.interrupted().getAsBoolean()) {
                    break;
                }
                found = found.append(Named.of(one, one.killers(options)));
                line.counted(console.ticker().read() - start, found.size() + " of " + all.size() + " mutants");
            }
        }
        NamedReport report = new NamedReport(
                found,
                all.size() - found.size(),
                Shell.check(Syntax.MUTATE, Vector.of("--named")),
                new NamedReport.Measured(console.ticker().read() - start));
        format.write(report, console.page());
        return found.exists(Named::survived) ? Exit.BROKEN : report.missing() > 0 ? Exit.UNDECIDED : Exit.AS_CLAIMED;
    }
}
