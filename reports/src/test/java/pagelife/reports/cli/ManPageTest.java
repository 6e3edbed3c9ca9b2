package pagelife.reports.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.common.base.Ticker;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pagelife.reports.Captured;
import picocli.CommandLine.Model.CommandSpec;

/** The manual page says what {@code --help} says, of the command and of each subcommand. */
class ManPageTest {
    private static final CommandSpec CHECK = Syntax.check(List.of(), List.of());

    @TempDir
    private Path folder;

    private static String page() {
        Captured out = new Captured();
        Console console = new Console(out.page(100), System.err, -1, Ticker.systemTicker(), () -> false);
        assertEquals(Exit.AS_CLAIMED, new CheckCommand(console, Shelf.shipped()).run("man"));
        return out.text();
    }

    private static String plain(String page) {
        return page.replaceAll("\\\\f[BIR]", "")
                .replace("\\-", "-")
                .replace("\\(aq", "'")
                .replace("\\(dq", "\"")
                .replace("\\(ha", "^")
                .replace("\\(ti", "~")
                .replace("\\&", "")
                .replace("\\e", "\\");
    }

    @Test
    void everyOptionStandsThereWithItsWords() {
        String page = plain(page());
        assertSaysAll(CHECK, page);
        assertEquals(Syntax.SUBCOMMANDS.size(), CHECK.subcommands().size());
        CHECK.subcommands().forEach((name, sub) -> {
            int begin = page.indexOf(".SS \"check " + name + "\"\n");
            assertTrue(begin > 0, name);
            int next = page.indexOf("\n.S", begin + 1);
            assertSaysAll(sub.getCommandSpec(), page.substring(begin, next));
        });
    }

    private static void assertSaysAll(CommandSpec command, String page) {
        assertSays(String.join("\n", command.usageMessage().description()), page);
        command.args().forEach(one -> assertSays(String.join("\n", one.description()), page));
        command.options().forEach(one -> assertSays(String.join(", ", one.names()), page));
    }

    private static void assertSays(String words, String page) {
        assertTrue(page.contains(words.replace("`", "")), words);
    }

    @Test
    void theExitCodesStandThere() {
        assertTrue(plain(page()).contains("3 undecided: a limit or ^C came first"));
    }

    @Test
    void groffHasNothingToSayAgainstIt() throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/groff")), "needs groff");
        Path file = Files.writeString(folder.resolve("check.1"), page());
        Process groff = new ProcessBuilder("groff", "-man", "-Tascii", "-ww", "-rF0", file.toString()).start();
        byte[] shown = groff.getInputStream().readAllBytes();
        assertEquals("", new String(groff.getErrorStream().readAllBytes(), StandardCharsets.UTF_8));
        assertEquals(0, groff.waitFor());
        assertTrue(shown.length > 10_000, shown.length + " bytes");
    }
}
