package pagelife.reports.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.base.Ticker;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pagelife.reports.Captured;

/** {@code check claims}, {@code check matrix}, {@code check cost}. */
final class ThreadsCommandTest {
    private final Captured out = new Captured();
    private final Captured errors = new Captured();

    @Test
    void aClaimIsShownWithItsAnswerAndTheCommandThatShowsIt() {
        assertEquals(Exit.AS_CLAIMED, run(false, "claims", "004.12"));
        assertTrue(out.text().startsWith("004.12  FALSE"), out.text());
        assertTrue(out.text().contains("LTL-2' is broken in 18 steps:\n"), out.text());
        assertTrue(out.text().contains(" ./check fsdax/proposed --rule"), out.text());
        assertTrue(out.text().contains("1 claim answered as expected"), out.text());
    }

    @Test
    void theClaimsOfOneThreadAsADocument() {
        assertEquals(Exit.AS_CLAIMED, run(false, "claims", "--seed", "003", "--json"));
        assertTrue(out.text().contains("\"seed\": \"003\""), out.text());
        assertTrue(!out.text().contains("\"seed\": \"004\""), out.text());
    }

    @Test
    void interruptedClaimsAreUndecided() {
        assertEquals(Exit.UNDECIDED, run(true, "claims", "004.12"));
        assertTrue(out.text().contains("UNDECIDED"), out.text());
    }

    @Test
    void anInterruptedMatrixIsUndecided() {
        assertEquals(Exit.UNDECIDED, run(true, "matrix", "fsdax"));
        assertTrue(out.text().contains("864 combinations not checked"), out.text());
    }

    @Test
    void theCostIsATable() {
        assertEquals(Exit.AS_CLAIMED, run(false, "cost", "devdax"));
        assertTrue(out.text().contains("8,388,608"), out.text());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            claims 004.99      | unknown claim 004.99: nearest is 004.9; ./check claims shows all
            claims --seed 7    | --seed (7) must be one of 000, 001, 002, 003, 004
            matrix devdax      | matrix of devdax: there is one for fsdax only; ./check matrix fsdax
            cost               | cost of nothing: there are figures for devdax only; ./check cost devdax
            """)
    void wrongUsageIsTwoAndOneLine(String line, String message) {
        assertEquals(Exit.USAGE, run(false, line.split(" ")));
        assertEquals("check: " + message + "\n", errors.text());
    }

    private Exit run(boolean interrupted, String... arguments) {
        Console console = new Console(out.page(100), errors.stream(), -1, Ticker.systemTicker(), () -> interrupted);
        return new CheckCommand(console, Shelf.shipped()).run(arguments);
    }
}
