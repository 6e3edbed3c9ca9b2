package pagelife.reports.cli;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.base.Ticker;
import io.vavr.collection.Vector;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import pagelife.reports.Captured;
import pagelife.reports.ToyFamily;

/** Whatever is typed, the command ends with one of its exit codes and a few lines: never with a stack trace. */
class AnyCommandLineTest {
    private static final int MOST_LINES = 6;

    @Property(tries = 300, seed = "1")
    @Label("any command line ends in an exit code and a few lines, seed 1")
    void anyCommandLineEndsInAnExitCodeAndAFewLines(@ForAll("lines") List<String> line) {
        requireCivil(line);
    }

    @Property(tries = 20_000)
    @Tag("soak")
    @Label("any command line ends in an exit code and a few lines, long")
    void anyCommandLineEndsCivilly(@ForAll("lines") List<String> line) {
        requireCivil(line);
    }

    private static void requireCivil(List<String> line) {
        Captured out = new Captured();
        Captured errors = new Captured();
        Console console = new Console(out.page(100), errors.stream(), -1, Ticker.systemTicker(), () -> false);
        Exit exit = new CheckCommand(console, Shelf.of(Vector.of(new ToyFamily()))).run(line.toArray(String[]::new));
        String said = errors.text();
        assertFalse(said.contains("\tat "), said);
        assertFalse(said.contains("internal error"), said);
        assertTrue(said.lines().count() <= MOST_LINES, said);
        assertTrue(said.length() < 10_000, said.length() + " characters");
        assertTrue(said.chars().allMatch(c -> c == '\n' || c == '\t' || !Character.isISOControl(c)), said);
        if (exit == Exit.USAGE) {
            assertTrue(said.startsWith("check: "), said);
        } else {
            assertNotEquals("", out.text() + said, "something is said");
        }
    }

    @Provide
    Arbitrary<List<String>> lines() {
        return words().list().ofMaxSize(6);
    }

    private static Arbitrary<String> words() {
        return Arbitraries.frequencyOf(
                net.jqwik.api.Tuple.of(6, known()),
                net.jqwik.api.Tuple.of(3, Arbitraries.of(values())),
                net.jqwik.api.Tuple.of(1, Arbitraries.strings().ofMaxLength(12)),
                net.jqwik.api.Tuple.of(1, Arbitraries.strings().ascii().ofMaxLength(30)));
    }

    /** Options with a value attached, and without; subcommands that need no long run; variants. */
    private static Arbitrary<String> known() {
        String[] options = {
            "--property",
            "--ltl",
            "--invariant",
            "--fairness",
            "--rule",
            "--bound",
            "--witness",
            "--all-steps",
            "--json",
            "--format",
            "--search",
            "--max-states",
            "--max-depth",
            "--timeout",
            "--threads",
            "--progress",
            "--audit",
            "--help",
            "--version",
            "--nosuch",
            "-h",
            "-x",
            "--",
            "-"
        };
        String[] names = {"toy/good", "toy/racy", "toy/faulty", "toy", "list", "graph", "completion", "cost", "matrix"};
        return Arbitraries.oneOf(
                Arbitraries.of(names),
                Arbitraries.of(options),
                Arbitraries.of(options)
                        .flatMap(option -> Arbitraries.of(values()).map(value -> option + "=" + value)));
    }

    private static String[] values() {
        return Stream.of(
                        "",
                        " ",
                        "0",
                        "1",
                        "-1",
                        "2147483647",
                        "9223372036854775808",
                        "99999999999999999999",
                        "1k",
                        "1K",
                        "10M",
                        "3G",
                        "1ms",
                        "0s",
                        "5x",
                        "all",
                        "text",
                        "json,text",
                        "1/7",
                        "1/0",
                        "bfs",
                        "dfs",
                        "on",
                        "off",
                        "auto",
                        "SAFE-1",
                        "safe-9",
                        "no deadlock",
                        "pins=1",
                        "pins=9",
                        "pins",
                        "=1",
                        "pins=",
                        "getUnlessZero=no",
                        "x=y",
                        "none",
                        "weak",
                        "fs=weak",
                        "<>stuck",
                        "[](a",
                        "a U",
                        "((((",
                        "true",
                        "\u0663",
                        "\u202e",
                        "\u001b[1m",
                        "\u0000",
                        "\n",
                        "x".repeat(5_000),
                        "!".repeat(2_000) + "stuck",
                        "@file",
                        "%s%n",
                        "${x}",
                        "'",
                        "\"",
                        "\\",
                        "~",
                        "*",
                        "\ud83d\ude00",
                        "\ud83d",
                        "NaN",
                        "1e3",
                        "0x10",
                        "--json",
                        "/",
                        "../nosuch",
                        "toy/")
                .toArray(String[]::new);
    }
}
