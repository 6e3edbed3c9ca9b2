package pagelife.reports;

import io.vavr.collection.Seq;
import java.util.Locale;
import java.util.function.Function;
import pagelife.checker.result.Verdict;
import pagelife.specs.threads.Answer;
import pagelife.specs.threads.Answered;
import pagelife.specs.threads.Experiment;
import pagelife.specs.threads.Observation;

/** The statements of the mail threads for people: a block for each, with its answer and what shows it. */
public final class ClaimsText {
    private static final String INDENT = "        ";

    private final Page page;
    private final Function<Experiment, String> command;

    /**
     * Writes to {@code page}.
     *
     * @param command the command that repeats an experiment
     */
    public ClaimsText(Page page, Function<Experiment, String> command) {
        this.page = page;
        this.command = command;
    }

    /** Writes a block for each claim, and a summary. */
    public void print(Seq<Answered> answers, long nanos) {
        answers.forEach(this::block);
        summary(answers, nanos);
    }

    private void block(Answered answered) {
        Tone tone = answered.asExpected() ? Tone.GOOD : answered.undecided() ? Tone.DOUBTFUL : Tone.BAD;
        String id = Wrap.pad(answered.claim().id(), INDENT.length());
        page.line(page.paint(Tone.STRONG, id) + page.paint(tone, answer(answered)));
        page.hanging(INDENT, answered.claim().sentence());
        page.hanging(Tone.FAINT, INDENT + "  ", answered.claim().source());
        answered.tests().forEach(this::test);
        page.hanging(INDENT, answered.claim().why());
        page.line("");
    }

    private static String answer(Answered answered) {
        String found = answered.answer().map(Answer::toString).getOrElse("UNDECIDED");
        boolean same = answered.answer().contains(answered.claim().answer());
        return same ? found : found + ", expected " + answered.claim().answer();
    }

    private void test(Answered.Test test) {
        Experiment experiment = test.experiment();
        String side = test.observation().verdict() == Verdict.UNDECIDED ? "open" : test.bearsOut() ? "for" : "against";
        String head = INDENT + "  " + Wrap.pad(experiment.stage().label(), 10) + Wrap.pad(side, 9);
        String differs = test.asExpected() ? "" : " DIFFERS from " + expected(experiment);
        page.hanging(head, shown(experiment, test.observation()) + differs + ": " + command.apply(experiment));
    }

    /** {@code INV-3 is broken in 14 steps}, {@code INV-2 holds in all 3,373 states}. */
    static String shown(Experiment experiment, Observation seen) {
        if (experiment instanceof Experiment.Reckoning reckoning) {
            return (seen.verdict() == Verdict.HOLDS ? "reckoned, " : "reckoned, not so: ") + reckoning.question();
        }
        String name = Verdicts.brief(((Experiment.Check) experiment).property());
        String steps = seen.length()
                .map(length -> " in " + Amounts.counted(length, "step"))
                .getOrElse("");
        String all = seen.states() == 0 ? "" : " in all " + Amounts.counted(seen.states(), "state");
        return switch (seen.verdict()) {
            case HOLDS -> name + (steps.isEmpty() ? " holds" + all : " happens" + steps);
            case VIOLATED -> name + " is broken" + steps;
            case NEVER_HAPPENS -> name + " never happens" + all;
            case UNDECIDED -> name + " is undecided";
        };
    }

    private static String expected(Experiment experiment) {
        return Verdicts.word(experiment.expected())
                + experiment.length().map(length -> " in " + length).getOrElse("");
    }

    private void summary(Seq<Answered> answers, long nanos) {
        int good = answers.count(Answered::asExpected);
        int undecided = answers.count(Answered::undecided);
        int different = answers.size() - good - undecided;
        String text = Amounts.counted(good, "claim") + " answered as expected"
                + (different > 0 ? ", " + different + " not" : "")
                + (undecided > 0 ? ", " + undecided + " undecided" : "");
        Tone tone = different > 0 ? Tone.BAD : undecided > 0 ? Tone.DOUBTFUL : Tone.GOOD;
        page.line(page.paint(tone, text) + " in " + Amounts.seconds(nanos));
        page.hanging("  ", kinds(answers));
    }

    private static String kinds(Seq<Answered> answers) {
        Seq<Answer.Kind> found = answers.flatMap(Answered::answer).map(Answer::kind);
        return found.distinct()
                .sorted()
                .map(kind -> found.count(kind::equals) + " "
                        + kind.name().replace('_', ' ').toLowerCase(Locale.ROOT))
                .mkString(", ");
    }
}
