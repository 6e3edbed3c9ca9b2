package pagelife.reports.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.base.Ticker;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tukaani.xz.XZInputStream;
import pagelife.reports.Captured;

/** docs/observe.md shows what {@code check observe} prints of the recordings, but for the time that it takes. */
class ObservePageTest {
    private static final Path PAGE = Path.of("../docs/observe.md");

    private static final Pattern BLOCK = Pattern.compile("<!-- observed: (.*?) -->\n(.*?)<!-- end -->", Pattern.DOTALL);

    /** The sixth column. */
    private static final Pattern TIME = Pattern.compile("(?m)^(\\|(?:[^|\n]*\\|){5})[^|\n]*\\|");

    private static MatchResult block(int i) throws IOException {
        List<MatchResult> all = BLOCK.matcher(Files.readString(PAGE)).results().toList();
        assertEquals(3, all.size(), PAGE + " has two tables, and what is said of rules and steps");
        return all.get(i);
    }

    private static String output(String words) {
        Captured out = new Captured();
        Console console = new Console(out.page(72), new Captured().stream(), -1, Ticker.systemTicker(), () -> false);
        new CheckCommand(console, Shelf.shipped()).run(("observe " + words.replace("specs/", "../specs/")).split(" "));
        return out.text().replace("../specs/", "specs/");
    }

    /** However wide the columns are. */
    private static String narrow(String table) {
        return table.replaceAll(" +\\|", " |").replaceAll("-{3,}", "---").replaceAll(" +", " ");
    }

    private static String table(String all) {
        return narrow(all.substring(0, all.indexOf("\n\n") + 1));
    }

    private static void shows(int i, String real) throws IOException {
        MatchResult shown = block(i);
        if (System.getProperty("update.golden") != null) {
            String page = Files.readString(PAGE);
            Files.writeString(PAGE, page.substring(0, shown.start(2)) + real + page.substring(shown.end(2)));
        } else {
            assertEquals(
                    untimed(shown.group(2)),
                    untimed(real),
                    PAGE + " shows other output: if that is meant, -Dupdate.golden");
        }
    }

    private static String untimed(String text) {
        return TIME.matcher(text).replaceAll("$1 |").replaceAll("\\s+", " ");
    }

    /** What a row of the table of corrections cites: a recording, and then lines of it. */
    private static final Pattern CITED =
            Pattern.compile("`((?:stress/)?[67][.0-9]+/\\w+)`((?:,? line \\d+: `[^`]+`)+)");

    private static final Pattern LINE = Pattern.compile("line (\\d+): `([^`]+)`");

    @Test
    void eachLineThatIsCitedSaysWhatTheTableSays() throws IOException {
        int cited = 0;
        for (MatchResult at : CITED.matcher(Files.readString(PAGE)).results().toList()) {
            Path file = Path.of("../specs/recordings", at.group(1) + ".txt.xz");
            List<String> lines;
            try (InputStream in = new XZInputStream(Files.newInputStream(file))) {
                lines = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                        .lines()
                        .toList();
            }
            for (MatchResult line : LINE.matcher(at.group(2)).results().toList()) {
                String text = lines.get(Integer.parseInt(line.group(1)) - 1);
                assertTrue(text.contains(line.group(2)), line.group() + " of " + at.group(1) + " is " + text);
                cited++;
            }
        }
        assertTrue(cited >= 19, cited + " lines are cited");
    }

    @Test
    void theTableIsWhatTheCommandPrints() throws IOException {
        String table = table(output(block(0).group(1)));
        assertTrue(table.lines().count() > 60, table);
        shows(0, table);
    }

    @Test
    void theRowsOfStressThatEachBuildAsksForAreThoseOfTheTable() throws IOException {
        String table = table(output(
                "specs/recordings/stress/6.1.192/s6c_ext4.txt.xz" + " specs/recordings/stress/7.2.13/s6c_ext4.txt.xz"));
        List<String> shown = untimedRows(block(1).group(2));
        List<String> rows =
                untimedRows(table).stream().filter(row -> row.contains("s6c")).toList();
        assertEquals(2, rows.size(), table);
        assertTrue(shown.containsAll(rows), () -> rows + " are not in " + shown);
    }

    @Test
    @Tag("soak")
    void theTableOfStressIsWhatTheCommandPrints() throws IOException {
        shows(1, table(output(block(1).group(1))));
    }

    private static List<String> untimedRows(String table) {
        return TIME.matcher(narrow(table)).replaceAll("$1 |").lines().toList();
    }

    @Test
    void rulesAndStepsAreWhatTheCommandPrints() throws IOException {
        String all = output(block(2).group(1));
        shows(2, "```\n" + all.substring(all.indexOf("rules of ")) + "```\n");
    }
}
