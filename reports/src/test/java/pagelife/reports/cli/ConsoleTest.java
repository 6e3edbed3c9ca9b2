package pagelife.reports.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.junit.jupiter.api.Test;
import pagelife.reports.Captured;
import pagelife.reports.page.Ink;
import pagelife.reports.page.Page;

class ConsoleTest {
    @Test
    void aFileGetsNoColourAndTheUsualWidth() {
        Page page = page(-1, Map.of());
        assertEquals(Ink.PLAIN, page.ink());
        assertEquals(72, page.width());
    }

    @Test
    void aTerminalGetsColourAndItsWidth() {
        Page page = page(110, Map.of());
        assertEquals(Ink.COLOUR, page.ink());
        assertEquals(110, page.width());
    }

    @Test
    void aTerminalOfUnknownWidthGetsTheUsualOne() {
        Page page = page(0, Map.of());
        assertEquals(Ink.COLOUR, page.ink());
        assertEquals(72, page.width());
    }

    @Test
    void aLineOnAVeryWideTerminalEndsWhereItCanStillBeRead() {
        assertEquals(120, page(250, Map.of()).width());
        assertEquals(250, page(250, Map.of("COLUMNS", "250")).width());
    }

    @Test
    void theUserWins() {
        assertEquals(Ink.PLAIN, page(132, Map.of("NO_COLOR", "1")).ink());
        assertEquals(Ink.COLOUR, page(132, Map.of("NO_COLOR", "")).ink());
        assertEquals(90, page(132, Map.of("COLUMNS", "90")).width());
        assertEquals(110, page(110, Map.of("COLUMNS", "wide")).width());
    }

    private static Page page(int terminal, Map<String, String> environment) {
        return Console.page(new Captured().stream(), terminal, environment);
    }
}
