package pagelife.reports.bench;

import pagelife.reports.Amounts;
import pagelife.reports.Page;
import pagelife.reports.Tone;

/** The bench for readers: a table for each subject, as soon as it is measured. */
final class BenchText {
    private static final String INDENT = "    ";
    private static final int COLUMN = 13;

    private final Page page;

    BenchText(Page page) {
        this.page = page;
    }

    void machine(Machine machine) {
        page.hanging(
                "machine  ",
                machine.processor() + ", " + machine.cores() + " cores, load " + Amounts.fixed(machine.load(), 1) + "; "
                        + machine.system());
        page.hanging("java     ", machine.java());
        page.hanging(
                "spin     ",
                machine.spin().isEmpty() ? "not measured: spin and gcc are not both installed" : machine.spin());
        page.hanging(
                "CPU s    ",
                "user and system time of the whole process from start to end, all its threads, compilation in Java "
                        + "included; of it searching: the one thread that searches");
        page.out().flush();
    }

    void subject(Measured measured) {
        Subject subject = measured.subject();
        OwnSample first = measured.first();
        page.line("");
        page.hanging(Tone.STRONG, subject.name() + "  ", subject.summary());
        page.hanging(
                INDENT,
                Amounts.counted(first.cost().states(), "state") + ", "
                        + Amounts.counted(first.cost().transitions(), "transition") + ", "
                        + Amounts.counted(first.levels(), "level") + "; " + first.bits() + " bits a state");
        page.line(row("", "CPU s", "of it", "wall s", "states", "transitions", "bytes", "code runs per"));
        page.line(row("", "", "searching", "", "per CPU s", "per CPU s", "per state", "1,000 trans."));
        measured.own().forEach((threads, run) -> page.line(own(threads, run)));
        measured.spin()
                .forEach(theirs -> page.line(measured.isAboutRuns() ? spin(theirs) : spin(theirs, first.cost())));
        measured.own().keySet().forEach(threads -> ratio(measured, threads));
        for (String contradiction : measured.contradictions()) {
            page.hanging(Tone.BAD, INDENT + "CONTRADICTION  ", contradiction);
        }
        page.out().flush();
    }

    private void ratio(Measured measured, int threads) {
        String with = "with " + Amounts.counted(threads, "thread") + " ";
        measured.ratio(threads)
                .map(ratio -> Amounts.fixed(ratio, 1))
                .forEach(times -> page.hanging(
                        INDENT,
                        measured.isAboutRuns()
                                ? with + "Spin takes " + times + " times our CPU time"
                                : with + times + " times Spin's transitions per CPU second"));
    }

    private static String own(int threads, OwnSample run) {
        return row(
                Amounts.counted(threads, "thread"),
                seconds(run.cost().cpuNanos()),
                run.searchNanos() == 0 ? "" : seconds(run.searchNanos()),
                seconds(run.cost().wallNanos()),
                grouped(run.cost().statesPerCpuSecond()),
                grouped(run.cost().transitionsPerCpuSecond()),
                Amounts.fixed(run.bytesPerState(), 1),
                Amounts.fixed(run.executionsPerThousand(), 3));
    }

    /** Both explored the same; where the depth is limited Spin's count of transitions has others in it. */
    private static String spin(Sample theirs, Sample own) {
        return row(
                "Spin",
                seconds(theirs.cpuNanos()),
                "",
                seconds(theirs.wallNanos()),
                grouped(theirs.statesPerCpuSecond()),
                grouped(own.transitions() * 1e9 / theirs.cpuNanos()));
    }

    /** What Spin counts for a claim about runs is not what we count. */
    private static String spin(Sample theirs) {
        return row("Spin", seconds(theirs.cpuNanos()), "", seconds(theirs.wallNanos()));
    }

    private static String row(String head, String... columns) {
        StringBuilder row = new StringBuilder(INDENT + head + " ".repeat(Math.max(0, 9 - head.length())));
        for (String column : columns) {
            row.append(" ".repeat(Math.max(1, COLUMN - column.length()))).append(column);
        }
        return row.toString();
    }

    private static String seconds(long nanos) {
        return Amounts.fixed(nanos / 1e9, 2);
    }

    private static String grouped(double number) {
        return Amounts.grouped(Math.round(number));
    }
}
