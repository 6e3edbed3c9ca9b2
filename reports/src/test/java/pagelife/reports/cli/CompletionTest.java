package pagelife.reports.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.common.base.Ticker;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pagelife.reports.Captured;

/** The completion script, as bash runs it. */
final class CompletionTest {
    private static final Path BASH = Path.of("/bin/bash");

    @TempDir
    private static Path folder;

    private static Path script;

    @BeforeAll
    static void writeScript() throws IOException {
        assumeTrue(new File(BASH.toString()).canExecute(), "needs bash");
        Captured out = new Captured();
        Console console = new Console(out.page(72), out.stream(), -1, Ticker.systemTicker(), () -> false);
        new CheckCommand(console, Shelf.shipped()).run("completion");
        script = Files.writeString(folder.resolve("completion"), out.text());
    }

    @Test
    void namesOfPropertiesAreCompletedAsAShellReadsThem() throws IOException, InterruptedException {
        assertEquals(List.of("LTL-1\\'", "LTL-1", "LTL-1u", "LTL-1p"), completed("fsdax/6.1", "--property", "LTL-1"));
        assertEquals(List.of("no\\ deadlock"), completed("save", "fsdax/6.1", "--property", "no\\ d"));
        assertEquals(List.of("what\\ looks\\ pinned\\ is\\ pinned"), completed("gup/bias", "--property", "what\\ l"));
    }

    @Test
    void namesOfProtocolsAndWordsAreCompleted() throws IOException, InterruptedException {
        assertTrue(completed("G-").containsAll(List.of("G-a", "G-a/7.2", "G-b")));
        assertEquals(List.of("bfs"), completed("fsdax/6.1", "--search", "b"));
    }

    private static List<String> completed(String... words) throws IOException, InterruptedException {
        String ask = "compopt() { :; }; source " + script + "; COMP_WORDS=(check \"$@\"); COMP_CWORD=$#; COMPREPLY=();"
                + " _complete_check; printf '%s\\n' \"${COMPREPLY[@]}\"";
        List<String> command = Stream.concat(Stream.of(BASH.toString(), "-c", ask, "bash"), Stream.of(words))
                .toList();
        Process process = new ProcessBuilder(command).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(process.waitFor(20, TimeUnit.SECONDS));
        return said.lines().toList();
    }
}
