package pagelife.reports.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.base.Ticker;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pagelife.reports.Captured;
import pagelife.reports.json.JsonFormatTest;

class MoreCommandTest {
    private final Captured out = new Captured();
    private final Captured errors = new Captured();

    @Test
    void stepsThatTheClaimDoesNotDependOnAreOneLineUnlessAllAreWanted() {
        run("fsdax/6.1", "--property", "INV-3");
        assertTrue(out.text().contains("-- steps 1 to 6: a page fault has mapped P0\n"), out.text());
        assertTrue(
                out.text().contains("-- steps 8 to 9: removal: declare device dead, wait for srcu readers\n"),
                out.text());
        assertFalse(out.text().contains("f1 take invalidate lock"), out.text());
        assertTrue(out.text().contains("--all-steps shows them"), out.text());
        out.clear();
        run("fsdax/6.1", "--property", "INV-3", "--all-steps");
        assertTrue(out.text().contains("f1 take invalidate lock"), out.text());
        assertFalse(out.text().contains("-- steps") || out.text().contains("folded "), out.text());
    }

    @Test
    void aFurtherCounterexampleSaysWhichDecisiveStepItLacks() {
        assertEquals(Exit.BROKEN, run("fsdax/6.1", "--property", "INV-3", "--more", "3"));
        assertTrue(
                out.text()
                        .startsWith("VIOLATED  INV-3 PinPgmap  in 14 steps  no page whose pagemap is gone is pinned\n"
                                + "VIOLATED  INV-3 PinPgmap  in 17 steps  never takes gup: s1 grab page; no other lacks a"
                                + " decisive"),
                out.text());
        assertTrue(
                out.text()
                        .contains(
                                "INV-3 PinPgmap is broken in 17 steps\n"
                                        + "  never takes gup: s1 grab page; no other lacks a decisive step of each that is shown\n"),
                out.text());
        assertTrue(out.text().endsWith("repeat       ./check fsdax/6.1 --property INV-3 --more 3\n"), out.text());
    }

    @Test
    void aClaimAboutRunsHasFurtherOnesToo() {
        assertEquals(Exit.BROKEN, run("G-a/6.1", "--property", "LTL-1'", "--more", "1"));
        assertTrue(out.text().contains("LTL-1' StuckWaiter  in 20 steps  never takes gup: s1 grab page"), out.text());
    }

    @Test
    void aCounterexamplePassesTheStateThatIsAskedFor() throws IOException {
        assertEquals(Exit.BROKEN, run("fsdax/6.1", "--property", "INV-3", "--through", "truncate@t5", "--json"));
        JsonFormatTest.assertFits("pagelife-check-2", out.text());
        assertTrue(out.text().contains("\"apart\": \"truncate@t5 after step 13\""), out.text());
        assertTrue(out.text().contains("\"length\": 19"), out.text());
    }

    @Test
    void thatNonePassesSuchAStateIsSaid() {
        assertEquals(Exit.BROKEN, run("fsdax/6.1", "--property", "INV-3", "--through", "page(P0).refs = 99"));
        assertTrue(
                out.text().contains("INV-3 PinPgmap  in 14 steps  none passes a state where page(P0).refs = 99"),
                out.text() + errors.text());
    }

    @Test
    void aRunIsKeptOnce(@TempDir Path folder) {
        Path file = folder.resolve("inv-3.litmus");
        run("fsdax/6.1", "--property", "INV-3", "--more", "1", "--save", file.toString());
        out.clear();
        assertEquals(Exit.AS_CLAIMED, run("replay", file.toString()), errors.text());
        assertTrue(out.text().contains("1 run executed"), out.text());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --more 1                         | --more needs one VARIANT to apply to; ./check list shows all
            share --more 1                   | --more needs one VARIANT to apply to; ./check list shows all
            G-a --through device=ALIVE       | --through needs one VARIANT to apply to; ./check list shows all
            fsdax/6.1 --more 0               | --more (0) must be a positive whole number, such as 1000, 250k or 10M
            ../specs/litmus/bugs/i-08-mapped.litmus --more 1 | --more needs one VARIANT to apply to; ./check list shows all
            """)
    void whatIsForOneProtocolIsRefusedElsewhere(String arguments, String message) {
        assertEquals(Exit.USAGE, run(arguments.split(" ")));
        assertEquals("check: " + message + "\n", errors.text());
    }

    @Test
    void anExpressionThatCannotBeReadIsShownWithItsPlace() {
        assertEquals(Exit.USAGE, run("fsdax/6.1", "--through", "page(P7).refs = 1"));
        assertTrue(errors.text().startsWith("check: --through, "), errors.text());
        assertTrue(errors.text().endsWith("  page(P7).refs = 1\n       ^\n"), errors.text());
    }

    private Exit run(String... arguments) {
        Console console = new Console(out.page(100), errors.stream(), -1, Ticker.systemTicker(), () -> false);
        return new CheckCommand(console, Shelf.shipped()).run(arguments);
    }
}
