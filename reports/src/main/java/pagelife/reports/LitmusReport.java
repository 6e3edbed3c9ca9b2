package pagelife.reports;

import io.vavr.collection.Seq;
import io.vavr.control.Option;
import pagelife.checker.result.Finding;
import pagelife.checker.result.Verdict;
import pagelife.specs.litmus.Answer;
import pagelife.specs.litmus.Litmus;

/**
 * One litmus test for people: a line for each condition, as herd has it, then a table for each counterexample, what was
 * explored, and the command that repeats it.
 */
public final class LitmusReport {
    private final Page page;

    /** Writes to {@code page}. */
    public LitmusReport(Page page) {
        this.page = page;
    }

    /**
     * Writes the report.
     *
     * @param outcome the answers as the outcome of a question; its findings are those of {@code checked}
     * @param witnesses whether traces that show what is so are wanted, too
     */
    public void print(LitmusOutcome checked, Outcome outcome, boolean witnesses) {
        Litmus test = checked.answer().posed().test();
        page.hanging(
                Tone.STRONG,
                "Test " + test.name() + "  ",
                test.about().isEmpty() ? test.variant().text() : test.about());
        Seq<Answer.Line> lines = checked.answer().lines();
        int names = Math.min(page.width() / 2, Wrap.widest(lines.map(LitmusReport::name)));
        lines.zip(checked.spec().judgements()).forEach(pair -> line(pair._1(), pair._2(), checked.answer(), names));
        new TextReport(page).traces(outcome, witnesses);
        page.line("");
        Explored.counts(page, outcome);
        checked.answer()
                .last()
                .forEach(last -> page.hanging(
                        "final        ",
                        Amounts.counted(last.last().size(), "state") + " of " + Amounts.grouped(last.states())
                                + " in which no step is possible"));
        Explored.variant(page, outcome.question());
        if (!test.bounds().isEmpty()) {
            page.hanging("bounds       ", test.bounded() + " (set otherwise than in the variant)");
        }
        test.setup().forEach(setup -> page.hanging("setup        ", setup.toString()));
        page.hanging("repeat       ", checked.spec().command());
    }

    private static String name(Answer.Line line) {
        return line.asked().condition().name();
    }

    private void line(Answer.Line line, Judgement judgement, Answer answer, int names) {
        String name = name(line);
        String word = Wrap.pad(word(line.finding().verdict()), 4);
        String head = page.paint(tone(line.finding().verdict(), judgement), word);
        if (name.length() > names) { // it has lines of its own
            page.hanging(word.length(), head, name);
            head = " ".repeat(word.length());
            name = "";
        }
        page.hanging(word.length() + names + 2, head + Wrap.pad(name, names) + "  ", says(line, judgement, answer));
    }

    private static String word(Verdict verdict) {
        return switch (verdict) {
            case HOLDS -> "Ok";
            case VIOLATED, NEVER_HAPPENS -> "No";
            case UNDECIDED -> "?";
        };
    }

    private static Tone tone(Verdict verdict, Judgement judgement) {
        return verdict == Verdict.UNDECIDED ? Tone.DOUBTFUL : judgement.asExpected() ? Tone.GOOD : Tone.BAD;
    }

    private static String says(Answer.Line line, Judgement judgement, Answer answer) {
        Finding finding = line.finding();
        String found = judgement.words()
                + (judgement.asExpected() ? ", as expected" : ", where " + judgement.expectedWords() + " is expected");
        String remark = finding.remark().isEmpty() ? "" : "; " + finding.remark();
        return found + witnesses(line, answer).getOrElse("") + remark;
    }

    /** How many final states are as the condition says, as herd counts them. */
    private static Option<String> witnesses(Answer.Line line, Answer answer) {
        return line.witnesses()
                .map(count -> "; so in " + Amounts.grouped(count) + " of "
                        + Amounts.counted(answer.last().get().last().size(), "final state"));
    }
}
