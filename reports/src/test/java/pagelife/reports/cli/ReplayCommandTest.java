package pagelife.reports.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.base.Ticker;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pagelife.reports.Captured;
import pagelife.reports.json.JsonFormatTest;

class ReplayCommandTest {
    @TempDir
    private Path folder;

    private final Captured out = new Captured();
    private final Captured errors = new Captured();
    private Path file;

    @BeforeEach
    void save() {
        file = folder.resolve("kept.litmus");
        assertEquals(Exit.AS_CLAIMED, run("save", "fsdax/6.1", "--property", "INV-3", "-o", file.toString()));
        assertTrue(out.text().startsWith("1 run kept in " + file + ": "), out.text());
    }

    @Test
    void whatWasSavedReproduces() throws IOException {
        String text = Files.readString(file);
        assertTrue(text.contains("# Kept by ./check fsdax/6.1 --property INV-3\n"), text);
        assertTrue(text.contains("  gup: s1 follow_page_pte()"), text);
        assertEquals(Exit.AS_CLAIMED, run("replay", file.toString()));
        assertTrue(
                out.text().contains("  REPRODUCES  in fsdax/6.1: each of its 14 steps does what it did"), out.text());
    }

    @Test
    void jsonIsAsItsSchemaSays() throws IOException {
        for (String variant : new String[] {"fsdax/6.1", "fsdax/7.2-ext4", "fsdax/5.10"}) {
            Captured json = new Captured();
            run(json, "replay", file.toString(), "--against", variant, "--json");
            JsonFormatTest.assertFits("pagelife-replay-1", json.text());
        }
    }

    @Test
    void theExitCodeSaysWhetherAnotherProtocolIsFixed() {
        assertEquals(Exit.BROKEN, run("replay", file.toString(), "--against", "fsdax/6.1"));
        assertEquals(Exit.BROKEN, run("replay", file.toString(), "--against", "fsdax/7.2-ext4"));
        assertTrue(out.text().contains("fault: f6 is split here: f6a, f6b, f6c stand for it"), out.text());
        out.clear();
        assertEquals(Exit.AS_CLAIMED, run("replay", file.toString(), "--against", "fsdax/7.2-xfs"));
        assertTrue(
                out.text()
                        .replaceAll("\\s+", " ")
                        .contains("(removal: r1) cannot be taken: it waits while entryWaiters(f,0) = removal"),
                out.text());
    }

    @Test
    void ofAStepThatThereIsNotNothingIsSaid() throws IOException {
        Files.writeString(file, Files.readString(file).replace("fault: f6 ", "fault: f66 "));
        assertEquals(Exit.UNDECIDED, run("replay", file.toString(), "--against", "fsdax/6.1"));
        assertTrue(out.text().contains("nothing can be said: UNKNOWN STEP, step 6 of 14 (fault: f66)"), out.text());
    }

    @Test
    void aFileThatIsCutOffOrForeignIsRefusedWithItsPlace() throws IOException {
        String text = Files.readString(file);
        for (int end = 0; end < text.length(); end += 97) {
            Files.writeString(file, text.substring(0, end));
            Exit exit = run("replay", file.toString());
            assertFalse(exit == Exit.FAULT, errors.text());
        }
        Files.writeString(file, text.replace("  gup: s1 follow", "  gup s1 follow"));
        assertEquals(Exit.USAGE, run("replay", file.toString()));
        assertTrue(errors.text().contains("kept.litmus:"), errors.text());
        Files.write(file, new byte[] {0, 1, 2, (byte) 0xff});
        assertEquals(Exit.USAGE, run("replay", file.toString()));
    }

    /** Too large, cut off in the middle of a character, one endless line, nested without end, not a file, not to be read. */
    @Test
    void aHugeOrHostileFileIsALine() throws IOException {
        String text = Files.readString(file);
        Path loop = Files.createSymbolicLink(folder.resolve("loop.litmus"), folder.resolve("loop.litmus"));
        for (byte[] bytes : new byte[][] {
            (text + "# " + "x".repeat(1 << 20)).getBytes(StandardCharsets.UTF_8),
            text.replace("touch mm0 0", "loop { ".repeat(20_000)).getBytes(StandardCharsets.UTF_8),
            text.replace("expect broken in 14", "expect broken in 99999999999999999999")
                    .getBytes(StandardCharsets.UTF_8),
            text.replace("pagemap = ", "\"\\u00zz\" = ").getBytes(StandardCharsets.UTF_8),
            text.replace("run\n", "run\n  loop\n  loop\n").getBytes(StandardCharsets.UTF_8)
        }) {
            Files.write(file, bytes);
            refused(file.toString());
        }
        byte[] cut = (text + "\u00fc").getBytes(StandardCharsets.UTF_8);
        Files.write(file, java.util.Arrays.copyOf(cut, cut.length - 1));
        refused(file.toString());
        refused(loop.toString());
    }

    private void refused(String name) {
        errors.clear();
        assertEquals(Exit.USAGE, run("replay", name), errors::text);
        assertTrue(errors.text().startsWith("check: ") && errors.text().contains(name), errors.text());
        assertTrue(errors.text().lines().count() <= 3, errors.text());
    }

    @Test
    void aFileOfAnotherKindIsNotOverwritten() throws IOException {
        Path other = Files.writeString(folder.resolve("mine.litmus"), "my notes");
        assertEquals(Exit.USAGE, run("save", "fsdax/6.1", "-o", other.toString()));
        assertEquals("my notes", Files.readString(other));
    }

    @Test
    void nothingIsKeptWhereNothingIsBroken() {
        assertEquals(
                Exit.USAGE,
                run("save", "teardown/5.2", "-o", folder.resolve("x.litmus").toString()));
        assertTrue(errors.text().contains("nothing is kept: no claim is broken"), errors.text());
    }

    @Test
    void aRuleNeedsAProtocol() {
        assertEquals(Exit.USAGE, run("replay", file.toString(), "--rule", "busyCheck=off"));
    }

    private Exit run(String... arguments) {
        return run(out, arguments);
    }

    private Exit run(Captured page, String... arguments) {
        Console console = new Console(page.page(100), errors.stream(), -1, Ticker.systemTicker(), () -> false);
        return new CheckCommand(console, Shelf.shipped()).run(arguments);
    }
}
