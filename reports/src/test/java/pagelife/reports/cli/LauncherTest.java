package pagelife.reports.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The launcher in a checkout of its own, with a Java and a Maven that do as they are told here. */
@Timeout(60)
class LauncherTest {
    private static final Path SCRIPT = Path.of("..", "check");

    /** Says what it was started with; fails to start when a file says so; as "-version" says nothing. */
    private static final String JAVA = """
            #!/bin/sh
            echo "$*" >>"$0.calls"
            [ ! -e "$0.broken" ] || { echo "Error occurred during initialization of VM" >&2; exit 1; }
            case "$*" in
              *-version) exit 0 ;;
              *-Xshare:dump*) for word; do case $word in -XX:SharedArchiveFile=*) echo archive >"${word#*=}" ;; esac; done ;;
              *-jar*) echo "verdict of $(cat "$PAGELIFE_TEST_ROOT/${PAGELIFE_TEST_JAR:-reports/target/pagelife.jar}")"; exit 1 ;;
            esac
            """;

    private static final String MVN = """
            #!/bin/sh
            cp "$PAGELIFE_TEST_ROOT/models/src/main/Model" "$PAGELIFE_TEST_ROOT/reports/target/pagelife.jar"
            """;

    @TempDir
    private Path folder;

    private Path root;
    private Path java;
    private Path target;

    private record Ended(int code, String out, String errors) {}

    @BeforeEach
    void makeCheckout() throws IOException {
        assumeTrue(new File("/bin/bash").canExecute() || new File("/usr/bin/bash").canExecute(), "needs bash");
        root = Files.createDirectory(folder.resolve("checkout"));
        Files.copy(SCRIPT, root.resolve("check"));
        Files.writeString(root.resolve("pom.xml"), "");
        Files.createDirectories(root.resolve("models/src/main"));
        Files.writeString(root.resolve("models/pom.xml"), "");
        Files.writeString(root.resolve("models/src/main/Model"), "one");
        target = Files.createDirectories(root.resolve("reports/target"));
        java = script("home/bin/java", JAVA);
        Files.writeString(folder.resolve("home/release"), "JAVA_VERSION=\"17.0.9\"\n");
        script("bin/mvn", MVN);
    }

    private Path script(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        assertTrue(file.toFile().setExecutable(true));
        return file;
    }

    private Ended check(String... arguments) throws IOException, InterruptedException {
        return start(Map.of(), "bash", arguments);
    }

    private Ended start(Map<String, String> environment, String shell, String... arguments)
            throws IOException, InterruptedException {
        List<String> command =
                new ArrayList<>(List.of(shell, root.resolve("check").toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment()
                .putAll(Map.of(
                        "JAVA_HOME", folder.resolve("home").toString(),
                        "PAGELIFE_TEST_ROOT", root.toString(),
                        "PATH", folder.resolve("bin") + ":" + System.getenv("PATH")));
        builder.environment().keySet().removeAll(List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS"));
        builder.environment().putAll(environment);
        Process process = builder.start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        String errors = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(process.waitFor(50, TimeUnit.SECONDS));
        return new Ended(process.exitValue(), out, errors);
    }

    private static void edit(Path file, String text) throws IOException {
        Files.writeString(file, text);
        Files.setLastModifiedTime(file, FileTime.fromMillis(System.currentTimeMillis() + 60_000));
    }

    @Test
    void theCodeOfTheCommandIsThatOfTheLauncher() throws IOException, InterruptedException {
        Ended ended = check("fsdax/6.1");
        assertEquals("verdict of one\n", ended.out(), ended.errors());
        assertEquals(1, ended.code());
    }

    /*
     * As root nothing is read-only: a folder in the place of each file that the build writes is what cannot be written.
     */
    @Test
    void editedSourcesAreNeverAnsweredByTheOldJar() throws IOException, InterruptedException {
        check();
        for (String written : List.of("started", "build.log")) {
            edit(root.resolve("models/src/main/Model"), "two");
            Path file = target.resolve(written);
            Files.deleteIfExists(file);
            Files.createDirectory(file);
            Ended ended = check("dax/small");
            assertEquals(4, ended.code(), written + ": " + ended.out() + ended.errors());
            assertFalse(ended.out().contains("verdict"), ended.out());
            assertTrue(ended.errors().contains("cannot be written to"), ended.errors());
            Files.delete(file);
        }
    }

    @Test
    void aJavaThatDoesNotStartIsNoVerdict() throws IOException, InterruptedException {
        check();
        Files.delete(target.resolve("starts"));
        Files.writeString(java.resolveSibling("java.broken"), "");
        Ended ended = check("dax/small");
        assertEquals(4, ended.code());
        assertEquals(1, ended.errors().lines().count(), ended.errors());
        assertTrue(ended.errors().contains("java does not start here (Error occurred"), ended.errors());
    }

    @Test
    void optionsThatJavaDoesNotTakeAreWrongUsage() throws IOException, InterruptedException {
        check();
        Files.writeString(java.resolveSibling("java.broken"), "");
        Ended ended = start(Map.of("JDK_JAVA_OPTIONS", "--bogus"), "bash", "dax/small");
        assertEquals(2, ended.code());
        assertTrue(ended.errors().contains("JDK_JAVA_OPTIONS"), ended.errors());
    }

    /* What a file of options says is not in the words that name it. */
    @Test
    void optionsOfTheEnvironmentAreTriedEachTime() throws IOException, InterruptedException {
        Map<String, String> options = Map.of("JDK_JAVA_OPTIONS", "@" + folder.resolve("options"));
        assertEquals(1, start(options, "bash", "dax/small").code());
        Files.writeString(java.resolveSibling("java.broken"), "");
        assertEquals(2, start(options, "bash", "dax/small").code());
    }

    @Test
    void aHeapThatIsTooSmallOrTooLargeIsWrongUsage() throws IOException, InterruptedException {
        assertEquals(2, check("--memory", "1m").code());
        assertEquals(2, check("--memory", "900000t").code());
        assertEquals(2, check("--memory", "lots").code());
        assertEquals(2, start(Map.of("PAGELIFE_HEAP", "7m"), "bash").code());
        assertEquals(1, check("--memory", "64m").code());
    }

    @Test
    void usuallyJavaIsStartedOnce() throws IOException, InterruptedException {
        check();
        Path calls = java.resolveSibling("java.calls");
        Files.delete(calls);
        check("dax/small");
        assertEquals(1, Files.readAllLines(calls).size(), Files.readString(calls));
    }

    @Test
    void anArchiveThatWasCutIsNotUsed() throws IOException, InterruptedException {
        check();
        Path archive = target.resolve("classes-17.0.9.jsa");
        Path calls = java.resolveSibling("java.calls");
        Files.delete(calls);
        check("dax/small");
        assertTrue(Files.readString(calls).contains("SharedArchiveFile"), Files.readString(calls));
        Files.delete(calls);
        Files.writeString(archive, "arch");
        check("dax/small");
        assertFalse(Files.readString(calls).contains("SharedArchiveFile"), Files.readString(calls));
    }

    @Test
    void aFolderThatIsGoneIsWrongUsage() throws IOException, InterruptedException {
        check();
        Path gone = Files.createDirectory(folder.resolve("gone"));
        script(
                "gone.sh",
                "cd " + gone + " && rmdir " + gone + " && exec bash " + root.resolve("check") + " dax/small\n");
        ProcessBuilder builder =
                new ProcessBuilder("bash", folder.resolve("gone.sh").toString()).redirectErrorStream(true);
        builder.environment().put("JAVA_HOME", folder.resolve("home").toString());
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(2, process.waitFor(), said);
        assertTrue(said.contains("is gone: cd to one that exists"), said);
    }

    @Test
    void anotherShellIsToldToUseBash() throws IOException, InterruptedException {
        assumeTrue(!Files.isSameFile(Path.of("/bin/sh"), Path.of("/bin/bash")), "sh is bash here");
        Ended ended = start(Map.of(), "sh", "dax/small");
        assertEquals(2, ended.code());
        assertTrue(ended.errors().contains("this script needs bash"), ended.errors());
    }

    /** As an archive is unpacked: the command, the jar, nothing to build from. */
    private void unpack() throws IOException {
        for (String source : List.of("pom.xml", "models/pom.xml", "models/src/main/Model")) {
            Files.delete(root.resolve(source));
        }
        Files.delete(target);
        Files.writeString(root.resolve("pagelife.jar"), "unpacked");
    }

    private Ended unpacked(Path cache) throws IOException, InterruptedException {
        return start(
                Map.of("XDG_CACHE_HOME", cache.toString(), "PAGELIFE_TEST_JAR", "pagelife.jar"), "bash", "dax/small");
    }

    private List<String> files(Path where) throws IOException {
        try (Stream<Path> all = Files.walk(where)) {
            return all.filter(Files::isRegularFile)
                    .map(file -> where.relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }

    @Test
    void whatWasUnpackedIsNotBuiltAndNothingIsWrittenBesideIt() throws IOException, InterruptedException {
        unpack();
        Path cache = folder.resolve("cache");
        Ended ended = unpacked(cache);
        assertEquals("verdict of unpacked\n", ended.out(), ended.errors());
        assertEquals(List.of("check", "pagelife.jar"), files(root));
        String own = "pagelife/" + root.toString().replaceAll("[^A-Za-z0-9._]", "-");
        assertEquals(
                List.of(own + "/classes-17.0.9.jsa", own + "/classes-17.0.9.jsa.size", own + "/starts"), files(cache));
    }

    /** As root nothing is read-only: a file in the place of the folder is what cannot be written. */
    @Test
    void whoHasNoPlaceOfHerOwnStartsSlowerAndNoWorse() throws IOException, InterruptedException {
        unpack();
        Path cache = Files.writeString(folder.resolve("cache"), "");
        Ended ended = unpacked(cache);
        assertEquals("verdict of unpacked\n", ended.out());
        assertEquals("", ended.errors());
        assertFalse(Files.readString(java.resolveSibling("java.calls")).contains("-Xshare:dump"));
    }

    @Test
    void theJavaThatWasUnpackedIsTheOneThatRuns() throws IOException, InterruptedException {
        unpack();
        Path bin = Files.createDirectories(root.resolve("jre/bin"));
        Files.move(java, bin.resolve("java"));
        Files.writeString(root.resolve("jre/release"), "JAVA_VERSION=\"17.0.9\"\n");
        assertEquals("verdict of unpacked\n", unpacked(folder.resolve("cache")).out());
    }
}
