package pagelife.reports.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import org.junit.jupiter.api.Test;
import pagelife.checker.search.Progress;
import pagelife.checker.search.Reporting;
import pagelife.reports.Captured;

class ProgressLineTest {
    private static final long SECOND = 1_000_000_000;
    private static final Seq<Long> GROWING = Vector.of(1L, 10L, 100L, 1_000L, 10_000L);
    private static final Seq<Long> SHRINKING = Vector.of(500L, 900L, 1_000L, 900L, 700L, 500L, 320L, 180L);

    private final Captured errors = new Captured();

    private static Progress after(long seconds, Seq<Long> levels) {
        long explored = seconds * 100;
        return new Progress(levels, 60, explored + 300, explored, seconds * 5_000, 40, 1_234_567, 0, seconds * SECOND);
    }

    private ProgressLine line(int width, ProgressLine.When when) {
        return new ProgressLine(errors.stream(), width, when, "toy: ");
    }

    private static void tell(ProgressLine line, Progress... progresses) {
        for (Progress progress : progresses) {
            line.reporting().listener().accept(progress);
        }
    }

    @Test
    void withoutATerminalEachCallIsALine() {
        tell(line(-1, ProgressLine.When.AUTO), after(10, GROWING), after(20, GROWING));
        assertEquals("""
                check: toy: 10 s, 0 % through level 5, 1.30 k states, 5.00 k transitions/s, 300 queued, 1.23 MB, 99.92 % from tries
                check: toy: 20 s, 0 % through level 5, 2.30 k states, 5.00 k transitions/s, 300 queued, 1.23 MB, 99.96 % from tries
                """, errors.text());
    }

    @Test
    void aTerminalHasOneLineThatFitsAndIsWipedOut() {
        try (ProgressLine line = line(40, ProgressLine.When.AUTO)) {
            tell(line, after(3, GROWING));
        }
        assertEquals("\r\033[Ktoy: 3 s, 600 states\r\033[K", errors.text());
    }

    /* Fields go one by one, and what is left are whole words: never a figure that was cut. */
    @Test
    void whatDoesNotFitIsLeftOutFieldByField() {
        String whole =
                "toy: 3 s, 0 % through level 5, 600 states, 5.00 k transitions/s, 300 queued, 1.23 MB, 99.73 % from tries";
        for (int width = 20; width <= whole.length() + 1; width++) {
            errors.clear();
            tell(line(width, ProgressLine.When.AUTO), after(3, GROWING));
            String shown = errors.text().substring("\r\033[K".length());
            assertTrue(shown.length() < width, shown);
            assertTrue(Vector.of(whole.split(", ")).containsAll(Vector.of(shown.split(", "))), shown);
        }
        assertEquals("\r\033[K" + whole, errors.text());
    }

    @Test
    void howLongTheRestMayTakeIsToldOnceATenthIsDone() {
        ProgressLine line = line(-1, ProgressLine.When.ON);
        line.counted(10_000_000_000L, 5, 100, "spec");
        line.counted(20_000_000_000L, 10, 100, "spec");
        assertEquals("check: toy: 5 of 100 specs\ncheck: toy: 10 of 100 specs, some 3 min more\n", errors.text());
    }

    @Test
    void aShortSearchShowsNothing() {
        try (ProgressLine line = line(80, ProgressLine.When.AUTO)) {
            tell(line, after(1, GROWING));
        }
        assertEquals("", errors.text());
    }

    @Test
    void onShowsAShortSearchToo() {
        tell(line(80, ProgressLine.When.ON), after(1, GROWING));
        assertFalse(errors.text().isEmpty());
    }

    @Test
    void offAsksForNothing() {
        assertSame(Reporting.NONE, line(80, ProgressLine.When.OFF).reporting());
    }

    @Test
    void theEndIsForecastWhenLevelsShrink() {
        tell(line(-1, ProgressLine.When.AUTO), after(10, SHRINKING));
        assertTrue(errors.text().endsWith(", every state in 2 s to 3 s\n"), errors.text());
    }

    @Test
    void depthFirstHasNoLevel() {
        tell(line(-1, ProgressLine.When.AUTO), after(10, Vector.empty()));
        assertTrue(errors.text().startsWith("check: toy: 10 s, 1.30 k states,"), errors.text());
    }
}
