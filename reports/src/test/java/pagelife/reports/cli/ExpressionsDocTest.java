package pagelife.reports.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.base.Ticker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import pagelife.reports.Captured;

/** Each command in docs/expressions.md ends as is written behind it. */
class ExpressionsDocTest {
    private static final Pattern COMMAND = Pattern.compile("\\./check (.*?)\\s+# exit (\\d)");
    private static final Pattern WORD = Pattern.compile("'([^']*)'|(\\S+)");

    @TestFactory
    Stream<DynamicTest> commands() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        for (String line : Files.readAllLines(Path.of("..", "docs", "expressions.md"))) {
            Matcher command = COMMAND.matcher(line);
            if (command.matches()) {
                tests.add(DynamicTest.dynamicTest(command.group(1), () -> ends(command.group(1), command.group(2))));
            }
        }
        assertTrue(tests.size() >= 8, "there are commands in the document");
        return tests.stream();
    }

    private static void ends(String command, String exit) {
        Captured out = new Captured();
        Console console = new Console(out.page(100), out.stream(), -1, Ticker.systemTicker(), () -> false);
        Exit found = new CheckCommand(console, Shelf.shipped()).run(words(command));
        assertEquals(exit, Integer.toString(found.code()), out.text());
    }

    private static String[] words(String command) {
        return WORD.matcher(command)
                .results()
                .map(word -> word.group(1) == null ? word.group(2) : word.group(1))
                .toArray(String[]::new);
    }
}
