package pagelife.reports.text;

import io.vavr.control.Option;
import pagelife.checker.result.Verdict;
import pagelife.reports.CheckReport.Counts;
import pagelife.reports.LitmusReport;
import pagelife.reports.ToldTest;
import pagelife.reports.ToldTest.Condition;
import pagelife.reports.format.Detail;
import pagelife.reports.page.Amounts;
import pagelife.reports.page.Page;
import pagelife.reports.page.Tone;
import pagelife.reports.page.Wrap;
import pagelife.reports.told.Told;
import pagelife.reports.told.Way;

/**
 * One litmus test for people: a line for each condition, as herd has it, then a table for each counterexample, what was
 * explored, and the command that repeats it.
 */
final class LitmusText {
    private final Page page;
    private final Detail detail;

    /**
     * Writes to {@code page}.
     *
     * @param detail how much of the runs is wanted
     */
    LitmusText(Page page, Detail detail) {
        this.page = page;
        this.detail = detail;
    }

    /** Writes the report. */
    void print(ToldTest test, LitmusReport.Measured measured) {
        page.hanging(Tone.STRONG, "Test " + test.name() + "  ", test.about().isEmpty() ? test.variant() : test.about());
        int names = Math.min(page.width() / 2, Wrap.widest(test.conditions().map(Condition::condition)));
        test.conditions().forEach(condition -> line(condition, test, names));
        CheckText findings = new CheckText(page, detail);
        findings.traces(
                test.conditions().map(Condition::finding), Way.of(test.search().depth()), test.stop());
        page.line("");
        explored(test, measured);
        findings.folded(test.conditions().map(Condition::finding));
        if (!test.bounds().isEmpty()) {
            page.hanging("bounds       ", Told.line(test.bounds()) + " (overrides of the variant)");
        }
        if (!test.setup().isEmpty()) {
            page.hanging("setup        ", test.setup());
        }
        page.command("repeat       ", test.command());
    }

    private void explored(ToldTest test, LitmusReport.Measured measured) {
        Explored explored = new Explored(page);
        explored.counts(
                new Counts(test.states(), test.transitions(), test.levels()),
                test.search().depth(),
                test.stop(),
                measured.nanos());
        measured.checkpoints()
                .forEach(facts -> explored.disk(measured.diskBytes().getOrElse(0L), facts));
        test.finalStates()
                .forEach(last -> page.hanging(
                        "final        ",
                        Amounts.counted(last, "state") + " of "
                                + Amounts.grouped(test.countedStates().get()) + " in which no step is possible"));
        explored.variant(test.variant(), test.kernels(), test.summary(), test.rules());
    }

    private void line(Condition condition, ToldTest test, int names) {
        String name = condition.condition();
        Verdict verdict = condition.finding().verdict();
        String word = Wrap.pad(word(verdict), 4);
        String head = page.paint(tone(verdict, condition), word);
        if (name.length() > names) { // it has lines of its own
            page.hanging(word.length(), head, name);
            head = " ".repeat(word.length());
            name = "";
        }
        page.hanging(word.length() + names + 2, head + Wrap.pad(name, names) + "  ", says(condition, test));
    }

    private static String word(Verdict verdict) {
        return switch (verdict) {
            case HOLDS -> "Ok";
            case VIOLATED, NEVER_HAPPENS -> "No";
            case UNDECIDED -> "?";
        };
    }

    private static Tone tone(Verdict verdict, Condition condition) {
        return verdict == Verdict.UNDECIDED ? Tone.DOUBTFUL : condition.asExpected() ? Tone.GOOD : Tone.BAD;
    }

    private static String says(Condition condition, ToldTest test) {
        String found = condition.found()
                + (condition.asExpected() ? ", as expected" : ", where " + condition.expected() + " is expected");
        String remark = condition.finding().remark();
        return found + witnesses(condition, test).getOrElse("") + (remark.isEmpty() ? "" : "; " + remark);
    }

    /** How many final states are as the condition says, as herd counts them. */
    private static Option<String> witnesses(Condition condition, ToldTest test) {
        return condition
                .witnesses()
                .map(count -> "; so in " + Amounts.grouped(count) + " of "
                        + Amounts.counted(test.finalStates().get(), "final state"));
    }
}
