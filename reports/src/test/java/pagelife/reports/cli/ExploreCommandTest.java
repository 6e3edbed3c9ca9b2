package pagelife.reports.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.base.Ticker;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import pagelife.reports.Captured;

/** {@code check explore --terminal}, by a script. */
@ResourceLock(Resources.SYSTEM_PROPERTIES)
class ExploreCommandTest {
    @TempDir
    private Path folder;

    private static String explore(String variant, String... lines) {
        return run(Exit.AS_CLAIMED, new String[] {"explore", variant, "--terminal"}, lines);
    }

    private static String run(Exit expected, String[] arguments, String... lines) {
        Captured out = new Captured();
        InputStream before = System.in;
        System.setIn(new ByteArrayInputStream(String.join("\n", lines).getBytes(StandardCharsets.UTF_8)));
        try {
            Console console = new Console(out.page(100), out.stream(), -1, Ticker.systemTicker(), () -> false);
            Exit exit = new CheckCommand(console, Shelf.shipped()).run(arguments);
            assertEquals(expected, exit, out.text());
        } finally {
            System.setIn(before);
        }
        return out.text();
    }

    @Test
    void aStepIsChosenByItsNumberAndShowsWhatItChanges() {
        String said = explore("waitwake/m1", "1", "s", "q");
        assertTrue(said.contains("at the start\n  1  "), said);
        assertTrue(said.contains("> 1. "), said);
        assertTrue(said.contains("after step 1"), said);
    }

    @Test
    void aStepIsUndone() {
        String said = explore("waitwake/m1", "1 1", "u", "h", "u 5", "h", "u");
        assertTrue(said.contains("after step 2"), said);
        assertTrue(said.contains("> after step 1"), said);
        assertTrue(said.contains("none yet"), said);
        assertTrue(said.contains("this is the start: there is nothing to undo"), said);
    }

    @Test
    void whatIsWrongCostsALine() {
        String said = explore("waitwake/m1", "x", "99", "u x", "w name", "v NO-1", "?");
        assertTrue(said.contains("> x is not a command: ? shows those there are\n"), said);
        assertTrue(said.contains("step (99) must be a number from 1 to "), said);
        assertTrue(said.contains("w (name) must name a file that ends in .litmus"), said);
        assertTrue(said.contains("unknown claim NO-1"), said);
        assertTrue(said.contains("write a litmus test"), said);
    }

    @Test
    void oneGoesToAViolationAndSavesItAsATestThatIsAsExpected() throws IOException {
        Path file = folder.resolve("mine.litmus");
        String said = explore("gup/fork-5.9", "v a pinned page stays the program's", "c", "w " + file);
        assertTrue(said.contains("false here a pinned page stays the program's"), said);
        assertTrue(said.contains("written " + file), said);
        assertTrue(Files.readString(file).contains("schedule"), Files.readString(file));
        run(Exit.AS_CLAIMED, new String[] {file.toString()});
    }

    @Test
    void aWayThatBreaksNothingIsATestToo() throws IOException {
        Path file = folder.resolve("way.litmus");
        explore("gup/fork-5.9", "1 1 1", "w " + file);
        assertTrue(Files.readString(file).contains("reach "), Files.readString(file));
        run(Exit.AS_CLAIMED, new String[] {file.toString()});
    }

    @Test
    void aFileOfFormatItfIsGoneOnFrom() throws IOException {
        run(Exit.BROKEN, new String[] {"gup/fork-5.9", "--format", "itf", "--out", folder.toString()});
        Path file;
        try (var files = Files.list(folder)) {
            file = files.filter(one -> one.toString().endsWith(".itf.json"))
                    .findFirst()
                    .get();
        }
        String said = run(
                Exit.AS_CLAIMED,
                new String[] {"explore", "gup/fork-5.9", "--terminal", "--from", file.toString()},
                "h",
                "c");
        assertTrue(said.contains("after step 7"), said);
        String refused =
                run(Exit.USAGE, new String[] {"explore", "waitwake/m1", "--terminal", "--from", file.toString()});
        assertTrue(refused.startsWith("check: --from ("), refused);
        assertEquals(1, refused.lines().count(), refused);
    }

    @Test
    void aFileThatIsNotThereIsALine() {
        String said = run(Exit.USAGE, new String[] {"explore", "waitwake/m1", "--from", "nosuch.json"});
        assertTrue(said.startsWith("check: --from (nosuch.json) cannot be read"), said);
        assertFalse(said.contains("\tat "), said);
    }

    @Test
    void aPortIsANumberThatThereIs() {
        String said = run(Exit.USAGE, new String[] {"explore", "waitwake/m1", "--port", "65536"});
        assertTrue(said.contains("--port (65536) must be at most 65535"), said);
    }
}
