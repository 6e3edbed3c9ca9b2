package pagelife.reports.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.base.Ticker;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pagelife.reports.Captured;

/** {@code ./check FILE.litmus...}, as a user calls it. */
class LitmusCommandTest {
    private static final String HEAD = """
            Pagelife waitwake/m4 wakes-at-zero
            "A put wakes at 0, though pages are idle at 1."

            """;

    private static final String GOOD = HEAD + "LTL-1'\nexpect broken in 4\nreach stuck\n";
    private static final String BAD = HEAD + "LTL-1'\nexpect broken in 5\n";

    @TempDir
    Path folder;

    private final Captured out = new Captured();
    private final ByteArrayOutputStream errors = new ByteArrayOutputStream();

    private Exit check(Object... arguments) {
        PrintStream said = new PrintStream(errors, true, StandardCharsets.UTF_8);
        Console console = new Console(out.page(100), said, -1, Ticker.systemTicker(), () -> false);
        String[] words = new String[arguments.length];
        for (int i = 0; i < words.length; i++) {
            words[i] = arguments[i].toString();
        }
        return new CheckCommand(console, Shelf.shipped()).run(words);
    }

    private String errors() {
        return errors.toString(StandardCharsets.UTF_8);
    }

    private Path file(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    @Test
    void oneTestHasItsWholeReport() throws IOException {
        Path file = file("good.litmus", GOOD);
        assertEquals(Exit.AS_CLAIMED, check(file));
        assertTrue(out.text().startsWith("Test wakes-at-zero  A put wakes at 0"), out.text());
        assertTrue(out.text().contains("No  LTL-1'       broken in 4, as expected"), out.text());
        assertTrue(out.text().contains("Ok  reach stuck  happens in 2, as expected"), out.text());
        assertTrue(out.text().contains("LTL-1' StuckWaiter is broken in 4 steps"), out.text());
        assertTrue(out.text().contains("final        "), out.text());
        assertTrue(out.text().contains("repeat       ./check " + file), out.text());
    }

    @Test
    void anExpectationThatIsNotMetIsSaidAndCostsTheExitCode() throws IOException {
        assertEquals(Exit.BROKEN, check(file("bad.litmus", BAD)));
        assertTrue(out.text().contains("broken in 4, where broken in 5 is expected"), out.text());
    }

    @Test
    void aFolderIsRunWithAllBelowItALineForEach() throws IOException {
        Path good = file("a/good.litmus", GOOD);
        Path bad = file("a/b/bad.litmus", BAD);
        file("a/readme.txt", "no test");
        assertEquals(Exit.BROKEN, check(folder, "--progress", "off"));
        assertTrue(out.text().contains("DIFFERS    " + bad), out.text());
        assertTrue(out.text().contains("OK         " + good), out.text());
        assertTrue(out.text().contains("1 test as expected, 1 not in "), out.text());
    }

    @Test
    void aMistakeInOneFileDoesNotKeepTheOthersFromRunning() throws IOException {
        Path good = file("good.litmus", GOOD);
        Path wrong = file("wrong.litmus", HEAD + "forbid stuk\n");
        assertEquals(Exit.USAGE, check(wrong, good));
        assertTrue(out.text().contains("OK         " + good), out.text());
        assertTrue(errors().startsWith("check: " + wrong + ":4:8: "), errors());
        assertTrue(errors().endsWith("\n  forbid stuk\n         ^\n"), errors());
    }

    @Test
    void aVariantIsWrittenAsALitmusTestThatIsAsExpected() throws IOException {
        assertEquals(Exit.AS_CLAIMED, check("waitwake/m6", "--bound", "pins=2", "--as-litmus"));
        assertTrue(out.text().startsWith("Pagelife waitwake/m6 m6\n"), out.text());
        Path file = file("m6.litmus", out.text());
        assertEquals(Exit.AS_CLAIMED, check(file), errors());
    }

    @Test
    void aCounterexampleIsKeptAsATestWithASchedule() throws IOException {
        assertEquals(Exit.AS_CLAIMED, check("waitwake/m4", "--property", "LTL-1'", "--as-litmus=schedules"));
        String text = out.text();
        assertTrue(
                text.endsWith("LTL-1' StuckWaiter\nexpect broken in 4\nschedule waiter: w0 w1 w2; unpin: k1\n"), text);
        assertEquals(Exit.AS_CLAIMED, check(file("kept.litmus", text)), errors());
        assertEquals(Exit.USAGE, check("waitwake/m4", "--as-litmus=runs"));
    }

    @Test
    void whatAFileSaysItselfIsNoOption() throws IOException {
        Path file = file("good.litmus", GOOD);
        assertEquals(Exit.USAGE, check(file, "--property", "LTL-1'"));
        assertEquals(Exit.USAGE, check(file, "--rule", "puts=once"));
        assertEquals(Exit.USAGE, check(file, "--ltl", "[]stuck"));
        assertEquals(Exit.USAGE, check(file, "--as-litmus"));
        assertEquals(Exit.USAGE, check(file, file("b.litmus", GOOD), "--checkpoint", folder.resolve("c")));
        assertEquals(Exit.USAGE, check(file, "waitwake/m4"));
        assertEquals(Exit.USAGE, check("waitwake/m4", file));
        assertEquals(Exit.USAGE, check("--as-litmus"));
    }

    @Test
    void severalTestsAreOneDocument() throws IOException {
        Path good = file("good.litmus", GOOD + "exists stuck\n");
        Path bad = file("sub/bad.litmus", BAD);
        assertEquals(Exit.BROKEN, check(good, bad, "--json"));
        assertTrue(out.text().contains("\"format\": \"pagelife-litmus/1\""), out.text());
        assertTrue(out.text().contains("\"asExpected\": 1,"), out.text());
    }

    @Test
    void hostileFilesAreAnsweredInOneLine() throws IOException {
        Path huge = folder.resolve("huge.litmus");
        Files.write(huge, new byte[(1 << 20) + 1]);
        refused(huge, "more than 1048576 bytes");
        Path binary = folder.resolve("binary.litmus");
        Files.write(binary, new byte[] {80, 0, 1});
        refused(binary, "is not text: byte 1 is 0");
        Path latin = folder.resolve("latin.litmus");
        Files.write(latin, new byte[] {80, (byte) 0xe4, 80});
        refused(latin, "is not UTF-8 text: byte 1");
        refused(folder.resolve("absent.litmus"), "there is no file");
        Path empty = Files.createDirectory(folder.resolve("empty.litmus"));
        refused(empty, "has no litmus test");
        Path loop = Files.createSymbolicLink(folder.resolve("loop.litmus"), folder.resolve("loop.litmus"));
        refused(loop, "there is no file");
        refused(file("test.txt", GOOD), "is a file but not a litmus test");
    }

    private void refused(Path file, String says) {
        errors.reset();
        assertEquals(Exit.USAGE, check(file));
        assertTrue(errors().contains(says), errors());
        assertEquals(1, errors().lines().count(), errors());
        assertFalse(errors().contains("\tat "), errors());
    }

    @Test
    void aFormulaTooDeepIsAMistakeLikeOthers() throws IOException {
        assertEquals(Exit.USAGE, check(file("deep.litmus", HEAD + "forbid " + "(".repeat(100_000))));
        assertEquals(Exit.USAGE, check(file("deep.litmus", HEAD + "(".repeat(100_000))));
        assertTrue(errors().lines().allMatch(line -> line.length() < 1_000), errors());
    }

    @Test
    void aLongLineIsShownAroundItsMistake() throws IOException {
        Path file = file("long.litmus", HEAD + "forbid " + "stuck && ".repeat(300) + "stuk\n");
        assertEquals(Exit.USAGE, check(file));
        assertTrue(errors().lines().skip(1).allMatch(line -> line.length() < 100), errors());
    }
}
