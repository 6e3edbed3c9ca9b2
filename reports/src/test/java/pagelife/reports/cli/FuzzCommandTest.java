package pagelife.reports.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.base.Ticker;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pagelife.reports.Captured;
import pagelife.reports.json.JsonFormatTest;

class FuzzCommandTest {
    private Captured out = new Captured();
    private final Captured errors = new Captured();

    @Test
    void whatIsNewComesFirstThenWhatTheCatalogueKnows() {
        assertEquals(Exit.BROKEN, run("fuzz", "fsdax/5.10", "--count", "64"));
        String text = out.text();
        assertTrue(text.contains("NEW     INV-7 MapAssoc  in 8 steps  touch mm0 0 | invalidate f 0\n"), text);
        assertTrue(text.contains("KNOWN   INV-1 PteRef  in 6 steps  touch mm0 0\n"), text);
        assertTrue(text.indexOf("KNOWN") > text.lastIndexOf("NEW     "), text);
        assertTrue(text.contains("as many workloads were tried as were wanted\n"), text);
        assertTrue(text.endsWith("repeat       ./check fuzz fsdax/5.10 --seed 1 --count 64\n"), text);
    }

    @Test
    void whatIsKeptIsReplayed(@TempDir Path folder) {
        run("fuzz", "fsdax/5.10", "--count", "32", "--keep", folder.toString());
        out = new Captured();
        assertEquals(Exit.AS_CLAIMED, run("replay", folder.toString()));
        assertTrue(out.text().contains("fsdax-5.10-inv-7.litmus  INV-7 MapAssoc, 8 steps\n"), out.text());
        assertTrue(out.text().contains(" 0 gone in "), out.text());
    }

    @Test
    void jsonIsAsItsSchemaSaysAndTheSameEachTime() throws IOException {
        run("fuzz", "fsdax/5.10", "--count", "40", "--seed", "5", "--json", "--threads", "1");
        String once = out.text();
        JsonFormatTest.assertFits("pagelife-fuzz-1", once);
        out = new Captured();
        run("fuzz", "fsdax/5.10", "--count", "40", "--seed", "5", "--json", "--threads", "3");
        assertEquals(untimed(once), untimed(out.text()));
    }

    private static String untimed(String json) {
        return json.substring(0, json.indexOf("\"measured\""));
    }

    @Test
    void whatNoWalkBreaksIsUndecided() {
        assertEquals(
                Exit.UNDECIDED, run("fuzz", "fsdax/7.2-ext4", "--count", "32", "--operations", "1", "--tasks", "1"));
        assertTrue(out.text().contains("not broken   "), out.text());
    }

    @Test
    void aBoundThatSaysWhichTasksThereAreIsRefused() {
        assertEquals(Exit.USAGE, run("fuzz", "fsdax/6.1", "--bound", "faults=1"));
        assertTrue(errors.text().startsWith("check: --bound faults says which tasks there are"), errors.text());
    }

    @Test
    void anUnknownOperationIsRefused() {
        assertEquals(Exit.USAGE, run("fuzz", "fsdax/6.1", "--without", "unpon"));
        assertTrue(errors.text().startsWith("check: there is no operation \"unpon\" to leave out"), errors.text());
    }

    private Exit run(String... arguments) {
        Console console = new Console(out.page(100), errors.stream(), -1, Ticker.systemTicker(), () -> false);
        return new CheckCommand(console, Shelf.shipped()).run(arguments);
    }
}
