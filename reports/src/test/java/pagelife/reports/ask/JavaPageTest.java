package pagelife.reports.ask;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pagelife.reports.Captured;

/** What {@code docs/java.md} shows is a piece of the example project, and prints what the page says. */
class JavaPageTest {
    private static final Path PAGE = Path.of("../docs/java.md");
    private static final Path EXAMPLE = Path.of("src/it/example/src");
    private static final Pattern JAVA = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);
    private static final Pattern PRINTS =
            Pattern.compile("(<!-- prints: (\\S+) -->\n```\n)(.*?)(```\n<!-- end -->)", Pattern.DOTALL);

    @TempDir
    private Path classes;

    @Test
    void everyBlockIsAPieceOfTheExample() throws IOException {
        Seq<String> sources = sources(EXAMPLE).map(JavaPageTest::text);
        Vector<MatchResult> blocks = Vector.ofAll(JAVA.matcher(text(PAGE)).results());

        assertEquals(4, blocks.size());
        blocks.map(block -> block.group(1))
                .forEach(block -> assertTrue(sources.exists(source -> source.contains(block)), block));
    }

    @Test
    void everyProgramPrintsWhatThePageSays() throws Exception {
        compile();
        String shown = text(PAGE);
        String real = shown;
        for (MatchResult run : Vector.ofAll(PRINTS.matcher(shown).results())) {
            String printed = run.group(1) + untimed(printed(run.group(2))) + run.group(4);
            real = real.replaceFirst(
                    "(?s)" + Pattern.quote(run.group(1)) + ".*?" + Pattern.quote(run.group(4)),
                    Matcher.quoteReplacement(printed));
        }
        if (System.getProperty("update.golden") != null) {
            Files.writeString(PAGE, real);
            return;
        }
        assertEquals(shown, real, PAGE + " shows other output: if that is meant, -Dupdate.golden");
    }

    private void compile() throws IOException {
        Seq<String> files = sources(EXAMPLE).map(Path::toString);
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        int status = ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        null,
                        null,
                        Vector.of("-d", classes.toString(), "-cp", classPath)
                                .appendAll(files)
                                .toJavaArray(String[]::new));
        assertEquals(0, status);
    }

    private String printed(String main) throws Exception {
        Captured captured = new Captured();
        PrintStream before = System.out;
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {classes.toUri().toURL()})) {
            System.setOut(captured.stream());
            loader.loadClass(main).getMethod("main", String[].class).invoke(null, (Object) new String[0]);
        } finally {
            System.setOut(before);
        }
        return captured.text().replace(classes.toString(), "target/classes"); // where a user's project has them
    }

    private static Seq<Path> sources(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return Vector.ofAll(files.filter(file -> file.toString().endsWith(".java")));
        }
    }

    private static String untimed(String text) {
        return text.replaceAll("in [0-9.]+ s\\b", "in 0.01 s");
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
