package pagelife.reports.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.base.Ticker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pagelife.reports.Captured;

/** The runs that the README and the pages of docs show are real. {@code -Dupdate.golden} writes them anew. */
class ReadmeTest {
    private static final Pattern RUN =
            Pattern.compile("(<!-- run: \\./check (.*?) -->\n```\n)(.*?)(```\n<!-- end -->)", Pattern.DOTALL);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../README.md",
                "../docs/litmus.md",
                "../docs/workloads.md",
                "../docs/own.md",
                "../docs/counterexamples.md"
            })
    void theRunsOnAPageAreReal(Path page) throws IOException {
        String shown = Files.readString(page);
        assertTrue(RUN.matcher(shown).find(), page + " shows no run between markers");
        String real = RUN.matcher(shown)
                .replaceAll(run -> Matcher.quoteReplacement(
                        run.group(1) + output(run.group(2).split(" ")) + run.group(4)));
        if (System.getProperty("update.golden") != null) {
            Files.writeString(page, real);
            return;
        }
        assertEquals(untimed(shown), untimed(real), page + " shows other output: if that is meant, -Dupdate.golden");
    }

    /** A page names files from the top, and tests are run in a module. */
    private static String output(String... arguments) {
        arguments[0] = arguments[0].replaceAll("^specs/", "../specs/");
        Captured out = new Captured();
        Console console = new Console(out.page(100), System.err, -1, Ticker.systemTicker(), () -> false);
        new CheckCommand(console, Shelf.shipped()).run(arguments);
        return out.text().replace("../specs/", "specs/");
    }

    private static String untimed(String text) {
        return text.replaceAll("in [0-9.,]+ s(, [0-9,]+ (states/s|a CPU second))?", "in a moment");
    }
}
