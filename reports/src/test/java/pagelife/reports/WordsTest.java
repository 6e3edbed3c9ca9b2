package pagelife.reports;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import pagelife.reports.outcome.Shell;
import pagelife.reports.page.Amounts;
import pagelife.reports.page.Ink;
import pagelife.reports.page.Tone;
import pagelife.reports.page.Wrap;

class WordsTest {
    @Test
    void textWrapsAtSpaces() {
        assertEquals(List.of("one two", "three"), Wrap.words("one two three", 8));
        assertEquals(List.of("one two", "three"), Wrap.words("one two three", 7));
    }

    @Test
    void aWordThatIsTooLongIsCut() {
        assertEquals(List.of("abc", "def", "g"), Wrap.words("abcdefg", 3));
    }

    @Test
    void whatDoesNotFitIsCutBetweenWords() {
        assertEquals("one two", Wrap.cut("one two", 7));
        assertEquals("one ...", Wrap.cut("one two three", 10));
    }

    @Test
    void coloursHaveNoWidth() {
        assertEquals(3, Ink.width(Ink.COLOUR.paint(Tone.BAD, "abc")));
        assertEquals(3, Ink.width("abc"));
    }

    @Test
    void laterLinesHang() {
        assertEquals(List.of("a b", "  c", "  d"), Wrap.hanging("a b c d", 3));
    }

    @Test
    void largeNumbersAreGrouped() {
        assertEquals("0", Amounts.grouped(0));
        assertEquals("999", Amounts.grouped(999));
        assertEquals("6,168,793", Amounts.grouped(6_168_793));
        assertEquals("-1,000", Amounts.grouped(-1000));
        assertEquals("-100", Amounts.grouped(-100));
    }

    @Test
    void secondsHaveTwoDecimals() {
        assertEquals("0.07 s", Amounts.seconds(71_000_000));
        assertEquals("1.00 s", Amounts.seconds(999_999_999));
        assertEquals("3,600.50 s", Amounts.seconds(3_600_500_000_000L));
    }

    @Test
    void nounsAgreeWithTheirNumber() {
        assertEquals("1 state", Amounts.counted(1, "state"));
        assertEquals("0 states", Amounts.counted(0, "state"));
    }

    @Test
    void wordsForAShellAreQuotedWhereTheyMust() {
        assertEquals("fsdax/6.1", Shell.word("fsdax/6.1"));
        assertEquals("'no deadlock'", Shell.word("no deadlock"));
        assertEquals("\"LTL-1'\"", Shell.word("LTL-1'"));
        assertEquals("'cost: $1 '\\''each'\\'''", Shell.word("cost: $1 'each'"));
        assertEquals("''", Shell.word(""));
    }
}
