package pagelife.reports.text;

import io.vavr.collection.Seq;
import pagelife.reports.SweepReport;
import pagelife.reports.SweepReport.Broken;
import pagelife.reports.SweepReport.Raise;
import pagelife.reports.page.Amounts;
import pagelife.reports.page.Page;
import pagelife.reports.page.Tone;
import pagelife.reports.page.Wrap;
import pagelife.reports.told.Told;

/** A sweep for people: a line for each raise, what it breaks, and the command that shows it. */
final class SweepText {
    private final Page page;
    private final SweepReport report;

    /** Writes {@code report} to {@code page}. */
    SweepText(Page page, SweepReport report) {
        this.page = page;
        this.report = report;
    }

    /** Writes the report. */
    void print() {
        int widest = Wrap.widest(report.raised().map(Raise::bounds));
        int states = Wrap.widest(report.raised().map(SweepText::states));
        for (Raise raise : report.raised()) {
            print(raise, "  " + Wrap.pad(raise.bounds(), widest) + "  " + Wrap.pad(states(raise), states) + "  ");
        }
        if (!report.raised().isEmpty()) {
            page.line("");
        }
        page.hanging("sweep        ", summary());
        page.hanging("bounds       ", Told.line(report.bounds()));
        if (!report.others().isEmpty()) {
            page.hanging("not asked    ", "does not hold within these bounds: " + list(report.others()));
        }
        if (!report.waiting().isEmpty()) {
            page.hanging(
                    Tone.DOUBTFUL,
                    "not tried    ",
                    Amounts.counted(report.waiting().size(), "raise") + ", for want of time or because of a limit: "
                            + report.waiting().take(6).mkString(", ")
                            + (report.waiting().size() > 6 ? ", ..." : ""));
        }
        page.hanging("repeat       ", report.command());
    }

    private void print(Raise raise, String head) {
        if (raise.broken().isEmpty()) {
            page.hanging(head, unbroken(raise));
            return;
        }
        String broken = raise.broken().map(SweepText::told).mkString(", ");
        page.hanging(Tone.BAD, head, "breaks " + broken + (raise.open().isEmpty() ? "" : "; " + undecided(raise)));
        page.hanging(" ".repeat(head.length()), raise.broken().head().sentence());
        page.hanging(" ".repeat(head.length()), raise.command());
    }

    private String unbroken(Raise raise) {
        if (!raise.impossible().isEmpty()) {
            return "cannot be: " + raise.impossible();
        }
        if (!raise.open().isEmpty()) {
            return undecided(raise);
        }
        if (!raise.used()) {
            return "nobody uses it: no step changes what it adds";
        }
        return raise.states().isEmpty() ? "no claim is left that smaller bounds do not break" : holding(raise);
    }

    /** What a smaller raise breaks is not asked again. */
    private String holding(Raise raise) {
        return raise.asked() == report.holding().size() ? "all hold" : "the other " + raise.asked() + " hold";
    }

    private static String undecided(Raise raise) {
        return Amounts.counted(raise.open().size(), "claim") + " undecided: a limit came first";
    }

    private static String states(Raise raise) {
        return raise.states().map(count -> Amounts.counted(count, "state")).getOrElse("");
    }

    private static String told(Broken broken) {
        return broken.property() + " in " + broken.length();
    }

    private String summary() {
        String asked = Amounts.counted(report.holding().size(), "claim") + " of " + report.variant() + " that "
                + (report.holding().size() == 1 ? "holds" : "hold");
        int broken = report.raised()
                .flatMap(Raise::broken)
                .map(Broken::property)
                .distinct()
                .size();
        String tried = Amounts.counted(report.raised().size(), "raise") + " of "
                + (report.raised().size() + report.waiting().size());
        return report.states().isEmpty()
                ? "a limit came before every state was seen within the bounds as they are: nothing was raised"
                : asked + " in all " + Amounts.counted(report.states().get(), "state") + ": "
                        + (broken == 0 ? "none" : Integer.toString(broken)) + " broken by " + tried + ", in "
                        + Amounts.seconds(report.measured().nanos());
    }

    private static String list(Seq<String> names) {
        return names.mkString(", ");
    }
}
