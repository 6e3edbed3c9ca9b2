package pagelife.reports;

import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pagelife.checker.search.Limits;
import pagelife.checker.search.Options;
import pagelife.checker.search.Order;
import pagelife.models.Settings;
import pagelife.reports.format.Detail;
import pagelife.reports.outcome.Outcome;
import pagelife.reports.page.Ink;
import pagelife.reports.page.Page;
import pagelife.reports.text.TextFormat;

class TextReportTest {
    @Test
    void theVerdictsComeFirstAndEachCounterexampleIsATable() {
        Golden.expect("text-100.txt", text(Toys.racy(), 100, false));
    }

    @Test
    void aNarrowPageWraps() {
        Golden.expect("text-70.txt", text(Toys.racy(), 70, true));
    }

    @ParameterizedTest
    @ValueSource(ints = {60, 61, 67, 75, 80, 99, 132, 200})
    void everyLineFitsThePage(int width) {
        String text = text(Toys.racy(), width, true);
        assertEquals("", text.lines().filter(line -> line.length() > width).collect(joining("\n")));
    }

    @Test
    void witnessesAreShownOnlyWhenWanted() {
        Outcome outcome = Toys.check("good", Settings.NONE, Options.DEFAULT);
        assertFalse(text(outcome, 100, false).contains("\nHAPPENS "));
        assertTrue(text(outcome, 100, true).contains("\nHAPPENS  after step "), text(outcome, 100, true));
    }

    @Test
    void aLimitIsSaidAloud() {
        Options options = Options.DEFAULT.withLimits(Limits.NONE.withStates(3));
        String text = text(Toys.check("good", Settings.NONE, options), 100, false);
        assertTrue(text.startsWith("UNDECIDED"), text);
        assertTrue(text.contains("the limit on states was reached"), text);
        assertTrue(text.contains("./check toy/good --max-states 3"), text);
    }

    @Test
    void depthFirstTracesAreNotCalledShortest() {
        Options options = Options.DEFAULT.withOrder(Order.DEPTH_FIRST);
        assertTrue(
                text(Toys.check("racy", Settings.NONE, options), 100, false).contains("not the fewest: depth-first"));
    }

    @Test
    void aDepthFirstSearchCountsItsLongestPathAndNoLevels() {
        Options options = Options.DEFAULT.withOrder(Order.DEPTH_FIRST);
        String text = text(Toys.check("racy", Settings.NONE, options), 100, false);
        assertTrue(text.contains("transitions, a longest path of 5 states in"), text);
        assertFalse(text.contains("levels"), text);
    }

    @Test
    void theLocaleDoesNotMatter() {
        Locale before = Locale.getDefault();
        String expected = text(Toys.racy(), 100, false);
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            assertEquals(expected, text(Toys.racy(), 100, false));
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void coloursGoWithoutChangingTheText() {
        Captured coloured = new Captured();
        new TextFormat(Detail.USUAL).write(CheckReport.of(Toys.racy()), new Page(coloured.stream(), 100, Ink.COLOUR));
        String text = coloured.text();
        assertTrue(text.startsWith("\u001b[1;31mVIOLATED"), text);
        assertEquals(text(Toys.racy(), 100, false), text.replaceAll("\u001b\\[[0-9;]*m", ""));
    }

    private static String text(Outcome outcome, int width, boolean witnesses) {
        return Captured.text(new TextFormat(Detail.USUAL.withWitnesses(witnesses)), CheckReport.of(outcome), width);
    }
}
