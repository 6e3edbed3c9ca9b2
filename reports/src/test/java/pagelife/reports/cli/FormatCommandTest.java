package pagelife.reports.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.base.Ticker;
import io.vavr.collection.Vector;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pagelife.reports.Captured;
import pagelife.reports.ToyFamily;
import pagelife.reports.ask.NamedFormat;

class FormatCommandTest {
    private final Captured out = new Captured();
    private final Captured errors = new Captured();

    @TempDir
    private Path folder;

    @Test
    void aFormatGoesToStandardOutput() {
        run("toy/racy", "--json");
        String document = out.text();
        Captured again = new Captured();
        command(again).run("toy/racy", "--format", "json");
        assertEquals(unmeasured(document), unmeasured(again.text()));
        assertTrue(document.startsWith("{"), document);
    }

    @Test
    void filesAreNamedAfterWhatTheyAreAbout() throws IOException {
        assertEquals(Exit.BROKEN, run("toy/racy", "--format", "json,text", "--out", folder.toString()));
        assertEquals(List.of("toy-racy.json", "toy-racy.txt"), files());
        assertTrue(out.text().startsWith("VIOLATED"), out.text());
        assertTrue(out.text().contains("written      "), out.text());
        assertEquals(
                out.text().substring(0, out.text().indexOf("written      ")),
                Files.readString(folder.resolve("toy-racy.txt")));
    }

    @Test
    void theCatalogueGrowsOnStandardOutputAndIsWrittenWhole() throws IOException {
        assertEquals(Exit.AS_CLAIMED, run("--format", "json", "--out", folder.toString()));
        assertTrue(out.text().contains("2 specs as expected"), out.text());
        assertTrue(Files.readString(folder.resolve("catalogue.json")).contains("\"asExpected\": 2"));
    }

    @Test
    void theFolderIsMade() throws IOException {
        run("list", "toy", "--json", "--out", folder.resolve("a/b").toString());
        assertTrue(Files.exists(folder.resolve("a/b/list.json")));
    }

    @Test
    void severalFormatsNeedAFolder() {
        refused(
                "check: --format (json,text) names several formats: say with --out DIR where their files go, or name one\n",
                "toy/racy",
                "--format",
                "json,text");
    }

    @Test
    void anUnknownFormatIsRefusedBeforeAnythingIsSearched() {
        refused(
                "check: unknown format jsno: nearest is json; ./check writes "
                        + NamedFormat.writing("check").mkString(", ") + "\n",
                "toy/racy",
                "--format",
                "jsno");
    }

    @Test
    void aFolderThatIsAFileIsRefused() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        assertEquals(Exit.USAGE, run("toy/racy", "--json", "--out", file.toString()));
        assertTrue(errors.text().startsWith("check: --out (" + file + ") cannot be made a folder"), errors.text());
        assertEquals("", out.text());
    }

    @Test
    void aNameHoldsNothingThatAFileSystemWouldObey() {
        assertEquals("etc-passwd", Folder.word("../../etc/passwd"));
        assertEquals("LTL-1-", Folder.word("LTL-1'"));
        assertFalse(Folder.word("x".repeat(500)).length() > 80);
    }

    private void refused(String message, String... arguments) {
        assertEquals(Exit.USAGE, run(arguments));
        assertEquals(message, errors.text());
        assertEquals("", out.text());
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private static String unmeasured(String document) {
        return document.substring(0, document.indexOf("\"measured\""));
    }

    private Exit run(String... arguments) {
        return command(out).run(arguments);
    }

    private CheckCommand command(Captured to) {
        Console console = new Console(to.page(100), errors.stream(), -1, Ticker.systemTicker(), () -> false);
        return new CheckCommand(console, Shelf.of(Vector.of(new ToyFamily())));
    }
}
