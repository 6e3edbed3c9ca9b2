package pagelife.reports.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.base.Ticker;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import pagelife.reports.Captured;
import pagelife.reports.Golden;
import pagelife.reports.json.JsonFormatTest;

class DiffCommandTest {
    private final Captured out = new Captured();
    private final Captured errors = new Captured();

    @Test
    void rulesVerdictsAndTheFirstStepAtWhichTheTwinTurnsAreShown() {
        assertEquals(Exit.AS_CLAIMED, run("diff", "fsdax/6.1", "fsdax/7.2-ext4"));
        Golden.expect("diff.txt", out.text().replaceAll("in [0-9.,]+ s\n", "in T s\n"));
    }

    @Test
    void jsonIsAsItsSchemaSays() throws IOException {
        assertEquals(Exit.AS_CLAIMED, run("diff", "entrylock/5.2", "entrylock/5.12", "--json"));
        JsonFormatTest.assertFits("pagelife-diff-1", out.text());
        Golden.expect("diff.json", JsonFormatTest.unmeasured(out.text()));
    }

    @Test
    void aClaimAboutRunsIsComparedWhenItIsNamed() {
        assertEquals(Exit.AS_CLAIMED, run("diff", "G-a/6.1", "fsdax/6.1", "--property", "LTL-1'"));
        assertTrue(out.text().contains("  LTL-1' StuckWaiter  broken in 17 -> holds\n"), out.text());
        assertTrue(out.text().contains("gup: s3[unpin_user_page] makes no choice here"), out.text());
        assertTrue(out.text().contains("  unpinWakes  off -> on"), out.text());
        assertTrue(
                out.text().endsWith("repeat       ./check diff G-a/6.1 fsdax/6.1 --property 'LTL-1'\\'''\n")
                        || out.text().endsWith("repeat       ./check diff G-a/6.1 fsdax/6.1 --property \"LTL-1'\"\n"),
                out.text());
    }

    @Test
    void whatIsNamedIsShownWhereItIsTheSameToo() {
        assertEquals(Exit.AS_CLAIMED, run("diff", "fsdax/6.1", "fsdax/7.2-ext4", "--property", "INV-4"));
        assertTrue(out.text().contains("  INV-4 BlockPin  holds -> holds\n"), out.text());
    }

    @Test
    void protocolsOfOnesOwnAreCompared() {
        String file = "../specs/own/Peterson.java";
        assertEquals(Exit.AS_CLAIMED, run("diff", file + "/two", file + "/hasty"), errors::text);
        assertTrue(out.text().contains("  mutual exclusion  holds -> broken in 8\n"), out.text());
        assertTrue(out.text().contains("p1: idle upL1 markL1; p0: idle upL1 markL1 waitL1; p1: waitL1"), out.text());
    }

    @Test
    void aLimitLeavesItOpen() {
        assertEquals(Exit.UNDECIDED, run("diff", "fsdax/6.1", "fsdax/7.2-ext4", "--max-states", "10"));
    }

    @Test
    void twoFamiliesAreRefused() {
        assertEquals(Exit.USAGE, run("diff", "fsdax/6.1", "gup/fork-5.9"));
        assertEquals(
                "check: fsdax/6.1 and gup/fork-5.9 are of two families, fsdax and gup: name two protocols of one, which"
                        + " ./check list shows\n",
                errors.text());
    }

    @Test
    void aClaimOfNeitherIsRefused() {
        assertEquals(Exit.USAGE, run("diff", "fsdax/6.1", "fsdax/7.2-ext4", "--property", "INV-99"));
        assertEquals("check: property INV-99 is of neither protocol; ./check list fsdax shows all\n", errors.text());
    }

    private Exit run(String... arguments) {
        Console console = new Console(out.page(100), errors.stream(), -1, Ticker.systemTicker(), () -> false);
        return new CheckCommand(console, Shelf.shipped()).run(arguments);
    }
}
