package pagelife.reports;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import pagelife.checker.model.Step;
import pagelife.checker.result.Finding;
import pagelife.checker.result.Result;
import pagelife.checker.result.Trace;
import pagelife.checker.result.Verdict;
import pagelife.checker.search.Order;

/**
 * One check for people: the verdicts, a table for each counterexample, what was explored, and the command that repeats
 * it.
 */
public final class TextReport {
    /** A rate over a shorter time would be start-up noise. */
    private static final long NANOS_FOR_A_RATE = 500_000_000;

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
        Result result = outcome.result();
        Verdicts.print(page, result.findings());
        Seq<Finding> shown = result.findings()
                .filter(finding -> finding.trace().isDefined() && (witnesses || finding.verdict() == Verdict.VIOLATED));
        Seq<Finding> before = Vector.empty();
        for (Finding finding : shown) {
            page.line("");
            finding(finding, before, outcome.question());
            before = before.append(finding);
        }
        page.line("");
        explored(outcome);
    }

    private void finding(Finding finding, Seq<Finding> before, Question question) {
        Trace trace = finding.trace().get();
        boolean broken = finding.verdict() == Verdict.VIOLATED;
        String name = finding.property().name();
        page.line(
                page.paint(Tone.STRONG, name + (broken ? " is broken" : " happens") + " in " + steps(trace, question)));
        before.find(other -> sameSteps(trace, other.trace().get()))
                .peek(other ->
                        page.line("by the same steps as " + other.property().name()))
                .onEmpty(() -> new TraceTable(page, trace).print());
        String head = broken ? "BROKEN  " : "HAPPENS  ";
        page.hanging(broken ? Tone.BAD : Tone.GOOD, head, finding.property().claim());
        Evidence.of(finding.property(), trace).forEach(fact -> page.hanging(" ".repeat(head.length() + 2), fact));
    }

    private static String steps(Trace trace, Question question) {
        String steps = Amounts.counted(trace.length(), "step");
        return question.options().order() == Order.BREADTH_FIRST ? steps : steps + ", not the fewest: depth-first";
    }

    private static boolean sameSteps(Trace one, Trace other) {
        return one.initial().equals(other.initial()) && one.steps().equals(other.steps());
    }

    private void explored(Outcome outcome) {
        Result result = outcome.result();
        Question question = outcome.question();
        page.hanging("explored     ", counts(outcome));
        page.hanging("             ", result.stop().sentence());
        page.hanging(
                "variant      ",
                question.variant().fullName() + ", " + question.variant().kernels());
        if (!question.rules().isEmpty()) {
            page.hanging("rules        ", question.rules() + " (set otherwise than in the variant)");
        }
        page.hanging("bounds       ", question.everyBound().toString());
        Seq<Step> untaken = outcome.neverTaken();
        if (!untaken.isEmpty()) {
            page.hanging("never taken  ", untaken.map(Step::toString).mkString("; "));
        }
        page.hanging("repeat       ", question.command());
    }

    private static String counts(Outcome outcome) {
        Result result = outcome.result();
        String text = Amounts.counted(result.counts().states(), "state") + ", "
                + Amounts.counted(result.counts().transitions(), "transition") + ", "
                + Amounts.counted(result.counts().levels(), "level") + " in " + Amounts.seconds(outcome.nanos());
        if (outcome.nanos() < NANOS_FOR_A_RATE) {
            return text;
        }
        double rate = result.counts().states() * 1e9 / outcome.nanos();
        return text + ", " + Amounts.grouped(Math.round(rate)) + " states/s";
    }
}
