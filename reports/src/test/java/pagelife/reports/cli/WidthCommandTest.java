package pagelife.reports.cli;

import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.base.Ticker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pagelife.reports.Captured;

/** No line is wider than the page, however many tasks there are, and however they are called. */
class WidthCommandTest {
    /** Each task counts once, one after the other. */
    private static final String MANY = """
            import pagelife.checker.model.*;
            import pagelife.specs.own.*;

            public final class Many implements Study {
                public void draft(Draft d) {
                    Cell<Integer> count = d.cell("count", 0);
                    for (int i = 0; i < TASKS; i++) {
                        int me = i;
                        d.task("NAME" + i).step("a" + i + " count what comes before", now -> {
                            now.await(now.read(count) == me);
                            now.write(count, me + 1);
                        });
                    }
                    d.never("full", "not all have counted", s -> s.read(count) == TASKS);
                }
            }
            """;

    @TempDir
    private Path folder;

    private String told(int tasks, String name, int width, String format) throws IOException {
        Path file = Files.writeString(
                folder.resolve("Many.java"),
                MANY.replace("TASKS", Integer.toString(tasks)).replace("NAME", name));
        Captured out = new Captured();
        Console console = new Console(out.page(width), out.stream(), -1, Ticker.systemTicker(), () -> false);
        Exit exit = new CheckCommand(console, Shelf.shipped())
                .run(file.toString(), "--property", "full", "--all-steps", "--format", format);
        assertEquals(Exit.BROKEN, exit, out::text);
        return out.text()
                .lines()
                .filter(line -> !line.startsWith("repeat ") && !line.contains(folder.toString()))
                .collect(joining("\n"));
    }

    @ParameterizedTest
    @CsvSource({
        "200,t,72",
        "200,t,100",
        "200,a-task-with-a-long-name-,72",
        "200,a-task-with-a-long-name-,100",
        "6,a-task-with-a-long-name-,72",
        "4,a-task-with-a-long-name-,100",
        "3,a-task-with-quite-a-long-name-,72",
        "9,t,72",
        "12,t,100",
        "20,task,120"
    })
    void everyLineFitsThePage(int tasks, String name, int width) throws IOException {
        for (String format : new String[] {"text", "commit"}) {
            String text = told(tasks, name, width, format);
            assertEquals("", text.lines().filter(line -> line.length() > width).collect(joining("\n")), format);
        }
    }

    @Test
    void whereThereAreTooManyTasksAllStepsStandInOneColumn() throws IOException {
        String text = told(200, "t", 100, "text");
        assertTrue(text.contains("\n      task: step"), text);
        assertTrue(text.contains("\n 200  t199: a199 count what comes before  count: 199 -> 200\n"), text);
    }
}
