package pagelife.reports.text;

import io.vavr.collection.Seq;
import pagelife.checker.result.Verdict;
import pagelife.reports.CheckReport;
import pagelife.reports.Report;
import pagelife.reports.format.ReportFormat;
import pagelife.reports.page.Page;
import pagelife.reports.told.ToldFinding;

/**
 * Each broken claim as the text for a commit message. Where there are several, each stands under its name, in a line
 * that git leaves out of a message.
 */
public final class CommitFormat implements ReportFormat {
    /** The format; it has no state. */
    public CommitFormat() {}

    @Override
    public boolean writes(String kind) {
        return kind.equals("check");
    }

    @Override
    public void write(Report report, Page page) {
        write(((CheckReport) report).findings(), page);
    }

    /** Writes what of these findings is broken. */
    public void write(Seq<ToldFinding> findings, Page page) {
        Seq<ToldFinding> told = findings.filter(finding -> finding.story().isDefined());
        Seq<ToldFinding> atOnce = brokenAtOnce(findings);
        if (told.isEmpty() && atOnce.isEmpty()) {
            page.line("# no claim is broken");
        }
        atOnce.forEach(finding -> page.hanging("", "Broken: " + finding.claim() + ", from the start. 0 steps."));
        for (ToldFinding finding : told) {
            if (told.size() > 1) {
                page.line("# " + finding.property());
            }
            print(finding, page);
            if (finding != told.last()) {
                page.line("");
            }
        }
    }

    /** What is broken without a step: there is no story. */
    private static Seq<ToldFinding> brokenAtOnce(Seq<ToldFinding> findings) {
        return findings.filter(finding ->
                finding.verdict() == Verdict.VIOLATED && finding.story().isEmpty());
    }

    private static void print(ToldFinding finding, Page page) {
        finding.story().get().commit().forEach(page::line);
    }
}
