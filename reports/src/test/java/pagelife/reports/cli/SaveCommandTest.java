package pagelife.reports.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.base.Ticker;
import io.vavr.collection.SortedMap;
import io.vavr.collection.TreeMap;
import io.vavr.collection.Vector;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pagelife.reports.Captured;

/** Keeps the runs of a folder of tests. */
class SaveCommandTest {
    private static final Path SPECS = Path.of("..", "specs");
    private static final Path CORPUS = SPECS.resolve("corpus");

    @TempDir
    private Path folder;

    private final Captured out = new Captured();
    private final Captured errors = new Captured();

    /** {@code -Dupdate.golden} writes the corpus anew. */
    @Test
    void theCorpusIsWhatOneCommandMakesOfTheTests() throws IOException {
        assertEquals(Exit.AS_CLAIMED, save(SPECS.resolve("litmus"), folder), errors::text);
        assertTrue(
                out.text()
                        .startsWith("145 runs of 80 tests kept in " + folder
                                + ", in 36 others nothing is broken: ./check replay "),
                out.text());
        SortedMap<String, String> made = texts(folder).mapValues(text -> text.replace("save ../specs/", "save specs/"));
        if (System.getProperty("update.golden") != null) {
            for (var file : made) {
                Files.writeString(CORPUS.resolve(file._1()), file._2());
            }
        }
        SortedMap<String, String> kept = texts(CORPUS);
        assertEquals(made.keySet(), kept.keySet(), "a file for each test in which something is broken");
        made.forEach((name, text) -> assertEquals(text, kept.get(name).get(), name));
    }

    private static SortedMap<String, String> texts(Path files) throws IOException {
        SortedMap<String, String> texts = TreeMap.empty();
        try (Stream<Path> all = Files.list(files)) {
            for (Path file : Vector.ofAll(all)) {
                texts = texts.put(file.getFileName().toString(), Files.readString(file));
            }
        }
        return texts;
    }

    @Test
    void whatCannotBeKeptInAFolderIsALine() throws IOException {
        Path tests = Files.createDirectories(folder.resolve("tests/a")).getParent();
        Path test = SPECS.resolve("litmus/bugs/i-01.litmus");
        Files.copy(test, tests.resolve("i-01.litmus"));
        refused(tests, tests.resolve("a"), "is in " + tests + ", which the tests are read from");
        Path file = Files.writeString(folder.resolve("notes"), "mine");
        refused(tests, file, "is not a folder, but " + tests + " is: name a folder");
        refused(tests, folder.resolve("to"), "--fixed goes with one test", "--fixed", "teardown/5.2");
        Files.copy(test, tests.resolve("a/i-01.litmus"));
        refused(tests, folder.resolve("to"), "would be kept in one file: rename all but one of them");
        assertFalse(Files.exists(folder.resolve("to")));
    }

    @Test
    void aFolderInWhichNothingIsBrokenIsNotKept() throws IOException {
        Path tests = Files.createDirectory(folder.resolve("tests"));
        Files.copy(SPECS.resolve("litmus/bugs/i-01-fixed.litmus"), tests.resolve("fixed.litmus"));
        refused(tests, folder.resolve("to"), "nothing is kept: of 1 test none has a claim that is broken");
        assertFalse(Files.exists(folder.resolve("to")));
    }

    @Test
    void aFileOfAnotherKindInTheFolderIsNotOverwritten() throws IOException {
        Path tests = Files.createDirectory(folder.resolve("tests"));
        Files.copy(SPECS.resolve("litmus/bugs/i-01.litmus"), tests.resolve("i-01.litmus"));
        Path to = Files.createDirectory(folder.resolve("to"));
        Path mine = Files.writeString(to.resolve("i-01.litmus"), "my notes");
        refused(tests, to, "exists and is not a litmus test: name another file");
        assertEquals("my notes", Files.readString(mine));
    }

    /** A run without an end is shown as one by the test that keeps it. */
    @Test
    void aKeptRunOfAClaimAboutRunsIsChecked() throws IOException {
        Path test = folder.resolve("kept.litmus");
        Console console = new Console(out.page(200), errors.stream(), -1, Ticker.systemTicker(), () -> false);
        CheckCommand command = new CheckCommand(console, Shelf.shipped());
        command.run(
                "fsdax/6.1",
                "--bound",
                "repeats=1",
                "--bound",
                "removals=0",
                "--property",
                "LTL-3",
                "--save",
                "" + test);
        assertTrue(Files.readString(test).contains("  loop"), errors::text);
        assertEquals(Exit.AS_CLAIMED, command.run(test.toString()), errors::text);
    }

    private void refused(Path tests, Path to, String why, String... more) {
        errors.clear();
        assertEquals(Exit.USAGE, save(tests, to, more), errors::text);
        assertTrue(errors.text().contains(why), errors.text());
        assertEquals(1, errors.text().lines().count(), errors.text());
    }

    private Exit save(Path tests, Path to, String... more) {
        Console console = new Console(out.page(200), errors.stream(), -1, Ticker.systemTicker(), () -> false);
        return new CheckCommand(console, Shelf.shipped())
                .run(Vector.of("save", tests.toString(), "-o", to.toString())
                        .appendAll(Vector.of(more))
                        .toJavaArray(String[]::new));
    }
}
