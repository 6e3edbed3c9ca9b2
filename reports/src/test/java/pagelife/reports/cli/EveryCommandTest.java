package pagelife.reports.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.base.Ticker;
import io.vavr.collection.Seq;
import io.vavr.collection.TreeSet;
import io.vavr.collection.Vector;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import pagelife.reports.Captured;
import pagelife.reports.CheckReport;
import pagelife.reports.ask.NamedFormat;

/**
 * Every command takes a protocol of one's own, from a source file and from compiled classes: one with rules, bounds,
 * variants, expected verdicts, operations, words and books. A command without a row here fails the test.
 */
@ResourceLock(Resources.SYSTEM_PROPERTIES)
class EveryCommandTest {
    /**
     * The command, what it is asked, how it ends, and what it says. FILE is the protocol, DIR a folder, KEPT a run of
     * it that was kept and TEST a litmus test, both without a word of where the protocol is.
     */
    private static final String ASKED = """
            check      | FILE                                                     | 0 | OK         Ring/plain  2 hold, 1 broken: INV-1 in 2
            check      | FILE/plain                                               | 1 | The ring has 1 reference, which
            check      | FILE/plain --rule checks=on                              | 0 | HOLDS  INV-1 Live
            check      | FILE/plain --bound users=2 --property INV-1              | 1 | users=2
            check      | FILE/plain --bound users=0                               | 0 | bounds       users=0
            check      | FILE/plain --ltl <>gone --invariant refs<3               | 0 | HOLDS
            check      | FILE/plain --as-litmus                                   | 0 | Pagelife Ring/plain plain
            check      | FILE/plain --save DIR/also.litmus                        | 1 | INV-1 Live is broken in 2 steps
            check      | FILE/none                                                | 2 | unknown name Ring/none
            check      | FILE TEST                                                | 0 | No  INV-1  broken in 2, as expected
            check      | TEST                                                     | 0 | No  INV-1  broken in 2, as expected
            list       | list FILE                                                | 0 | FILE/plain  a get raises the count
            list       | list FILE/plain                                          | 0 | expects  INV-1 broken in 2; the other 2 claims hold
            claims     | claims FILE                                              | 2 | unknown claim FILE
            matrix     | matrix FILE                                              | 0 | one rule from plain: checks=on
            cost       | cost FILE                                                | 2 | cost of FILE: there are figures for devdax only
            workloads  | workloads FILE/plain --operations 2 --tasks 2            | 1 | use | remove  in 2   use g
            mutate     | mutate FILE/right                                        | 0 | 2 survived
            reach      | reach FILE                                               | 2 | has no bound that is a number of tasks
            twins      | twins FILE                                               | 0 | checks=off  Ring/plain  breaks INV-1 Live in 2
            graph      | graph FILE/plain                                         | 0 | at(owner) = finished
            explore    | explore FILE/plain --terminal                            | 0 | user0  g get   refs: 1 -> 2
            save       | save FILE/plain -o DIR/new.litmus                        | 0 | 1 run kept in DIR/new.litmus
            replay     | replay FILE KEPT                                         | 0 | REPRODUCES  in Ring/plain
            replay     | replay KEPT                                              | 0 | REPRODUCES  in Ring/plain
            replay     | replay KEPT --against FILE/right                         | 0 | GONE        in Ring/right
            reproduce  | reproduce FILE -o DIR/program                            | 2 | is not a litmus test
            reproduce  | reproduce TEST -o DIR/program                            | 2 | the operations of Ring are no calls
            observe    | observe TEST                                             | 2 | has no event in its
            bench      | bench FILE/plain --bound users=2                         | 0 | Ring/plain
            doctor     | doctor DIR/checkpoint                                    | 0 | of           Ring/right
            check      | FILE/plain --more 2 --property INV-1                     | 1 | no other lacks one of its decisive steps
            diff       | diff FILE/plain FILE/right                               | 0 | INV-1 Live  broken in 2 -> holds
            steps      | steps FILE/plain                                         | 0 | user0: use
            simulate   | simulate FILE/plain --seed 1 --count 50                  | 1 | 50 walks of up to 250 steps, uniform, seed 1
            fuzz       | fuzz FILE/plain --seed 1 --count 5 --progress off        | 1 | INV-1 Live  in 2 steps
            schema     | schema FILE                                              | 2 | unknown schema FILE
            completion | completion FILE                                          | 2 | unexpected argument FILE
            man        | man FILE                                                 | 2 | unexpected argument FILE
            """;

    /** The rows whose words do not name a protocol, but a run, a test or a checkpoint of one. */
    private static final Seq<String> BESIDE =
            Vector.of("TEST", "observe TEST", "replay KEPT", "reproduce TEST -o DIR/program");

    private static final Pattern REPEAT = Pattern.compile("(?m)^repeat +\\./check (.*)$");

    @TempDir
    private static Path folder;

    private static Captured out = new Captured();
    private static Captured errors = new Captured();

    /**
     * A row.
     *
     * @param command the command
     * @param words what it is asked
     * @param exit how it ends
     * @param said what it says
     */
    record Asked(String command, String words, String exit, String said) {
        static Asked of(String line) {
            String[] parts = line.split("\\s+\\| ", 4);
            return new Asked(parts[0].strip(), parts[1].strip(), parts[2].strip(), parts[3].strip());
        }
    }

    static Stream<Asked> rows() {
        return ASKED.lines().map(Asked::of);
    }

    static Stream<Asked> rowsOfClasses() {
        return rows().filter(row -> row.words().contains("FILE") && !BESIDE.exists(row.words()::equals));
    }

    @BeforeAll
    static void write() throws IOException {
        try (InputStream ring = EveryCommandTest.class.getResourceAsStream("/own/Ring.java")) {
            Files.write(folder.resolve("Ring.java"), ring.readAllBytes());
        }
        Files.writeString(folder.resolve("two.litmus"), """
                Pagelife Ring/plain two
                "Two users and the removal."

                 a   | b   | owner  ;
                 use | use | remove ;

                INV-1
                expect broken in 2
                """);
        String[] compile = {
            "-cp", System.getProperty("java.class.path"), "-proc:none", "-d", folder.toString(), folder + "/Ring.java"
        };
        assertEquals(0, ToolProvider.getSystemJavaCompiler().run(null, null, null, compile));
        run("save " + folder + "/Ring.java/plain -o " + folder + "/kept.litmus");
        run(folder + "/Ring.java/right --bound users=6 --checkpoint-every 1ms --checkpoint " + folder + "/checkpoint");
    }

    private static Exit run(String words) {
        out = new Captured();
        errors = new Captured();
        InputStream before = System.in;
        System.setIn(new ByteArrayInputStream("q\n".getBytes(StandardCharsets.UTF_8)));
        try {
            Console console = new Console(out.page(300), errors.stream(), -1, Ticker.systemTicker(), () -> false);
            return new CheckCommand(console, Shelf.shipped()).run(words.split(" +"));
        } finally {
            System.setIn(before);
        }
    }

    private static String placed(String words, String file) {
        return words.replace("FILE", file)
                .replace("KEPT", folder + "/kept.litmus")
                .replace("TEST", folder + "/two.litmus")
                .replace("DIR", folder.toString());
    }

    private static void ends(String words, Asked row, String said) {
        Exit exit = run(words);
        String all = out.text() + errors.text();
        assertEquals(row.exit(), Integer.toString(exit.code()), words + "\n" + all);
        assertTrue(all.contains(said), words + " does not say: " + said + "\n" + all);
        assertFalse(all.contains("\tat "), all);
        Matcher repeat = REPEAT.matcher(out.text());
        if (repeat.find()) { // what a report says to repeat is a command that there is, with the same end
            assertEquals(exit, run(repeat.group(1).replace("'", "")), repeat.group(1) + "\n" + errors.text());
        }
    }

    @Test
    void everyCommandHasARow() {
        Seq<String> commands = TreeSet.ofAll(Syntax.check(Vector.empty(), Vector.empty())
                        .subcommands()
                        .keySet())
                .add("check")
                .toVector();
        assertEquals(
                commands,
                TreeSet.ofAll(rows().map(Asked::command).toList()).toVector(),
                "a command has no row in the table of this test: ask it about FILE, and say how it ends");
        assertEquals(
                commands.remove("check"),
                TreeSet.ofAll(Syntax.SUBCOMMANDS).toVector(),
                "the names for who mistypes one");
    }

    @ParameterizedTest
    @MethodSource("rows")
    void aCommandTakesASourceFile(Asked row) {
        String file = folder + "/Ring.java";
        ends(placed(row.words(), file), row, placed(row.said(), file));
    }

    @ParameterizedTest
    @MethodSource("rowsOfClasses")
    void aCommandTakesClasses(Asked row) {
        String said = row.said().replace("FILE/", "--path " + folder + " Ring/");
        ends(placed(row.words(), "Ring") + " --path " + folder, row, placed(said, "Ring"));
    }

    @Test
    void everyFormatTellsIt() {
        Seq<String> formats = NamedFormat.writing(CheckReport.KIND);
        assertEquals(Vector.of("litmus"), NamedFormat.names().removeAll(formats), "which says what workloads found");
        for (String format : formats) {
            assertEquals(Exit.BROKEN, run(folder + "/Ring.java/plain --format " + format), errors.text());
            assertFalse(out.text().isBlank(), format);
        }
        String all = "/Ring.java/plain --out " + folder + "/out --format " + formats.mkString(",");
        assertEquals(Exit.BROKEN, run(folder + all), errors.text());
        assertTrue(Files.exists(folder.resolve("out/Ring-plain.html")), out.text());
    }

    @Test
    void aTestSaysItselfWhereItsProtocolIs() throws IOException {
        Path below = Files.createDirectory(folder.resolve("tests"));
        Path test = below.resolve("two.litmus");
        String text = Files.readString(folder.resolve("two.litmus"));
        Files.writeString(test, text.replace("Ring/plain", "../Ring.java/plain"));
        assertEquals(Exit.AS_CLAIMED, run(below.toString()), errors.text());
        Files.writeString(test, text);
        assertEquals(Exit.USAGE, run(test.toString()));
        assertTrue(
                errors.text()
                        .contains("one of your own is found in Ring.java beside the test, or where its first line"
                                + " says: Pagelife DIR/Ring.java/VARIANT NAME"),
                errors.text());
        Files.writeString(test, text.replace("Ring/plain", "../Rong.java/plain"));
        assertEquals(Exit.USAGE, run(test.toString()));
        assertTrue(errors.text().contains("there is no file " + folder + "/Rong.java"), errors.text());
    }

    @Test
    void aRunThatIsKeptElsewhereFindsItsProtocol() throws IOException {
        Files.createDirectory(folder.resolve("kept"));
        assertEquals(
                Exit.AS_CLAIMED,
                run("save " + folder + "/Ring.java/plain --fixed " + folder + "/Ring.java/right -o " + folder
                        + "/kept/a.litmus"));
        String text = Files.readString(folder.resolve("kept/a.litmus"));
        assertTrue(text.startsWith("Pagelife ../Ring.java/plain "), text);
        assertEquals(Exit.AS_CLAIMED, run("replay " + folder + "/kept"), errors.text());
        assertTrue(out.text().contains("GONE        in Ring/right"), out.text());
    }

    @Test
    void theRulesOfAProtocolSpanItsSpace() {
        assertEquals(Exit.AS_CLAIMED, run("matrix " + folder + "/Ring.java --json"));
        assertTrue(out.text().contains("\"INV-1\": 2"), out.text());
        assertEquals(Exit.USAGE, run("matrix ../specs/own/LostWakeup.java"));
        assertTrue(errors.text().contains("LostWakeup has no rules"), errors.text());
    }
}
