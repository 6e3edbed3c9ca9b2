package pagelife.reports.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.base.Ticker;
import io.vavr.collection.Seq;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import pagelife.reports.Captured;

/** The runs that the README and the pages of docs show are real. {@code -Dupdate.golden} writes them anew. */
class ReadmeTest {
    private static final Pattern RUN =
            Pattern.compile("(<!-- run: \\./check (.*?) -->\n```\n)(.*?)(```\n<!-- end -->)", Pattern.DOTALL);

    private static final Pattern COMMAND = Pattern.compile("(?m)^ *\\./check (.*?) +# exit (\\d)$");

    private static final Pattern BLOCK = Pattern.compile("```(?:java|litmus)\n(.*?)```", Pattern.DOTALL);

    /** The README and each page of docs that shows a run. */
    private static List<Path> pages() throws IOException {
        return Pages.all().stream()
                .filter(page -> text(page).contains("<!-- run:"))
                .toList();
    }

    private static String text(Path page) {
        try {
            return Files.readString(page);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void theRunsOnAPageAreReal(Path page) throws IOException {
        String shown = Files.readString(page);
        assertEquals(
                shown.split("<!-- run:", -1).length - 1,
                RUN.matcher(shown).results().count(),
                page + " has a run without its end, or without a block of its output");
        String real = RUN.matcher(shown)
                .replaceAll(run ->
                        Matcher.quoteReplacement(run.group(1) + output(Pages.words(run.group(2))) + run.group(4)));
        if (System.getProperty("update.golden") != null) {
            Files.writeString(page, real);
            return;
        }
        assertEquals(untimed(shown), untimed(real), page + " shows other output: if that is meant, -Dupdate.golden");
    }

    /** {@code ./check ...  # exit 1} in any page. */
    static Stream<DynamicTest> endings() throws IOException {
        return Pages.all().stream()
                .flatMap(page -> COMMAND.matcher(text(page))
                        .results()
                        .map(command -> DynamicTest.dynamicTest(
                                page.getFileName() + ": " + command.group(1),
                                () -> assertEquals(
                                        command.group(2), exit(Pages.words(command.group(1))), command.group(1)))));
    }

    @TestFactory
    Stream<DynamicTest> aCommandOnAPageEndsAsIsWrittenBehindIt() throws IOException {
        assertTrue(endings().count() >= 13, "there are commands in the documents");
        return endings();
    }

    /** What a page shows of a file is in the file. */
    @ParameterizedTest
    @CsvSource({"tutorial.md, Buffer.java", "tutorial.md, two-users.litmus", "own.md, LostWakeup.java"})
    void theFilesOnAPageAreReal(String page, String file) throws IOException {
        String real = Files.readString(Path.of("../specs/own", file));
        assertTrue(
                BLOCK.matcher(Files.readString(Path.of("../docs", page)))
                        .results()
                        .anyMatch(block -> real.contains(block.group(1).strip())),
                "docs/" + page + " shows another text than that of " + file);
    }

    private static String output(Seq<String> arguments) {
        Captured out = new Captured();
        run(out, System.err, arguments);
        return out.text().replace("../specs/", "specs/");
    }

    private static String exit(Seq<String> arguments) {
        Captured out = new Captured();
        return Integer.toString(run(out, out.stream(), arguments).code());
    }

    /** A page names files from the top, and tests are run in a module. */
    private static Exit run(Captured out, PrintStream errors, Seq<String> arguments) {
        Seq<String> here = arguments.map(word -> word.replaceAll("^specs/", "../specs/"));
        Console console = new Console(out.page(100), errors, -1, Ticker.systemTicker(), () -> false);
        return new CheckCommand(console, Shelf.shipped()).run(here.toJavaArray(String[]::new));
    }

    private static String untimed(String text) {
        return text.replaceAll("in [0-9.,]+ s(, [0-9,]+ (states/s|a CPU second))?", "in a moment");
    }
}
