package pagelife.reports.text;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import pagelife.reports.FuzzReport;
import pagelife.reports.FuzzReport.Claim;
import pagelife.reports.page.Amounts;
import pagelife.reports.page.Page;
import pagelife.reports.page.Tone;
import pagelife.reports.told.Told;

/** Random workloads for people: what is broken, new things first, and how much was seen. */
final class FuzzText {
    private final Page page;
    private final FuzzReport report;

    /** Writes {@code report} to {@code page}. */
    FuzzText(Page page, FuzzReport report) {
        this.page = page;
        this.report = report;
    }

    /** Writes the report. */
    void print() {
        page.hanging(Tone.STRONG, report.variant() + "  ", report.summary());
        settings("rules        ", report.ruled().isEmpty() ? "" : Told.line(report.ruled()));
        settings("bounds       ", report.bounded().isEmpty() ? "" : Told.line(report.bounded()));
        Vector<Claim> claims = report.claims().toVector();
        claims.reject(Claim::isKnown).forEach(claim -> broken("NEW     ", claim));
        claims.filter(Claim::isKnown).forEach(claim -> broken("KNOWN   ", claim));
        page.line("");
        if (!report.unbroken().isEmpty()) {
            page.hanging("not broken   ", report.unbroken().mkString(", "));
        }
        report.refusals().forEach((why, first) -> page.hanging("not built    ", why + ", such as " + first));
        report.unasked().forEach((claim, why) -> page.hanging("not asked    ", claim + ": " + why));
        tried();
        covered();
        page.hanging("repeat       ", report.command());
    }

    private void settings(String head, String text) {
        if (!text.isEmpty()) {
            page.hanging(head, text);
        }
    }

    private void broken(String head, Claim claim) {
        page.line("");
        page.hanging(
                claim.isKnown() ? Tone.DOUBTFUL : Tone.BAD,
                head,
                claim.property() + "  in " + Amounts.counted(claim.length(), "step")
                        + (claim.isShortest() ? "" : ", perhaps not the fewest") + "  " + claim.programs());
        page.hanging("        ", claim.claim() + known(claim));
        page.hanging(
                "        ",
                "trial " + Amounts.grouped(claim.trial()) + ", " + claim.strategy() + ": " + claim.met() + ", in "
                        + claim.walked() + " steps; the smaller workload in " + claim.shortened() + " by a walk");
        claim.file().forEach(file -> page.hanging("        ", "kept in " + file));
    }

    private static String known(Claim claim) {
        Seq<String> rows = claim.known();
        return rows.isEmpty() ? "; no row of the catalogue breaks it" : "; broken in " + rows.mkString(", ");
    }

    private void tried() {
        long cpu = report.measured().cpuNanos();
        String rate =
                cpu <= 0 ? "" : ", " + Amounts.grouped(Math.round(report.walks() * 1e9 / cpu)) + " walks a CPU second";
        page.hanging(
                "tried        ",
                Amounts.counted(report.trials(), "workload") + " of up to "
                        + Amounts.counted(report.operations(), "operation") + " by up to "
                        + Amounts.counted(report.tasks(), "task") + ", "
                        + (report.guided() ? "guided by what they did, " : "unguided, ")
                        + Amounts.counted(report.walks(), "walk") + " of " + Amounts.counted(report.steps(), "step")
                        + " in " + Amounts.seconds(report.measured().nanos()) + rate);
        page.hanging("             ", report.stop().sentence());
    }

    private void covered() {
        page.hanging(
                "seen         ",
                Amounts.counted(report.covered().steps(), "step") + ", "
                        + Amounts.grouped(report.covered().leaves()) + " leaves of their tries, "
                        + Amounts.counted(report.covered().pairs(), "pair")
                        + " of which one read what the other wrote; the last new in trial "
                        + Amounts.grouped(report.lastNew()) + "; " + Amounts.counted(report.kept(), "workload")
                        + " did something new");
    }
}
