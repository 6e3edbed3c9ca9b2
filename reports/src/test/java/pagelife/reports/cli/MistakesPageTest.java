package pagelife.reports.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.base.Ticker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pagelife.reports.Captured;
import pagelife.reports.page.Wrap;

/**
 * Each mistake in {@code docs/mistakes.md} is answered as the page says: a beginner's mistake ends in no silent verdict.
 * {@code -Dupdate.golden} writes the answers anew.
 */
class MistakesPageTest {
    private static final Path PAGE = Path.of("..", "docs", "mistakes.md");
    private static final Pattern MISTAKE =
            Pattern.compile("((?:<!-- options: (\\S+) -->\n)?```java\n(.*?)```\n```\n)(.*?)(```\n)", Pattern.DOTALL);
    private static final Pattern BROKEN = Pattern.compile("^BROKEN .*\n(?: {8}\\S.*\n)*", Pattern.MULTILINE);
    private static final int WIDTH = 116;

    @TempDir
    private Path folder;

    @Test
    void everyMistakeIsAnsweredAsThePageSays() throws IOException {
        String page = Files.readString(PAGE);
        StringBuilder real = new StringBuilder();
        Matcher mistakes = MISTAKE.matcher(page);
        while (mistakes.find()) {
            mistakes.appendReplacement(
                    real,
                    Matcher.quoteReplacement(
                            mistakes.group(1) + answer(mistakes.group(3), mistakes.group(2)) + mistakes.group(5)));
        }
        mistakes.appendTail(real);
        if (System.getProperty("update.golden") != null) {
            Files.writeString(PAGE, real);
            return;
        }
        assertTrue(MISTAKE.matcher(page).results().count() >= 50);
        assertEquals(
                untimed(page),
                untimed(real.toString()),
                PAGE + " shows other answers: if that is meant, -Dupdate.golden");
    }

    /** What standard error says, or else what the report says is broken, or first or last before its figures. */
    private String answer(String code, String option) throws IOException {
        Path file = Files.writeString(folder.resolve("Mistake.java"), source(code));
        Captured out = new Captured();
        Captured errors = new Captured();
        Console console = new Console(out.page(WIDTH), errors.stream(), -1, Ticker.systemTicker(), () -> false);
        new CheckCommand(console, Shelf.shipped())
                .run(file.toString(), "--progress=off", option == null ? "--max-states=60000" : option);
        String said = errors.text().replace(folder + "/", "");
        assertFalse(said.contains("internal error"), said);
        assertFalse(said.contains("does not compile"), said);
        return said.isEmpty() ? hint(out.text()) : wrapped(said);
    }

    private static String wrapped(String said) {
        return String.join("", said.lines().map(MistakesPageTest::line).toList());
    }

    private static String line(String text) {
        return text.startsWith(" ") ? text + "\n" : String.join("\n", Wrap.words(text, WIDTH)) + "\n";
    }

    private static String hint(String report) {
        Matcher broken = BROKEN.matcher(report);
        if (broken.find()) {
            return broken.group();
        }
        return report.lines()
                        .filter(line -> line.matches("(no claims|NEVER HAPPENS|UNDECIDED|never taken).*"))
                        .findFirst()
                        .orElseThrow(() -> new AssertionError("nothing was said:\n" + report))
                + "\n";
    }

    private static String source(String code) {
        String body = code.contains("void draft(") ? code : "public void draft(Draft d) {\n" + code + "}\n";
        return """
                import io.vavr.collection.Stream;
                import io.vavr.collection.Vector;
                import pagelife.checker.model.*;
                import pagelife.models.Rule;
                import pagelife.specs.own.*;

                public final class Mistake implements Study {
                """ + body + "}\n";
    }

    private static String untimed(String text) {
        return text.replaceAll("for [0-9.]+ (s|seconds)", "for a moment");
    }
}
