package pagelife.reports.text;

import io.vavr.collection.Seq;
import pagelife.reports.ReachReport;
import pagelife.reports.ReachReport.Broken;
import pagelife.reports.ReachReport.Open;
import pagelife.reports.ReachReport.Row;
import pagelife.reports.page.Amounts;
import pagelife.reports.page.Page;
import pagelife.reports.page.Tone;

/** For people: of each variant and sort what holds for any number, what does not, and why. */
final class ReachText {
    private final Page page;
    private final ReachReport report;

    /** Writes {@code report} to {@code page}. */
    ReachText(Page page, ReachReport report) {
        this.page = page;
        this.report = report;
    }

    /** Writes the report. */
    void print() {
        report.rows().zip(report.measured().rows()).forEach(row -> row(row._1(), row._2()));
        if (report.missing() > 0) {
            page.hanging(Tone.DOUBTFUL, "interrupted  ", Amounts.counted(report.missing(), "question") + " not asked");
        }
        int proved = report.rows().map(row -> row.proved().size()).sum().intValue();
        page.hanging(
                "in all       ",
                Amounts.counted(report.rows().size(), "question") + ", "
                        + Amounts.counted(proved, "answer") + " for any number, in "
                        + Amounts.seconds(report.measured().nanos()));
        page.command("repeat       ", report.command());
    }

    private void row(Row row, long nanos) {
        page.line(page.paint(
                Tone.STRONG, row.variant() + ", any number of " + row.sort().replace(",", " and ")));
        page.hanging(
                "  views       ",
                Amounts.counted(row.views(), "view") + " of " + row.inSight() + ", in " + Amounts.seconds(nanos));
        if (!row.closed()) {
            page.hanging(Tone.DOUBTFUL, "  no proof    ", row.refused());
        }
        claims(Tone.GOOD, "  any number  ", row.proved());
        claims(Tone.BAD, "  broken      ", row.broken().map(ReachText::told));
        row.open()
                .groupBy(ReachText::why)
                .toVector()
                .sortBy(one -> row.open().indexOf(one._2().head()))
                .forEach(one -> page.hanging(
                        Tone.DOUBTFUL,
                        "  " + upTo(one._2().head()),
                        one._2().map(Open::property).mkString(", ")
                                + (row.closed() ? ": " + one._2().head().why() : "")));
        page.line("");
    }

    private void claims(Tone tone, String head, Seq<String> claims) {
        if (!claims.isEmpty()) {
            page.hanging(tone, head, claims.mkString(", "));
        }
    }

    private static String why(Open open) {
        return open.upTo() + " " + open.why();
    }

    private static String upTo(Open open) {
        return open.upTo() < 0 ? "undecided   " : String.format("up to %-6d", open.upTo());
    }

    private static String told(Broken broken) {
        return broken.property() + " with " + broken.tasks() + " in " + broken.length();
    }
}
