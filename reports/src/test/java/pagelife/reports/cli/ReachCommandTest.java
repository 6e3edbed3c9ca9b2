package pagelife.reports.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.base.Ticker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import pagelife.reports.Captured;
import pagelife.reports.json.JsonFormatTest;

/** {@code check reach}, and what {@code docs/any-number.md} shows of it; {@code -Dupdate.golden} writes that anew. */
class ReachCommandTest {
    private static final Path PAGE = Path.of("..", "docs", "any-number.md");
    private static final Pattern SHOWN =
            Pattern.compile("(<!-- shows: \\./check (.*?) -->\n```\n)(.*?)(```\n)", Pattern.DOTALL);
    private static final String QUICK = "reach (entrylock/[0-9.]+|waitwake/right)( .*)?";
    private static final int WIDTH = 110;

    private final Captured out = new Captured();
    private final Captured errors = new Captured();

    @Test
    void eachSortOfEachVariantIsTold() {
        String command = "reach entrylock --bound invalidations=1 --bound scans=0 --time 10m";
        assertEquals(Exit.BROKEN, run(command.split(" ")));
        assertTrue(out.text().contains("entrylock/4.19, any number of fault\n  views       "), out.text());
        assertTrue(out.text().contains("\n  any number  ACT-9\n"), out.text());
        assertTrue(out.text().contains("\n  broken      LTL-5' with "), out.text());
        assertTrue(out.text().contains("\nin all       5 questions, "), out.text());
        assertTrue(out.text().endsWith("repeat       ./check " + command + "\n"), out.text());
    }

    @Test
    void jsonIsAsItsSchemaSays() throws IOException {
        run("reach", "entrylock/5.2", "--bound", "scans=0", "--json");
        JsonFormatTest.assertFits("pagelife-reach-1", out.text());
    }

    @Test
    void whatHasNoSortIsRefused() {
        refused("stride has no bound that is a number of tasks", "reach", "stride");
        refused("unknown name waitwaka: nearest is waitwake", "reach", "waitwaka");
        refused("--bound removals=0 is of one family", "reach", "--bound", "removals=0");
        refused("unknown bound nosuch: ", "reach", "waitwake", "--bound", "nosuch=1");
    }

    @Test
    void thePageShowsWhatIsQuick() throws IOException {
        compare(QUICK);
    }

    @Test
    @Tag("soak")
    void thePageShowsWhatTheCommandsSay() throws IOException {
        compare("reach .*");
    }

    private void compare(String which) throws IOException {
        String page = Files.readString(PAGE);
        StringBuilder real = new StringBuilder();
        int compared = 0;
        Matcher shown = SHOWN.matcher(page);
        while (shown.find()) {
            boolean asked = shown.group(2).matches(which);
            compared += asked ? 1 : 0;
            shown.appendReplacement(
                    real,
                    Matcher.quoteReplacement(
                            shown.group(1) + (asked ? shown(shown.group(2)) : shown.group(3)) + shown.group(4)));
        }
        shown.appendTail(real);
        if (System.getProperty("update.golden") != null) {
            Files.writeString(PAGE, real);
            return;
        }
        assertTrue(compared > 0, PAGE + " shows nothing of " + which);
        assertEquals(untimed(page), untimed(real.toString()), "if that is meant, -Dupdate.golden");
    }

    private String shown(String command) {
        out.clear();
        run(command.split(" "));
        return out.text();
    }

    private static String untimed(String text) {
        return text.replaceAll("in [0-9.,]+ (s|ms)\\b", "in some time")
                .replaceAll("in [0-9]+:[0-9]+ min", "in some time");
    }

    private void refused(String why, String... arguments) {
        errors.clear();
        assertEquals(Exit.USAGE, run(arguments));
        assertTrue(errors.text().startsWith("check: " + why), errors.text());
    }

    private Exit run(String... arguments) {
        Console console = new Console(out.page(WIDTH), errors.stream(), -1, Ticker.systemTicker(), () -> false);
        return new CheckCommand(console, Shelf.shipped()).run(arguments);
    }
}
