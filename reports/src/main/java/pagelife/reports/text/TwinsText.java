package pagelife.reports.text;

import io.vavr.collection.Seq;
import pagelife.reports.TwinsReport;
import pagelife.reports.TwinsReport.Pair;
import pagelife.reports.TwinsReport.Repaired;
import pagelife.reports.page.Amounts;
import pagelife.reports.page.Page;
import pagelife.reports.page.Tone;
import pagelife.reports.page.Wrap;

/** Twins for people: a line for each switch, what it breaks, and the row that has it. */
final class TwinsText {
    private final Page page;
    private final TwinsReport report;

    /** Writes {@code report} to {@code page}. */
    TwinsText(Page page, TwinsReport report) {
        this.page = page;
        this.report = report;
    }

    /** Writes the report. */
    void print() {
        int settings = Wrap.widest(report.twins().map(Pair::setting));
        int rows = Wrap.widest(report.twins().map(Pair::row));
        String family = "";
        for (Pair pair : report.twins()) {
            if (!pair.family().equals(family)) {
                page.line("");
                page.line(page.paint(Tone.STRONG, pair.family()));
                family = pair.family();
            }
            String head = "  " + Wrap.pad(pair.setting(), settings) + "  " + Wrap.pad(pair.row(), rows) + "  ";
            if (pair.differ()) {
                page.hanging(head, told(pair));
            } else if (report.other(pair).isDefined()) {
                page.hanging(
                        head,
                        "no difference here: see " + report.other(pair).get().setting());
            } else {
                page.hanging(Tone.BAD, head, pair.replays() ? "makes no difference" : "its trace is not taken again");
            }
        }
        page.line("");
        report.untried()
                .filter(one -> !one.settings().isEmpty())
                .forEach(one -> page.hanging(
                        "not tried    ",
                        one.family() + ": no variant and no row has "
                                + one.settings().mkString(", ")));
        if (report.missing() > 0) {
            page.hanging(Tone.DOUBTFUL, "interrupted  ", Amounts.counted(report.missing(), "switch") + " not tried");
        }
        int alike = report.twins().count(pair -> !pair.differ());
        page.hanging(
                "twins        ",
                Amounts.counted(report.twins().size(), "setting") + (alike == 0 ? ", each" : ", all but " + alike)
                        + " with a claim that it breaks or mends, by a trace that the model takes again, in "
                        + Amounts.seconds(report.measured().nanos()));
        page.command("repeat       ", report.command());
    }

    private static String told(Pair pair) {
        String breaks = claims("breaks ", pair.repaired());
        String mends = claims("mends ", pair.mended());
        return breaks.isEmpty() || mends.isEmpty() ? breaks + mends : breaks + "; " + mends;
    }

    private static String claims(String does, Seq<Repaired> claims) {
        return claims.isEmpty()
                ? ""
                : does
                        + claims.map(one -> one.property() + " in " + one.length())
                                .mkString(", ");
    }
}
