package pagelife.reports.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.base.Ticker;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import pagelife.reports.Captured;
import pagelife.reports.ask.NamedFormat;
import picocli.CommandLine.Model.CommandSpec;

/** What help says can be pasted. */
final class HelpTest {
    private static final Pattern COMMAND = Pattern.compile("`([^`]*)`");
    private static final Pattern QUOTED = Pattern.compile("'[^']{2,}'");

    private static Seq<CommandSpec> all() {
        CommandSpec check = Syntax.check(Vector.empty(), Vector.empty());
        return Vector.ofAll(check.subcommands().values())
                .map(line -> line.getCommandSpec())
                .prepend(check);
    }

    private static Seq<String> texts(CommandSpec command) {
        return Vector.of(command.usageMessage().description())
                .appendAll(Vector.of(command.usageMessage().footer()))
                .appendAll(Vector.ofAll(command.options()).flatMap(option -> Vector.of(option.description())))
                .appendAll(Vector.ofAll(command.positionalParameters())
                        .flatMap(parameter -> Vector.of(parameter.description())));
    }

    private static Seq<String> found(Pattern pattern, CommandSpec command) {
        return texts(command)
                .flatMap(text -> Vector.ofAll(
                        pattern.matcher(text).results().map(match -> match.group(pattern == COMMAND ? 1 : 0))));
    }

    static java.util.List<String> commands() {
        return all().flatMap(command -> found(COMMAND, command))
                .filter(command -> command.startsWith("./check"))
                .distinct()
                .asJava();
    }

    @ParameterizedTest
    @MethodSource("commands")
    void everyCommandInHelpRunsAsItIs(String command) {
        Seq<String> words = Pages.words(command).tail();
        Captured errors = new Captured();
        Console console = new Console(new Captured().page(72), errors.stream(), -1, Ticker.systemTicker(), () -> false);
        Exit exit = new CheckCommand(console, Shelf.shipped()).run(words.toJavaArray(String[]::new));
        assertNotEquals(Exit.USAGE, exit, errors.text());
        assertNotEquals(Exit.FAULT, exit, errors.text());
    }

    @ParameterizedTest
    @ValueSource(ints = {60, 72, 100, 120})
    void noLineIsTooLongAndNothingThatIsPastedIsBroken(int width) {
        for (CommandSpec command : all()) {
            Captured out = new Captured();
            new HelpText(out.page(width), command).print();
            Seq<String> lines = Vector.ofAll(out.text().lines());
            lines.forEach(line -> assertTrue(line.length() <= width, line));
            found(COMMAND, command)
                    .appendAll(found(QUOTED, command))
                    .map(text -> text.replace("`", ""))
                    .forEach(text -> assertTrue(lines.exists(line -> line.contains(text)), text));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "fuzz", "list", "bench"})
    void helpOfACommandIsItsHelpHoweverItIsAsked(String name) {
        String[] words = name.isEmpty() ? new String[0] : new String[] {name};
        Seq<String> asked = Vector.of(words);
        assertEquals(
                output(asked.append("--help").toJavaArray(String[]::new)),
                output(asked.prepend("help").toJavaArray(String[]::new)));
    }

    @Test
    void theFormatsInHelpAreThoseThatTheCommandTakes() {
        for (CommandSpec command : all().filter(one -> one.findOption("--out") != null)) {
            Seq<String> offered = Vector.ofAll(command.findOption("--format").completionCandidates());
            for (String format : NamedFormat.names()) {
                assertEquals(offered.contains(format), takes(command.name(), format), command.name() + " " + format);
            }
        }
    }

    /** Whether a command writes a format, or at least begins its work: what it cannot write it refuses at once. */
    private static boolean takes(String command, String format) {
        Seq<String> words = switch (command) {
            case "check" -> Vector.of("examples/05-lost-wake-up");
            case Syntax.SIMULATE -> Vector.of(command, "examples/05-lost-wake-up", "--count", "1");
            case Syntax.DIFF -> Vector.of(command, "nothing", "nothing");
            default -> Vector.of(command, "nothing");
        };
        Captured errors = new Captured();
        Console console = new Console(new Captured().page(72), errors.stream(), -1, Ticker.systemTicker(), () -> false);
        new CheckCommand(console, Shelf.shipped())
                .run(words.append("--format").append(format).toJavaArray(String[]::new));
        return !errors.text().contains("cannot say what");
    }

    private static String output(String... words) {
        Captured out = new Captured();
        Console console = new Console(out.page(72), out.stream(), -1, Ticker.systemTicker(), () -> false);
        assertEquals(Exit.AS_CLAIMED, new CheckCommand(console, Shelf.shipped()).run(words), out::text);
        return out.text();
    }
}
