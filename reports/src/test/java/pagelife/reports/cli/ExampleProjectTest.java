package pagelife.reports.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.common.base.Ticker;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import pagelife.reports.Captured;

/**
 * The example project, built by Maven as a user's would be: against artefacts in a repository, without the network. The
 * repository is made here, of what is compiled; what else the project needs is that of the user who runs this test.
 */
@Timeout(600)
class ExampleProjectTest {
    private static final Path ROOT = Path.of("..");
    private static final Path PROJECT = Path.of("target/example").toAbsolutePath();
    private static final Path REPOSITORY = Path.of("target/example-repository").toAbsolutePath();
    private static final Path USERS =
            Path.of(System.getProperty("maven.repo.local", System.getProperty("user.home") + "/.m2/repository"));
    private static final Seq<String> MODULES = Vector.of("checker-core", "models", "specs", "reports");
    private static final Pattern VERSION = Pattern.compile("<version>(.*?)</version>");

    private static String version() throws IOException {
        return version(ROOT.resolve("pom.xml"));
    }

    private static String version(Path pom) throws IOException {
        Matcher matcher = VERSION.matcher(Files.readString(pom));
        assertTrue(matcher.find(), pom + " has no version");
        return matcher.group(1);
    }

    @Test
    void theBomHasTheVersionAndTheModulesOfThisBuild() throws IOException {
        Path bom = ROOT.resolve("reports/bom/pom.xml");
        assertEquals(version(), version(bom));
        MODULES.forEach(module -> assertTrue(text(bom).contains("<artifactId>" + module + "</artifactId>"), module));
    }

    @Test
    void theExampleIsOfThisVersion() throws IOException {
        assertTrue(text(Path.of("src/it/example/pom.xml"))
                .contains("<pagelife.version>" + version() + "</pagelife.version>"));
    }

    @Test
    void mavenBuildsAndTestsItAndCheckTakesItsJar() throws IOException, InterruptedException {
        assumeTrue(
                Stream.of(System.getenv("PATH").split(":")).anyMatch(bin -> Files.isExecutable(Path.of(bin, "mvn"))),
                "needs mvn on the path");
        assumeTrue(Files.isDirectory(USERS), "needs a local repository at " + USERS);
        makeRepository();
        copy(Path.of("src/it/example"), PROJECT);

        Ended ended = maven("clean", "package");
        assumeTrue(
                !ended.said().contains("offline"),
                "the local repository has not all that the example needs: " + ended.said());
        assertEquals(0, ended.code(), ended.said());
        assertTrue(ended.said().contains("Tests run: 4, Failures: 0, Errors: 0, Skipped: 0"), ended.said());

        assertEquals(
                """
                OK         Table/right  2 hold
                OK         Table/plain  1 hold, 1 broken: no use after free in 2
                2 specs as expected in 0.01 s
                """,
                check("--all", "--path", PROJECT.resolve("target/table-1.jar").toString()));
    }

    private record Ended(int code, String said) {}

    private static Ended maven(String... goals) throws IOException, InterruptedException {
        Seq<String> command =
                Vector.of("mvn", "-o", "-B", "-Dmaven.repo.local=" + REPOSITORY).appendAll(Vector.of(goals));
        ProcessBuilder builder =
                new ProcessBuilder(command.asJava()).directory(PROJECT.toFile()).redirectErrorStream(true);
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().keySet().removeIf(name -> name.startsWith("MAVEN_") || name.startsWith("SUREFIRE_"));
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(process.waitFor(10, TimeUnit.SECONDS));
        return new Ended(process.exitValue(), said);
    }

    private static String check(String... words) {
        Captured out = new Captured();
        Captured errors = new Captured();
        Console console = new Console(out.page(100), errors.stream(), -1, Ticker.systemTicker(), () -> false);
        assertEquals(Exit.AS_CLAIMED, new CheckCommand(console, Shelf.shipped()).run(words), errors::text);
        return out.text().replaceAll("in [0-9.]+ s\\b", "in 0.01 s");
    }

    /** The artefacts of this build, and beside them, as links, what the user has. */
    private static void makeRepository() throws IOException {
        delete(REPOSITORY);
        Path own = Files.createDirectories(REPOSITORY.resolve("io/github/pagelife"));
        link(USERS, REPOSITORY, "io");
        link(USERS.resolve("io"), REPOSITORY.resolve("io"), "github");
        link(USERS.resolve("io/github"), REPOSITORY.resolve("io/github"), "pagelife");
        String version = version();
        pom(own, "pagelife", version, ROOT.resolve("pom.xml"));
        pom(own, "bom", version, ROOT.resolve("reports/bom/pom.xml"));
        for (String module : MODULES) {
            Path folder = pom(own, module, version, ROOT.resolve(module).resolve("pom.xml"));
            jar(ROOT.resolve(module).resolve("target/classes"), folder.resolve(module + "-" + version + ".jar"));
        }
    }

    private static void link(Path from, Path to, String but) throws IOException {
        if (!Files.isDirectory(from)) {
            return;
        }
        try (Stream<Path> all = Files.list(from)) {
            for (Path one : all.filter(path -> !path.getFileName().toString().equals(but))
                    .toList()) {
                Files.createSymbolicLink(to.resolve(one.getFileName()), one.toAbsolutePath());
            }
        }
    }

    private static Path pom(Path own, String artifact, String version, Path pom) throws IOException {
        Path folder = Files.createDirectories(own.resolve(artifact).resolve(version));
        Files.copy(pom, folder.resolve(artifact + "-" + version + ".pom"));
        return folder;
    }

    private static void jar(Path classes, Path jar) throws IOException {
        try (OutputStream out = Files.newOutputStream(jar);
                ZipOutputStream zip = new ZipOutputStream(out);
                Stream<Path> all = Files.walk(classes)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                zip.putNextEntry(
                        new ZipEntry(classes.relativize(file).toString().replace('\\', '/')));
                Files.copy(file, zip);
            }
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        delete(to);
        try (Stream<Path> all = Files.walk(from)) {
            for (Path one : all.toList()) {
                Files.copy(one, to.resolve(from.relativize(one).toString()));
            }
        }
    }

    /** Deletes a folder; of a link only the link. */
    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path one : Vector.ofAll(all).reverse()) {
                Files.delete(one);
            }
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
