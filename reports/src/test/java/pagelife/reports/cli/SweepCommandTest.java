package pagelife.reports.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.base.Ticker;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import pagelife.reports.Captured;
import pagelife.reports.json.JsonFormatTest;

class SweepCommandTest {
    private final Captured out = new Captured();
    private final Captured errors = new Captured();

    @Test
    void theRaiseThatBreaksAClaimIsShownWithItsCommand() {
        assertEquals(Exit.BROKEN, run("waitwake/right", "--sweep"));
        assertTrue(out.text().contains("baseDrops=1"), out.text());
        assertTrue(out.text().contains("breaks a waiter finds the pages idle in 2, LTL-1'"), out.text());
        assertTrue(out.text().contains("./check waitwake/right --bound baseDrops=1 --property 'a"), out.text());
        assertTrue(out.text().matches("(?s).*  pages=2 baseDrops=1 .*the other 5 hold.*"), out.text());
        assertTrue(out.text().endsWith("repeat       ./check waitwake/right --sweep\n"), out.text());
    }

    @Test
    void aReportOfWhatHoldsSaysWhichRaiseIsKnownToBreakIt() throws IOException {
        assertEquals(Exit.AS_CLAIMED, run("waitwake/right"));
        assertTrue(
                out.text()
                        .replaceAll("\\s+", " ")
                        .contains("holds within these bounds; broken with baseDrops=1: a waiter finds the pages idle,"
                                + " LTL-1' StuckWaiter, no deadlock: ./check waitwake/right --bound baseDrops=1"),
                out.text());
        out.clear();
        assertEquals(Exit.AS_CLAIMED, run("waitwake/right", "--json"));
        assertTrue(out.text().contains("\"bounds\": \"baseDrops=1\""), out.text());
        JsonFormatTest.assertFits("pagelife-check-2", out.text());
    }

    @Test
    void whatIsAskedOtherwiseIsNotSaidToBeKnown() {
        run("waitwake/right", "--bound", "signals=1");
        assertTrue(!out.text().contains("holds within these bounds"), out.text());
        out.clear();
        run("waitwake/m1", "--property", "INV-5");
        assertTrue(!out.text().contains("holds within these bounds"), out.text());
    }

    @Test
    void theCommandShownBreaksTheClaimInAsManySteps() {
        assertEquals(Exit.BROKEN, run("waitwake/right", "--bound", "baseDrops=1", "--property", "LTL-1'"));
        assertTrue(out.text().contains("in 6 steps"), out.text());
    }

    @Test
    void jsonIsAsItsSchemaSays() throws IOException {
        assertEquals(Exit.BROKEN, run("layouts/6.16", "--sweep", "--json"));
        JsonFormatTest.assertFits("pagelife-sweep-1", out.text());
    }

    @Test
    void aBoundThatNobodyUsesIsSaid() {
        run("fsdax/7.2-ext4", "--sweep", "--property", "INV-1", "--max-states", "9000");
        assertTrue(out.text().lines().anyMatch(line -> line.matches("  files=2 .*nobody uses it: .*")), out.text());
        assertTrue(out.text().contains("not tried"), out.text());
    }

    @Test
    void aSweepIsOfOneProtocolAndAsksItsClaims() {
        refused("--sweep needs one VARIANT to apply to", "--sweep");
        refused("--sweep needs one VARIANT to apply to", "x.litmus", "--sweep");
        refused("--ltl does not go with --sweep", "waitwake/right", "--sweep", "--ltl", "[]true");
        refused("--time is how long --sweep or --any may take", "waitwake/right", "--time", "3s");
        refused("unknown property INV-77", "waitwake/right", "--sweep", "--property", "INV-77");
    }

    private void refused(String why, String... arguments) {
        errors.clear();
        assertEquals(Exit.USAGE, run(arguments));
        assertTrue(errors.text().startsWith("check: " + why), errors.text());
    }

    private Exit run(String... arguments) {
        Console console = new Console(out.page(100), errors.stream(), -1, Ticker.systemTicker(), () -> false);
        return new CheckCommand(console, Shelf.shipped()).run(arguments);
    }
}
