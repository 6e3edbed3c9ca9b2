package pagelife.reports;

import io.vavr.collection.Seq;
import pagelife.checker.result.Verdict;

/** The catalogue for people: a line per spec, written as soon as it is known, what differs, and a summary. */
public final class CatalogueText {
    /** The width of the longest word at the start of a line, and two spaces. */
    private static final int WORDS = "UNDECIDED  ".length();

    private static final String UNDECIDED = "UNDECIDED";
    private static final String DIFFERS = "DIFFERS";

    private final Page page;
    private final String noun;
    private final int names;

    /**
     * Writes to {@code page}.
     *
     * @param noun what one of them is called, such as {@code spec}
     * @param ids those of the specs to come
     */
    public CatalogueText(Page page, String noun, Seq<String> ids) {
        this.page = page;
        this.noun = noun;
        this.names = Wrap.widest(ids);
    }

    /** Writes the line of one spec, and below it what differs from the expectations. */
    public void print(SpecOutcome outcome) {
        String id = outcome.spec().id();
        if (outcome.asExpected()) {
            line(Tone.GOOD, "OK", id, Wrap.cut(found(outcome), page.width() - WORDS - names - 2));
            return;
        }
        outcome.fault().peek(fault -> line(Tone.BAD, "FAULT", id, fault));
        outcome.judgements()
                .reject(Judgement::asExpected)
                .forEach(judgement -> line(tone(judgement), word(judgement), id, judgement.difference()));
        outcome.sizeDifference()
                .forEach(difference -> line(
                        outcome.size().isEmpty() ? Tone.DOUBTFUL : Tone.BAD,
                        outcome.size().isEmpty() ? UNDECIDED : DIFFERS,
                        id,
                        difference));
        page.hanging(" ".repeat(WORDS), "repeat with " + outcome.command());
    }

    /** Writes how many were as expected; {@code missing} specs were not checked since the user wanted to stop. */
    public void summary(Seq<SpecOutcome> outcomes, int missing, long nanos) {
        int good = outcomes.count(SpecOutcome::asExpected);
        int undecided = outcomes.count(SpecOutcome::undecided);
        int different = outcomes.size() - good - undecided;
        StringBuilder text = new StringBuilder(Amounts.counted(good, noun)).append(" as expected");
        if (different > 0) {
            text.append(", ").append(different).append(" not");
        }
        if (undecided > 0) {
            text.append(", ").append(undecided).append(" undecided");
        }
        if (missing > 0) {
            text.append(", ").append(missing).append(" not checked");
        }
        Tone tone = different > 0 ? Tone.BAD : undecided + missing > 0 ? Tone.DOUBTFUL : Tone.GOOD;
        page.line(page.paint(tone, text.toString()) + " in " + Amounts.seconds(nanos));
    }

    private void line(Tone tone, String word, String id, String text) {
        String head = Wrap.pad(word, WORDS);
        page.hanging(WORDS + names + 2, page.paint(tone, head) + Wrap.pad(id, names + 2), text);
    }

    /** {@code 15 hold, 2 broken: INV-1 in 6, INV-2 in 12}. */
    private static String found(SpecOutcome outcome) {
        Seq<Judgement> broken = outcome.judgements().reject(judgement -> judgement.found() == Verdict.HOLDS);
        String holding = outcome.judgements().size() - broken.size() + " hold";
        return broken.isEmpty()
                ? holding
                : holding + ", " + broken.size() + " broken: "
                        + broken.map(Judgement::brief).mkString(", ");
    }

    private static Tone tone(Judgement judgement) {
        return judgement.found() == Verdict.UNDECIDED ? Tone.DOUBTFUL : Tone.BAD;
    }

    private static String word(Judgement judgement) {
        return judgement.found() == Verdict.UNDECIDED ? UNDECIDED : DIFFERS;
    }
}
