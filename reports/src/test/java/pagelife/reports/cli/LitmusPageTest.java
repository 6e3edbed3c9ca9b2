package pagelife.reports.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.base.Ticker;
import io.vavr.collection.Map;
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
    private static final Pattern ROW = Pattern.compile("(?m)^\\| ([^|]*) \\| ([^|]*) \\| ([^|]*) \\|$");
    private static final Pattern BUG = Pattern.compile("^I-\\d+");
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

    /** 28 bugs are known; each has its tests, or a reason why it has none. No test is forgotten, and none is twice. */
    @Test
    void thePageHasARowForEachBugAndEachTest() throws IOException {
        Vector<String> tests = Vector.empty();
        Vector<String> bugs = Vector.empty();
        Matcher row = ROW.matcher(corpus());
        while (row.find()) {
            Seq<String> named =
                    Vector.ofAll(NAME.matcher(row.group(2)).results().map(name -> name.group(1)));
            bugs = bugs.appendAll(
                    BUG.matcher(row.group(1)).results().map(bug -> bug.group()).toList());
            tests = tests.appendAll(named);
            Seq<Boolean> tables = named.map(test -> hasTable(files().get(test).get()));
            assertEquals(row.group(3).matches(".*(^|, )operations.*"), tables.contains(true), row.group());
            assertEquals(row.group(3).contains("bounds"), tables.contains(false), row.group());
        }
        assertEquals(Vector.rangeClosed(1, 28).map(number -> "I-" + number), bugs);
        assertEquals(files().keySet().toVector().sorted(), tests.sorted());
    }

    private static String corpus() throws IOException {
        return Files.readString(PAGE).split("## The corpus", 2)[1].replaceAll("(?m)^\\|.*said by.*\\n\\|-.*\\n", "");
    }

    private static boolean hasTable(Path test) {
        try {
            return !Litmus.parse(Files.readString(test)).tasks().isEmpty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The tests by their names. */
    private static Map<String, Path> files() {
        try (Stream<Path> files = Files.walk(CORPUS)) {
            return Vector.ofAll(files.filter(Files::isRegularFile))
                    .toMap(file -> file.getFileName().toString().replace(Litmus.EXTENSION, ""), file -> file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
