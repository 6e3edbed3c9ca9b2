package pagelife.reports.text;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.util.function.Predicate;
import pagelife.reports.WorkloadsReport;
import pagelife.reports.WorkloadsReport.Claim;
import pagelife.reports.WorkloadsReport.Size;
import pagelife.reports.WorkloadsReport.Smallest;
import pagelife.reports.page.Amounts;
import pagelife.reports.page.Page;
import pagelife.reports.page.Tone;
import pagelife.reports.page.Wrap;
import pagelife.reports.told.Told;

/** All small workloads for people: what was tried, what breaks under which, and what holds under all. */
final class WorkloadsText {
    /* More of them nobody reads; a folder of litmus tests has them all. */
    private static final int MOST = 8;

    private final Page page;
    private final WorkloadsReport report;

    /** Writes {@code report} to {@code page}. */
    WorkloadsText(Page page, WorkloadsReport report) {
        this.page = page;
        this.report = report;
    }

    /** Writes the report. */
    void print() {
        head();
        sizes();
        report.claims().filter(Claim::isBroken).forEach(this::broken);
        others("undecided    ", claim -> !claim.isBroken() && claim.undecided() > 0);
        others("holds        ", claim -> !claim.isBroken() && claim.undecided() == 0);
        page.line("");
        explored();
    }

    private void head() {
        page.hanging(Tone.STRONG, report.variant() + "  ", report.summary());
        settings("rules        ", report.ruled().isEmpty() ? "" : Told.line(report.ruled()));
        settings("bounds       ", report.bounded().isEmpty() ? "" : Told.line(report.bounded()));
        page.hanging("operations   ", report.calls().mkString(", "));
        report.leftOut().forEach((operation, why) -> page.hanging("left out     ", operation + ": " + why));
        if (!report.renamed().isEmpty()) {
            page.hanging(
                    "names        ",
                    "of " + report.renamed().mkString(" and ") + " do not matter: each was exchanged in all small "
                            + "workloads, with equal counts and answers");
        }
        if (!report.apart().isEmpty()) {
            page.hanging("names        ", "of " + report.apart().mkString(" and ") + " matter: none is left out");
        }
    }

    private void settings(String head, String text) {
        if (!text.isEmpty()) {
            page.hanging(head, text);
        }
    }

    private void sizes() {
        page.line("");
        Seq<Vector<String>> rows = report.sizes()
                .map(WorkloadsText::row)
                .prepend(Vector.of("operations", "programs", "tasks unnamed", "explored", "states", "largest"));
        Seq<Integer> widths = Vector.range(0, 6).map(i -> Wrap.widest(rows.map(row -> row.get(i))));
        rows.forEach(row -> page.line(row.zipWith(widths, (text, width) -> " ".repeat(width - text.length()) + text)
                .mkString("  ")));
        report.refusals().forEach((why, first) -> page.hanging("not built    ", why + ", such as " + first));
        report.unasked().forEach((claim, why) -> page.hanging("not asked    ", claim + ": " + why));
    }

    private static Vector<String> row(Size size) {
        return Vector.of(
                String.valueOf(size.operations()),
                Amounts.grouped(size.programs()),
                Amounts.grouped(size.mixes()),
                Amounts.grouped(size.explored()) + (size.isWhole() ? "" : ", cut off"),
                Amounts.grouped(size.states()),
                Amounts.grouped(size.largest()));
    }

    private void broken(Claim claim) {
        page.line("");
        page.hanging(
                Tone.BAD,
                "BROKEN  ",
                claim.property() + "  under " + Amounts.grouped(claim.broken()) + " of "
                        + Amounts.counted(claim.asked(), "workload") + "; " + known(claim));
        page.hanging("        ", claim.claim());
        Seq<Smallest> shown = claim.smallest().take(MOST);
        int width = Math.min(page.width() / 2, Wrap.widest(shown.map(Smallest::programs)));
        shown.forEach(one -> {
            String length = one.length().map(steps -> "in " + steps).getOrElse("");
            page.hanging("  " + Wrap.pad(one.programs(), width) + "  ", Wrap.pad(length, 7) + one.reason());
        });
        int more = claim.smallest().size() - shown.size();
        if (more > 0) {
            page.line("  and " + more + " more: --format litmus --out DIR writes them all");
        }
    }

    private static String known(Claim claim) {
        return claim.known().isEmpty()
                ? "no row of the catalogue breaks it"
                : "broken in " + claim.known().mkString(", ");
    }

    private void others(String head, Predicate<Claim> which) {
        Seq<Claim> some = report.claims().filter(which);
        if (!some.isEmpty()) {
            page.line("");
            page.hanging(
                    head,
                    some.map(claim -> claim.property() + " (" + Amounts.grouped(claim.asked()) + ")")
                            .mkString(", "));
        }
    }

    private void explored() {
        int all = report.sizes()
                .map(size -> size.explored() + size.audited())
                .sum()
                .intValue();
        long cpu = report.measured().cpuNanos();
        String rate = cpu <= 0 ? "" : ", " + Amounts.grouped(Math.round(all * 1e9 / cpu)) + " a CPU second";
        page.hanging(
                "explored     ",
                Amounts.counted(all, "workload") + " in "
                        + Amounts.seconds(report.measured().nanos()) + rate + audited());
        reach();
        page.command("repeat       ", report.command());
    }

    private void reach() {
        String finished = report.finished() == 0
                ? "no size was finished"
                : "every workload of up to " + Amounts.counted(report.finished(), "operation") + " over up to "
                        + Amounts.counted(report.tasks(), "task") + " was explored";
        if (report.isWhole()) {
            page.hanging("reach        ", finished);
        } else {
            page.hanging(Tone.DOUBTFUL, "UNDECIDED    ", "a limit came first: " + finished);
        }
    }

    private String audited() {
        int audited = report.sizes().map(Size::audited).sum().intValue();
        return audited == 0 ? "" : "; " + Amounts.grouped(audited) + " of them to see that names do not matter";
    }
}
