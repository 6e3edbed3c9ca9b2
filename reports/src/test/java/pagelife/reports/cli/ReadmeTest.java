package pagelife.reports.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.base.Ticker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import pagelife.reports.Captured;

/** The runs that the README shows are real. {@code -Dupdate.golden} writes them anew. */
class ReadmeTest {
    private static final Path README = Path.of("..", "README.md");
    private static final Pattern RUN =
            Pattern.compile("(<!-- run: \\./check (.*?) -->\n```\n)(.*?)(```\n<!-- end -->)", Pattern.DOTALL);

    @Test
    void theRunsInTheReadmeAreReal() throws IOException {
        String readme = Files.readString(README);
        assertTrue(RUN.matcher(readme).find(), "README.md shows no run between markers");
        String real = RUN.matcher(readme)
                .replaceAll(run -> Matcher.quoteReplacement(
                        run.group(1) + output(run.group(2).split(" ")) + run.group(4)));
        if (System.getProperty("update.golden") != null) {
            Files.writeString(README, real);
            return;
        }
        assertEquals(untimed(readme), untimed(real), "README.md shows other output: if that is meant, -Dupdate.golden");
    }

    private static String output(String... arguments) {
        Captured out = new Captured();
        Console console = new Console(out.page(100), System.err, -1, Ticker.systemTicker(), () -> false);
        new CheckCommand(console, Shelf.shipped()).run(arguments);
        return out.text();
    }

    private static String untimed(String text) {
        return text.replaceAll("in [0-9.,]+ s(, [0-9,]+ states/s)?", "in a moment");
    }
}
