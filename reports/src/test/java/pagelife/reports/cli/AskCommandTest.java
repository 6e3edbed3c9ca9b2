package pagelife.reports.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.base.Ticker;
import io.vavr.collection.Vector;
import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pagelife.checker.model.Cell;
import pagelife.checker.model.Model;
import pagelife.checker.model.ModelBuilder;
import pagelife.checker.property.Invariant;
import pagelife.checker.result.Verdict;
import pagelife.models.Workload;
import pagelife.reports.Captured;
import pagelife.reports.ask.Answer;
import pagelife.reports.ask.Ask;
import pagelife.reports.outcome.Misasked;
import pagelife.specs.own.Draft;
import pagelife.specs.own.Study;

/** What a program asks is what the command asks, and is answered in the same words. */
class AskCommandTest {

    /** A lost update, as a user would write it. */
    public static final class Lost implements Study {
        @Override
        public void draft(Draft d) {
            Cell<Integer> refs = d.cell("refs", 0);
            for (String task : new String[] {"a", "b"}) {
                d.task(task)
                        .step("r read", now -> now.hand(now.read(refs)))
                        .step("w write back", Integer.class, (now, seen) -> now.write(refs, seen + 1));
            }
            d.whenever("both count", "both are counted", d.finished("a", "b"), s -> s.read(refs) == 2);
        }
    }

    private static String command(String... words) {
        Captured out = new Captured();
        Console console = new Console(out.page(72), System.err, -1, Ticker.systemTicker(), () -> false);
        new CheckCommand(console, Shelf.shipped()).run(words);
        return out.text();
    }

    @ParameterizedTest
    @ValueSource(strings = {"text", "json", "commit", "mermaid", "junit", "sarif", "github"})
    void everyFormatSaysWhatTheCommandSays(String format) {
        assertEquals(
                untimed(command("fsdax/6.1", "--property", "INV-1", "--format", format)),
                untimed(Ask.about("fsdax/6.1").claims("INV-1").answer().in(format)));
    }

    private static String untimed(String text) {
        return text.replaceAll("in [0-9.,]+ s\\b", "in a moment").replaceAll("\"nanos\": [0-9]+", "\"nanos\": 0");
    }

    @Test
    void theCommandOfAnAnswerAsksTheSameAgain() {
        Answer answer = Ask.about("fsdax/6.1")
                .bound("removals", 0)
                .claims("INV-1")
                .formula("[] !waiting")
                .answer();

        assertEquals("./check fsdax/6.1 --bound removals=0 --property INV-1 --ltl '[] !waiting'", answer.command());
        assertEquals(
                untimed(answer.text()),
                untimed(command("fsdax/6.1", "--bound", "removals=0", "--property", "INV-1", "--ltl", "[] !waiting")));
    }

    @Test
    void aSettingIsAValueOrItsText() {
        assertEquals(
                "./check fsdax/6.1 --rule unpinWakes=off --bound pages=2 --property LTL-1",
                Ask.about("fsdax/6.1")
                        .rule("unpinWakes", false)
                        .bound("pages", 2)
                        .claims("LTL-1")
                        .question()
                        .command());
    }

    @Test
    void aRowOfTheCatalogueIsAskedForWhatItExpects() {
        assertEquals(
                Verdict.VIOLATED,
                Ask.about("G-a/6.1").answer().result().findings().head().verdict());
    }

    /** In a process that has Pagelife on its class path, and not this class. */
    @Test
    void aStudyOfAUsersProjectIsNamedByItsFolderAndClass() throws IOException, InterruptedException {
        Answer answer = Ask.about(new Lost()).answer();

        assertEquals("./check --path target/test-classes 'pagelife.reports.cli.AskCommandTest$Lost'", answer.command());
        assertEquals(
                untimed(answer.text()),
                untimed(process("--path", "target/test-classes", "pagelife.reports.cli.AskCommandTest$Lost")));
    }

    private static String process(String... words) throws IOException, InterruptedException {
        String classPath = Vector.of(
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))
                                .split(File.pathSeparator))
                .reject(place -> place.endsWith("test-classes"))
                .mkString(File.pathSeparator);
        Process process = new ProcessBuilder(Vector.of(
                                Path.of(System.getProperty("java.home"), "bin", "java")
                                        .toString(),
                                "-cp",
                                classPath,
                                Main.class.getName())
                        .appendAll(Vector.of(words))
                        .asJava())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(Exit.BROKEN.code(), process.waitFor());
        return said;
    }

    @Test
    void whatNoCommandKnowsIsNotSaidToBeRepeatable() {
        ModelBuilder m = Model.builder("counter");
        Cell<Integer> count = m.cell("count", 0);
        m.task("a").step("u up", now -> now.change(count, n -> n + 1));
        Invariant low = Invariant.always("low", "the count is at most 0", s -> s.read(count) <= 0);
        Answer answer = Ask.about(m.build(), low).answer();

        assertEquals("", answer.command());
        assertEquals(Verdict.VIOLATED, answer.verdict("low"));
        assertFalse(answer.text().contains("repeat"), answer.text());
        assertTrue(answer.json().contains("\"command\": \"\""), answer.json());
    }

    @Test
    void programsThatStandInNoFileHaveNoCommand() {
        Answer answer = Ask.about("fsdax/6.1")
                .tasks(Workload.NONE.task("t", "touch mm0 0"))
                .claims("INV-1")
                .answer();

        assertEquals(6, answer.finding("INV-1").trace().get().length());
        assertEquals("", answer.command());
    }

    @Test
    void aGraphHasEveryStateOfTheFirst() {
        StringWriter dot = new StringWriter();
        Ask.about(new Lost()).graph(5).dot(dot);

        assertEquals(
                5,
                dot.toString()
                        .lines()
                        .filter(line -> line.matches("  s\\d+ \\[.*"))
                        .count(),
                dot.toString());
    }

    @Test
    void whatMeansNothingIsSaidWithWhatThereIs() {
        assertEquals(
                "unknown name fsdax/6.l: nearest is fsdax/6.1; ./check list shows all",
                refused(() -> Ask.about("fsdax/6.l")));
        assertEquals(
                "unknown rule unpinWake: nearest is unpinWakes; ./check list fsdax shows all",
                refused(() -> Ask.about("fsdax/6.1").rule("unpinWake", "on")));
        assertEquals(
                "bound pages (0) must be one of 1, 2, 3, or any number above",
                refused(() -> Ask.about("fsdax/6.1").bound("pages", 0)));
        assertEquals(
                "unknown variant racy: Lost has ",
                refused(() -> Ask.about(new Lost()).variant("racy")));
        assertEquals(
                "unknown format pdf: there are "
                        + pagelife.reports.ask.NamedFormat.names().mkString(", "),
                refused(() -> Ask.about(new Lost()).answer().in("pdf")));
        assertEquals(
                "unknown claim INV-1: asked was about both count, no deadlock",
                refused(() -> Ask.about(new Lost()).answer().verdict("INV-1")));
    }

    private static String refused(Runnable asking) {
        return assertThrows(Misasked.class, asking::run).getMessage();
    }
}
