package pagelife.reports.text;

import pagelife.reports.BenchReport.Machine;
import pagelife.reports.BenchReport.Run;
import pagelife.reports.BenchReport.Spin;
import pagelife.reports.BenchReport.Subject;
import pagelife.reports.page.Amounts;
import pagelife.reports.page.Page;
import pagelife.reports.page.Tone;

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

    void subject(Subject subject) {
        page.line("");
        page.hanging(Tone.STRONG, subject.name() + "  ", subject.summary());
        page.hanging(
                INDENT,
                Amounts.counted(subject.states(), "state") + ", "
                        + Amounts.counted(subject.transitions(), "transition") + ", "
                        + Amounts.counted(subject.levels(), "level") + "; " + subject.bitsPerState()
                        + " bits a state");
        page.line(row("", "CPU s", "of it", "wall s", "states", "transitions", "bytes", "code runs per"));
        page.line(row("", "", "searching", "", "per CPU s", "per CPU s", "per state", "1,000 trans."));
        subject.runs().forEach(run -> page.line(own(run)));
        subject.spin().forEach(theirs -> page.line(spin(theirs, subject)));
        subject.spin().forEach(theirs -> subject.runs().forEach(run -> ratio(theirs, run, subject.aboutRuns())));
        for (String contradiction : subject.contradictions()) {
            page.hanging(Tone.BAD, INDENT + "CONTRADICTION  ", contradiction);
        }
        page.out().flush();
    }

    private void ratio(Spin theirs, Run run, boolean aboutRuns) {
        String with = "with " + Amounts.counted(run.threads(), "thread") + " ";
        String times = Amounts.fixed(theirs.cpuNanos() / (double) run.cpuNanos(), 1);
        page.hanging(
                INDENT,
                aboutRuns
                        ? with + "Spin takes " + times + " times our CPU time"
                        : with + times + " times Spin's transitions per CPU second");
    }

    private static String own(Run run) {
        return row(
                Amounts.counted(run.threads(), "thread"),
                seconds(run.cpuNanos()),
                run.searchNanos() == 0 ? "" : seconds(run.searchNanos()),
                seconds(run.wallNanos()),
                perSecond(run.states(), run.cpuNanos()),
                perSecond(run.transitions(), run.cpuNanos()),
                Amounts.fixed(run.storeBytes() / (double) run.states(), 1),
                Amounts.fixed(run.executions() * 1e3 / run.transitions(), 3));
    }

    /**
     * Both explored the same; where the depth is limited Spin's count of transitions has others in it. What Spin counts
     * for a claim about runs is not what we count.
     */
    private static String spin(Spin theirs, Subject subject) {
        String cpu = seconds(theirs.cpuNanos());
        String wall = seconds(theirs.wallNanos());
        return subject.aboutRuns()
                ? row("Spin", cpu, "", wall)
                : row(
                        "Spin",
                        cpu,
                        "",
                        wall,
                        perSecond(theirs.states(), theirs.cpuNanos()),
                        perSecond(subject.transitions(), theirs.cpuNanos()));
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

    private static String perSecond(long number, long nanos) {
        return Amounts.grouped(Math.round(number * 1e9 / nanos));
    }
}
