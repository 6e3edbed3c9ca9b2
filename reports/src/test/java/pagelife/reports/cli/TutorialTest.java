package pagelife.reports.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.base.Ticker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pagelife.reports.Captured;

/** The tutorial, done in an empty folder outside of the repository, with the files that it shows, command by command. */
class TutorialTest {
    private static final Path PAGE = Path.of("..", "docs", "tutorial.md");
    private static final Pattern COMMAND = Pattern.compile("(?m)^    \\./check (.*?) +# ends with (\\d)$");
    private static final Pattern FILE = Pattern.compile("[\\w-]+\\.(java|litmus)");

    @TempDir
    private Path folder;

    private Captured out = new Captured();

    private Exit run(String words) {
        out = new Captured();
        Console console = new Console(out.page(100), out.stream(), -1, Ticker.systemTicker(), () -> false);
        String here = FILE.matcher(words)
                .replaceAll(file -> folder.resolve(file.group()).toString());
        return new CheckCommand(console, Shelf.shipped()).run(here.split(" +"));
    }

    /** A file as it is shown on the page. */
    private static String shown(String language, String page) {
        String from = "```" + language + "\n";
        int begin = page.indexOf(from) + from.length();
        return page.substring(begin, page.indexOf("```", begin));
    }

    @Test
    void everyCommandOfTheTutorialEndsAsItSays() throws IOException {
        String page = Files.readString(PAGE);
        Files.writeString(folder.resolve("Buffer.java"), shown("java", page));
        Files.writeString(folder.resolve("two-users.litmus"), shown("litmus", page));
        List<MatchResult> commands = COMMAND.matcher(page).results().toList();
        assertTrue(commands.size() >= 8, "there are commands in the tutorial");
        for (MatchResult command : commands) {
            assertEquals(
                    command.group(2), Integer.toString(run(command.group(1)).code()), command.group(1) + out.text());
        }
        assertEquals(Exit.BROKEN, run("Buffer.java/broken --format commit"));
        assertTrue(out.text().contains("Broken: what is freed has no users. 2 steps."), out.text());
        assertTrue(Files.readString(folder.resolve("buf-1.litmus")).startsWith("Pagelife Buffer/broken "));
    }
}
