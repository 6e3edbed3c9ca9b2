package pagelife.reports.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.base.Ticker;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pagelife.reports.Captured;
import pagelife.specs.litmus.Litmus;

/** What {@code docs/litmus.md} shows is so. {@code -Dupdate.golden} writes the answers to mistakes anew. */
class LitmusPageTest {
    private static final Path PAGE = Path.of("..", "docs", "litmus.md");
    private static final Path CORPUS = Path.of("..", "specs", "litmus");
    private static final Pattern TEST = Pattern.compile("```litmus\n(.*?)```\n", Pattern.DOTALL);
    private static final Pattern MISTAKE =
            Pattern.compile("(<!-- mistake -->\n```\n(.*?)```\n```\n)(.*?)(```\n)", Pattern.DOTALL);
    private static final Pattern ROW = Pattern.compile("(?m)^\\| (I-\\d+) [^|]*\\| ([^|]*) \\| ([^|]*) \\|$");
    private static final Pattern NAME = Pattern.compile("`([^`]*)`");

    @TempDir
    Path folder;

    private final ByteArrayOutputStream errors = new ByteArrayOutputStream();

    private Exit check(String text) throws IOException {
        errors.reset();
        Path file = Files.writeString(folder.resolve("wrong.litmus"), text);
        PrintStream said = new PrintStream(errors, true, StandardCharsets.UTF_8);
        Console console = new Console(new Captured().page(100), said, -1, Ticker.systemTicker(), () -> false);
        return new CheckCommand(console, Shelf.shipped()).run(file.toString());
    }

    private String errors() {
        return errors.toString(StandardCharsets.UTF_8).replace(folder + "/", "");
    }

    @Test
    void everyTestOnThePageComesOutAsItExpects() throws IOException {
        for (String text :
                Vector.ofAll(TEST.matcher(Files.readString(PAGE)).results().map(test -> test.group(1)))) {
            assertEquals(Exit.AS_CLAIMED, check(text), () -> text + errors());
        }
    }

    @Test
    void everyMistakeOnThePageIsAnsweredAsItSays() throws IOException {
        String page = Files.readString(PAGE);
        assertTrue(MISTAKE.matcher(page).results().count() >= 3);
        StringBuilder real = new StringBuilder();
        Matcher mistakes = MISTAKE.matcher(page);
        while (mistakes.find()) {
            assertEquals(Exit.USAGE, check(mistakes.group(2)), mistakes.group(2));
            mistakes.appendReplacement(
                    real, Matcher.quoteReplacement(mistakes.group(1) + errors() + mistakes.group(4)));
        }
        mistakes.appendTail(real);
        if (System.getProperty("update.golden") != null) {
            Files.writeString(PAGE, real);
            return;
        }
        assertEquals(page, real.toString(), "docs/litmus.md shows other output: if that is meant, -Dupdate.golden");
    }

    /** 28 bugs are known; each has its tests, or a reason why it has none. */
    @Test
    void thePageHasARowForEachBugWithAllTestsThereAreOfIt() throws IOException {
        Vector<String> tests = Vector.empty();
        Vector<String> bugs = Vector.empty();
        for (Matcher row = ROW.matcher(Files.readString(PAGE)); row.find(); ) {
            Seq<String> named =
                    Vector.ofAll(NAME.matcher(row.group(2)).results().map(name -> name.group(1)));
            bugs = bugs.append(row.group(1));
            tests = tests.appendAll(named);
            assertEquals(
                    row.group(3).matches(".*(^|, )operations.*"), named.exists(LitmusPageTest::hasTable), row.group());
            assertEquals(row.group(3).contains("bounds"), !named.forAll(LitmusPageTest::hasTable), row.group());
        }
        assertEquals(Vector.rangeClosed(1, 28).map(number -> "I-" + number), bugs);
        assertEquals(files(), tests.sorted());
    }

    private static boolean hasTable(String test) {
        try {
            String text = Files.readString(CORPUS.resolve("bugs").resolve(test + Litmus.EXTENSION));
            return !Litmus.parse(text).tasks().isEmpty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Seq<String> files() throws IOException {
        try (Stream<Path> files = Files.list(CORPUS.resolve("bugs"))) {
            return Vector.ofAll(files.map(Path::getFileName).map(Path::toString))
                    .map(name -> name.substring(0, name.length() - Litmus.EXTENSION.length()))
                    .sorted();
        }
    }
}
