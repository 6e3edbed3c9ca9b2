package pagelife.reports.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.base.Ticker;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import pagelife.reports.Captured;
import pagelife.reports.json.JsonFormatTest;

class SimulateCommandTest {
    private Captured out = new Captured();
    private final Captured errors = new Captured();

    @Test
    void whatWalksBreakIsToldAsASearchTellsIt() {
        assertEquals(Exit.BROKEN, run("simulate", "G-a/6.1", "--count", "300", "--strategy", "pct-3"));
        String text = out.text();
        assertTrue(text.contains("VIOLATED   LTL-1' StuckWaiter"), text);
        assertTrue(text.contains("VIOLATED   no stuck waiter"), text);
        assertTrue(text.contains(" steps, perhaps not the fewest: from a random walk\n"), text);
        assertTrue(text.contains("BROKEN  truncate sleeps for P0 (since step "), text);
        assertTrue(
                text.endsWith("repeat       ./check simulate G-a/6.1 --count 300 --depth 250 --strategy pct-3"
                        + " --seed 1\n"),
                text);
    }

    @Test
    void whatNoWalkBreaksIsUndecidedAndNeverHolds() {
        assertEquals(Exit.UNDECIDED, run("simulate", "devdax/7.2", "--count", "20", "--property", "INV-2"));
        assertTrue(out.text().startsWith("UNDECIDED  INV-2 PtePgmap  not broken in 20 walks\n"), out.text());
        assertFalse(out.text().contains("HOLDS"), out.text());
    }

    @Test
    void theNumberOfThreadsChangesNothing() {
        String alone = found("1");
        assertEquals(alone, found("2"));
        assertEquals(alone, found("5"));
    }

    private String found(String threads) {
        out = new Captured();
        run("simulate", "fsdax/5.10", "--count", "100", "--strategy", "pct-3", "--threads", threads, "--json");
        return out.text().replaceAll("\"measured\": \\{[^}]*\\{[^}]*\\}[^}]*\\}", "");
    }

    @Test
    void jsonIsAsItsSchemaSays() throws IOException {
        run("simulate", "G-a/6.1", "--count", "50", "--strategy", "delay-2", "--json");
        JsonFormatTest.assertFits("pagelife-check-2", out.text());
        assertTrue(out.text().contains("\"remark\": \"not broken in 50 walks\""), out.text());
        assertTrue(out.text().contains("\"search\": \"RANDOM_WALKS\""), out.text());
    }

    @Test
    void theConditionsOfALitmusTestAreAsked() {
        assertEquals(Exit.BROKEN, run("simulate", "../specs/litmus/bugs/i-24.litmus", "--count", "50"));
        assertTrue(out.text().contains("VIOLATED  INV-11 EntryPage  in 2 steps"), out.text());
    }

    @Test
    void timeEndsThem() {
        assertEquals(Exit.UNDECIDED, run("simulate", "devdax/7.2", "--time", "50ms", "--property", "INV-2"));
        assertTrue(out.text().contains("the limit on time was reached\n"), out.text());
        assertTrue(out.text().contains("simulate devdax/7.2 --property INV-2 --time 50ms --depth 250"), out.text());
    }

    @Test
    void whatIsNoStrategyIsRefused() {
        assertEquals(Exit.USAGE, run("simulate", "fsdax/6.1", "--strategy", "pct-0"));
        assertEquals(
                "check: --strategy (pct-0) must be uniform, pct-N or delay-N with a number from 1 to 9999, such as"
                        + " pct-3\n",
                errors.text());
    }

    private Exit run(String... arguments) {
        Console console = new Console(out.page(100), errors.stream(), -1, Ticker.systemTicker(), () -> false);
        return new CheckCommand(console, Shelf.shipped()).run(arguments);
    }
}
