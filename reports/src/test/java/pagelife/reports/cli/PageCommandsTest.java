package pagelife.reports.cli;

import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.base.Ticker;
import io.vavr.collection.HashMap;
import io.vavr.collection.HashSet;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.Set;
import io.vavr.collection.Vector;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import pagelife.reports.Captured;

/**
 * Each {@code ./check ...} that the README or a page of docs writes down is one that can be given: its names, options
 * and values are known, whatever comes of it. It is told to stop as soon as it asks, so that this says nothing of
 * answers; {@link ReadmeTest} runs those whose output or ending a page shows.
 */
class PageCommandsTest {
    /** In a line of its own, perhaps with a remark behind it, or in backticks. */
    private static final Pattern COMMAND =
            Pattern.compile("(?m)(?:^ +|^)\\./check((?: [^\\n\\\\]*(?:\\\\\\n[^\\n\\\\]*)*)?)$|`\\./check([^`]*)`");

    private static final Pattern REMARK = Pattern.compile("\\s+# .*");

    /** What a reader puts in. */
    private static final Map<String, String> PLACEHOLDERS = HashMap.<String, String>empty()
            .put("VARIANT", "fsdax/7.2-ext4")
            .put("A", "fsdax/6.1")
            .put("B", "fsdax/7.2-ext4")
            .put("NAME", "fsdax/7.2-ext4")
            .put("FAMILY", "fsdax")
            .put("SORT", "fast-gup")
            .put("EXPRESSION", "device = DEAD")
            .put("N", "3")
            .put("FILE", "../specs/litmus/bugs/i-24.litmus")
            .put("FILE.litmus", "../specs/litmus/tasks/direct-io-wakes-nobody.litmus")
            .put("TRACE", "../specs/recordings/6.1.192/s3a_ext4.txt.xz")
            .put("OUT.txt", "../specs/recordings/6.1.192/s3a_ext4.txt.xz")
            .put("example.Table/plain", "fsdax/6.1")
            .put("DIR", "../specs/target/classes")
            .put("target/classes", "../specs/target/classes");

    /** Files of a protocol of the reader's own. */
    private static final Pattern OWN =
            Pattern.compile("(?:File|MyProtocol|Mistake|Buffer)\\.java(/(?:silent|VARIANT))?(.*)");

    /** Names of files and folders that a command writes, or wrote before. */
    private static final Pattern MADE =
            Pattern.compile("[\\w-]+\\.(?:litmus|zip|dot)|out|found|runs|lost|tests|messages");

    /** They take one protocol, and the file of a reader may have just one. */
    private static final Set<String> ONE = HashSet.of("fuzz", "simulate");

    /** One measures, and the other waits for its reader. */
    private static final Set<String> STAY = HashSet.of("bench", "explore");

    @TempDir
    private static Path folder;

    static Stream<String> commands() throws IOException {
        Vector<String> found = Vector.empty();
        for (Path page : Pages.all()) {
            found = found.appendAll(COMMAND.matcher(Files.readString(page))
                    .results()
                    .map(at -> at.group(1) == null ? at.group(2) : at.group(1))
                    .toList());
        }
        return found.map(command -> command.replace("\\\n", " "))
                .reject(command -> command.matches(".*# exit \\d$") || command.contains("..."))
                .map(command -> REMARK.matcher(command).replaceAll("").strip())
                .reject(command -> command.contains("|") && !command.contains("'"))
                .map(command -> command.replaceAll("\\s+\\| jq.*", ""))
                .distinct()
                .sorted()
                .toJavaStream();
    }

    @TestFactory
    Stream<DynamicTest> whatAPageWritesDownCanBeGiven() throws IOException {
        for (String kept : List.of("bug", "inv-3", "buf-1", "two-users", "two", "test")) {
            Files.copy(Path.of("../specs/corpus/a-mid.litmus"), folder.resolve(kept + ".litmus"));
        }
        for (String kept : List.of("found", "runs")) {
            Files.createDirectory(folder.resolve(kept));
            Files.copy(
                    Path.of("../specs/corpus/a-mid.litmus"),
                    folder.resolve(kept).resolve("kept.litmus"));
        }
        List<String> all = commands().toList();
        assertTrue(all.size() > 150, all.size() + " commands on the pages");
        return all.stream()
                .map(command -> DynamicTest.dynamicTest("./check " + command, () -> canBeGiven(words(command))));
    }

    private static String[] words(String command) {
        Seq<String> words = Pages.words(command);
        return words.zip(words.prepend(""))
                .map(word -> given(word._1(), word._2()))
                .toJavaArray(String[]::new);
    }

    /** A word as a test can give it, behind another. */
    private static String given(String word, String before) {
        if (before.equals("-o")
                || before.equals("--out")
                || MADE.matcher(word).matches() && !PLACEHOLDERS.containsKey(word)) {
            return folder.resolve(word).toString();
        }
        Matcher own = OWN.matcher(word);
        if (own.matches()) {
            boolean one = own.group(1) != null || ONE.contains(before);
            return "../specs/own/Buffer.java" + (one ? "/broken" : own.group(2));
        }
        return PLACEHOLDERS.get(word).getOrElse(word.replaceAll("^specs/", "../specs/"));
    }

    private static void canBeGiven(String... given) {
        String[] words = given;
        if (words.length == 1 && !words[0].contains("/") || words.length > 0 && STAY.contains(words[0])) {
            words = new String[] {words[0], "--help"};
        }
        Captured errors = new Captured();
        Captured out = new Captured();
        Console console = new Console(out.page(72), errors.stream(), -1, Ticker.systemTicker(), () -> true);
        Exit exit = new CheckCommand(console, Shelf.shipped()).run(words);
        assertNotEquals(Exit.USAGE, exit, () -> String.join(" ", given) + ": " + errors.text());
    }
}
