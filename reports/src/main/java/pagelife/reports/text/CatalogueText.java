package pagelife.reports.text;

import io.vavr.collection.Seq;
import pagelife.checker.result.Verdict;
import pagelife.reports.Line;
import pagelife.reports.page.Amounts;
import pagelife.reports.page.Page;
import pagelife.reports.page.Tone;
import pagelife.reports.page.Wrap;

/** The catalogue for people: a line per spec, written as soon as it is known, what differs, and a summary. */
final class CatalogueText {
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
     * @param ids those of the lines to come
     */
    CatalogueText(Page page, String noun, Seq<String> ids) {
        this.page = page;
        this.noun = noun;
        this.names = Wrap.widest(ids);
    }

    /** Writes one line, and below it what differs from the expectations. */
    void print(Line outcome) {
        String id = outcome.id();
        if (outcome.asExpected()) {
            line(Tone.GOOD, "OK", id, found(outcome, page.width() - WORDS - names - 2));
            return;
        }
        if (!outcome.fault().isEmpty()) {
            line(Tone.BAD, "FAULT", id, outcome.fault());
        }
        outcome.judgements()
                .reject(Line.Judged::asExpected)
                .forEach(judged -> line(tone(judged), word(judged), id, judged.difference()));
        outcome.size().forEach(sizes -> size(id, sizes));
        page.command(" ".repeat(WORDS) + "repeat with ", outcome.command());
    }

    private void size(String id, Line.Sizes sizes) {
        boolean known = sizes.found().isDefined();
        sizes.difference()
                .forEach(difference ->
                        line(known ? Tone.BAD : Tone.DOUBTFUL, known ? DIFFERS : UNDECIDED, id, difference));
    }

    /** Writes an empty line. */
    void blank() {
        page.line("");
    }

    /** Writes how many were as expected; {@code missing} were not checked since the user wanted to stop. */
    void summary(Seq<? extends Line> outcomes, int missing, long nanos) {
        int good = outcomes.count(Line::asExpected);
        int undecided = outcomes.count(Line::undecided);
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

    /** {@code 15 hold, 3 broken: INV-1 in 6, INV-2 in 12 and 1 more}: as many of them as there is room for. */
    private static String found(Line outcome, int room) {
        Seq<Line.Judged> broken =
                outcome.judgements().reject(judged -> judged.found().verdict() == Verdict.HOLDS);
        String holding = outcome.judgements().size() - broken.size() + " hold";
        return broken.isEmpty()
                ? holding
                : fitting(
                        holding + ", " + broken.size() + " broken",
                        broken.map(Line.Judged::brief),
                        broken.size(),
                        room);
    }

    private static String fitting(String head, Seq<String> broken, int shown, int room) {
        if (shown == 0) {
            return head;
        }
        int more = broken.size() - shown;
        String text = head + ": " + broken.take(shown).mkString(", ") + (more == 0 ? "" : " and " + more + " more");
        return text.length() <= room ? text : fitting(head, broken, shown - 1, room);
    }

    private static Tone tone(Line.Judged judged) {
        return judged.found().verdict() == Verdict.UNDECIDED ? Tone.DOUBTFUL : Tone.BAD;
    }

    private static String word(Line.Judged judged) {
        return judged.found().verdict() == Verdict.UNDECIDED ? UNDECIDED : DIFFERS;
    }
}
