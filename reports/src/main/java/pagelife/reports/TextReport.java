package pagelife.reports;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import pagelife.checker.result.Finding;
import pagelife.checker.result.Trace;
import pagelife.checker.result.Verdict;
import pagelife.checker.search.Order;

/**
 * One check for people: the verdicts, a table for each counterexample, what was explored, and the command that repeats
 * it.
 */
public final class TextReport {
    private final Page page;

    /** Writes to {@code page}. */
    public TextReport(Page page) {
        this.page = page;
    }

    /**
     * Writes the report.
     *
     * @param witnesses whether traces that show a {@code sometimes} are wanted too
     */
    public void print(Outcome outcome, boolean witnesses) {
        Verdicts.print(page, outcome.result().findings());
        traces(outcome, witnesses);
        page.line("");
        Explored.print(page, outcome);
    }

    /** Writes a table for each trace, and what fairness has to do with it. */
    void traces(Outcome outcome, boolean witnesses) {
        Seq<Finding> findings = outcome.result().findings();
        Seq<Finding> shown = findings.filter(
                finding -> finding.trace().isDefined() && (witnesses || finding.verdict() == Verdict.VIOLATED));
        FairnessText fairness = new FairnessText(page, outcome.result().stop());
        Seq<Finding> before = Vector.empty();
        for (Finding finding : shown) {
            page.line("");
            finding(outcome, finding, before);
            finding.fairness().forEach(facts -> fairness.print(finding, 10));
            before = before.append(finding);
        }
        findings.filter(finding ->
                        finding.fairness().isDefined() && finding.trace().isEmpty())
                .forEach(finding -> {
                    page.line("");
                    page.line(page.paint(Tone.STRONG, finding.property().name()));
                    fairness.print(finding, 10);
                });
    }

    private void finding(Outcome outcome, Finding finding, Seq<Finding> before) {
        Order order = outcome.question().options().order();
        Trace trace = finding.trace().get();
        boolean broken = finding.verdict() == Verdict.VIOLATED;
        String title = finding.property().name() + (broken ? " is broken" : " happens") + " in " + length(trace)
                + (order == Order.BREADTH_FIRST ? "" : ", not the fewest: depth-first");
        page.line(page.paint(Tone.STRONG, title));
        table(trace, before);
        String head = broken ? "BROKEN  " : "HAPPENS  ";
        page.hanging(broken ? Tone.BAD : Tone.GOOD, head, finding.property().claim());
        Evidence.of(finding.property(), trace).forEach(fact -> page.hanging(" ".repeat(head.length() + 2), fact));
        if (broken) {
            account(Account.of(finding.property(), outcome.books(), trace));
        }
    }

    /** Who is stuck and why, and who held what of which page. */
    private void account(Account account) {
        account.stuck().forEach(stuck -> {
            page.hanging("  ", WaiterText.title(stuck));
            page.hanging("    ", WaiterText.words(stuck));
        });
        account.ledgers().forEach(ledger -> {
            page.line("  " + LedgerText.title(ledger));
            LedgerText.lines(ledger).forEach(line -> page.hanging("    ", line));
        });
    }

    private static String length(Trace trace) {
        int loop = trace.loop().size();
        String steps = Amounts.counted(trace.length() - loop, "step");
        return trace.loopStart().isEmpty()
                ? steps
                : steps + ", and then " + (loop == 0 ? "nobody moves" : Amounts.counted(loop, "step") + " for ever");
    }

    /** Leaves out the steps that another table has shown, when few are left. */
    private void table(Trace trace, Seq<Finding> before) {
        if (trace.steps().isEmpty()) {
            page.line("  -- it starts so" + (trace.loopStart().isDefined() ? ", and nobody moves any more" : ""));
            return;
        }
        Seq<Finding> known = before.filter(finding -> continues(finding.trace().get(), trace));
        TraceTable table = new TraceTable(page, trace);
        if (known.isEmpty()) {
            table.print(0);
            return;
        }
        Finding longest = known.maxBy(finding -> finding.trace().get().length()).get();
        int skipped = longest.trace().get().length();
        String same = "the same steps as " + longest.property().name();
        page.line(skipped == trace.length() ? same : same + ", and then");
        if (skipped < trace.length()) {
            table.print(skipped);
        }
    }

    /** Whether {@code trace} begins with all of {@code start}, which is at least three quarters of it. */
    private static boolean continues(Trace start, Trace trace) {
        if (trace.loopStart().isDefined()) {
            return start.equals(trace);
        }
        return 4 * start.length() >= 3 * trace.length()
                && start.initial().equals(trace.initial())
                && trace.steps().startsWith(start.steps());
    }
}
