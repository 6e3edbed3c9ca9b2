package pagelife.reports.text;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import pagelife.checker.result.Stop;
import pagelife.reports.CheckReport;
import pagelife.reports.commit.CommitText;
import pagelife.reports.format.Detail;
import pagelife.reports.page.Amounts;
import pagelife.reports.page.Page;
import pagelife.reports.page.Tone;
import pagelife.reports.told.Told;
import pagelife.reports.told.ToldFinding;
import pagelife.reports.told.ToldStory;
import pagelife.reports.told.ToldStory.ToldFold;
import pagelife.reports.told.ToldTrace;
import pagelife.reports.told.Way;

/**
 * One check for people: the verdicts, a table for each counterexample, what was explored, and the command that repeats
 * it.
 */
final class CheckText {
    private final Page page;
    private final Detail detail;

    /**
     * Writes to {@code page}.
     *
     * @param detail how much of the runs is wanted
     */
    CheckText(Page page, Detail detail) {
        this.page = page;
        this.detail = detail;
    }

    /** Writes the report. */
    void print(CheckReport report) {
        Verdicts.print(page, report.findings());
        if (report.findings().isEmpty()) {
            page.hanging(
                    Tone.DOUBTFUL,
                    "no claims    ",
                    "nothing is claimed of it: declare claims in the model, or ask with --invariant or --ltl");
        }
        traces(report.findings(), report.search(), report.stop());
        page.line("");
        Explored explored = new Explored(page);
        explored.counts(
                report.counts(),
                report.search().depth(),
                report.stop(),
                report.measured().nanos());
        report.orbits().forEach(explored::orbits);
        folded(report.findings());
        report.walks().forEach(explored::walks);
        explored.disk(report.measured().diskBytes(), report.measured().checkpoints());
        if (report.endedEarly() && report.measured().checkpoints().levels() == 0) {
            page.hanging(
                    "to go on     ",
                    "add --checkpoint DIR to the command, and once more time is there --resume DIR instead");
        }
        explored.variant(report.variant(), report.kernels(), report.summary(), report.ruled());
        page.hanging("bounds       ", Told.line(report.bounds()));
        report.breaks()
                .forEach(raise -> page.hanging(
                        "reach        ",
                        "holds within these bounds; broken with " + raise.bounds() + ": "
                                + raise.properties().mkString(", ") + ": " + raise.command()));
        SmallerText.lines(report).forEach(line -> page.hanging("smaller      ", line));
        if (report.stop() == Stop.COMPLETE) {
            VacuityText.print(page, report.vacuity());
        }
        if (!report.command().isEmpty()) {
            page.command("repeat       ", report.command());
        }
    }

    /** Says where the steps are that the tables do not show. */
    void folded(Seq<ToldFinding> findings) {
        if (findings.exists(finding -> folds(finding).nonEmpty())) {
            page.hanging("folded       ", "steps that the broken claims do not depend on; --all-steps shows them");
        }
    }

    /** Writes a table for each trace, and what fairness has to do with it. */
    void traces(Seq<ToldFinding> findings, Way way, Stop stop) {
        Seq<ToldFinding> shown =
                findings.filter(finding -> finding.trace().isDefined() && (detail.witnesses() || finding.isBroken()));
        FairnessText fairness = new FairnessText(page, stop);
        Seq<ToldFinding> before = Vector.empty();
        for (ToldFinding finding : shown) {
            page.line("");
            finding(finding, way, before);
            finding.fairness().forEach(facts -> fairness.print(finding, 10));
            before = before.append(finding);
        }
        findings.filter(finding ->
                        finding.fairness().isDefined() && finding.trace().isEmpty())
                .forEach(finding -> {
                    page.line("");
                    page.line(page.paint(Tone.STRONG, finding.property()));
                    fairness.print(finding, 10);
                });
    }

    private void finding(ToldFinding finding, Way way, Seq<ToldFinding> before) {
        ToldTrace trace = finding.trace().get();
        boolean broken = finding.isBroken();
        String title =
                finding.property() + (broken ? " is broken" : " happens") + " in " + length(trace) + way.ofTraces();
        page.line(page.paint(Tone.STRONG, title));
        finding.apart().forEach(words -> page.hanging("  ", words));
        if (page.width() >= CommitText.WIDTH) {
            finding.story().forEach(story -> story.commit().append("").forEach(page::line));
        }
        table(finding, before);
        String head = broken ? "BROKEN  " : "HAPPENS  ";
        page.hanging(broken ? Tone.BAD : Tone.GOOD, head, finding.sentence());
        finding.evidence().forEach(fact -> page.hanging(" ".repeat(head.length() + 2), fact));
        new AccountText(page).print(finding);
    }

    private static String length(ToldTrace trace) {
        int loop = trace.length() - trace.loopStart().getOrElse(trace.length());
        String steps = Amounts.counted(trace.length() - loop, "step");
        if (trace.loopStart().isEmpty()) {
            return steps;
        }
        return steps
                + (trace.fails()
                        ? ", the last of which fails"
                        : ", and then " + (loop == 0 ? "nobody moves" : Amounts.counted(loop, "step") + " forever"));
    }

    /** Leaves out the steps that another table has shown, when few are left. */
    private void table(ToldFinding shown, Seq<ToldFinding> before) {
        ToldTrace trace = shown.trace().get();
        if (trace.steps().isEmpty()) {
            page.line("  -- it starts so" + (trace.loopStart().isDefined() ? ", and nobody moves any more" : ""));
            return;
        }
        Seq<ToldFinding> known =
                before.filter(finding -> continues(finding.trace().get(), trace));
        TraceTable table = new TraceTable(page, trace, folds(shown));
        if (known.isEmpty()) {
            table.print(0);
            return;
        }
        ToldFinding longest =
                known.maxBy(finding -> finding.trace().get().length()).get();
        int skipped = longest.trace().get().length();
        String same = "the same steps as " + longest.property();
        page.line(skipped == trace.length() ? same : same + ", and then");
        if (skipped < trace.length()) {
            table.print(skipped);
        }
    }

    /** What is folded: more than one step at a time, since a line for one says no less. */
    private Seq<ToldFold> folds(ToldFinding finding) {
        return finding.story()
                .filter(story -> !detail.allSteps())
                .toVector()
                .flatMap(ToldStory::folds)
                .filter(fold -> fold.length() > 1);
    }

    /** Whether {@code trace} begins with all of {@code start}, which is at least three quarters of it. */
    private static boolean continues(ToldTrace start, ToldTrace trace) {
        if (trace.loopStart().isDefined()) {
            return start.equals(trace);
        }
        return 4 * start.length() >= 3 * trace.length()
                && start.initial().equals(trace.initial())
                && trace.steps().startsWith(start.steps());
    }
}
