package pagelife.reports.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.abort;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.base.Ticker;
import io.vavr.collection.Vector;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import pagelife.reports.Captured;
import pagelife.specs.bench.DaxSpecs;

/** A run that dies without warning goes on from its last checkpoint and finds the same. */
@Timeout(120)
class KillTest {
    private static final String QUESTION = "dax/medium --json --property S1 --property D-W3";

    /** How a process of Unix ends by SIGKILL. */
    private static final int KILLED = 128 + 9;

    /*
     * 918,036 states in 30 levels and more, with a checkpoint after each. Killed when it is about to write a checkpoint
     * with level 14: in memory, or with 4 MB for states, so that it is on disk by then.
     */
    @ParameterizedTest
    @CsvSource({"400m", "8m"})
    void aKilledRunGoesOnAndFindsTheSame(String memory, @TempDir Path folder) throws IOException, InterruptedException {
        Path report = folder.resolve("report");
        Path errors = folder.resolve("errors");
        Path checkpoints = folder.resolve("checkpoints");
        Process process = start(
                command("--memory " + memory + " --checkpoint-every 1ms --progress off --checkpoint " + checkpoints)
                        .redirectOutput(report.toFile())
                        .redirectError(Redirect.to(errors.toFile())));
        try {
            while (process.isAlive() && !isThere(checkpoints, "level14-")) {
                Thread.sleep(1);
            }
        } finally {
            process.destroyForcibly();
        }
        assertTrue(process.waitFor(30, TimeUnit.SECONDS));
        assertEquals(KILLED, process.exitValue(), Files.readString(errors));
        assertEquals("", Files.readString(report));
        assertTrue(isThere(checkpoints, "checkpoint.pagelife"));
        assertEquals(document(""), document(" --memory " + memory + " --resume " + checkpoints));
    }

    /* Some six kills in each of sixty chains, at random moments: before the first checkpoint, in one, between two. */
    @Timeout(600)
    @Tag("soak")
    @ParameterizedTest
    @MethodSource("seeds")
    void aRunThatIsKilledAgainAndAgainGoesOnAndFindsTheSame(int seed, @TempDir Path folder)
            throws IOException, InterruptedException {
        Random random = new Random(seed);
        String memory = random.nextBoolean() ? " --memory 400m" : " --memory 8m";
        Path checkpoints = folder.resolve("checkpoints");
        for (int kills = random.nextInt(9); kills >= 0; kills--) {
            String goOn = Files.exists(checkpoints.resolve("checkpoint.pagelife")) ? " --resume " : " --checkpoint ";
            Process process =
                    start(command(memory.trim() + " --checkpoint-every 1ms --progress off" + goOn + checkpoints)
                            .redirectOutput(Redirect.DISCARD)
                            .redirectError(Redirect.DISCARD));
            process.waitFor(150 + random.nextInt(1_200), TimeUnit.MILLISECONDS);
            process.destroyForcibly();
            assertTrue(process.waitFor(30, TimeUnit.SECONDS));
        }
        boolean resumes = Files.exists(checkpoints.resolve("checkpoint.pagelife"));
        assertEquals(document(""), document(memory + (resumes ? " --resume " : " --checkpoint ") + checkpoints));
    }

    /* A search through disk without checkpoints loses its work; what it leaves in the folder goes with the next one. */
    @Timeout(600)
    @Tag("soak")
    @ParameterizedTest
    @MethodSource("seeds")
    void whatAKilledSearchThroughDiskLeavesIsRemovedByTheNext(int seed, @TempDir Path folder)
            throws IOException, InterruptedException {
        Random random = new Random(seed);
        Path scratch = folder.resolve("scratch");
        for (int kills = 0; kills < 3; kills++) {
            Process process = start(command("--memory 8m --progress off --scratch " + scratch)
                    .redirectOutput(Redirect.DISCARD)
                    .redirectError(Redirect.DISCARD));
            process.waitFor(150 + random.nextInt(1_200), TimeUnit.MILLISECONDS);
            process.destroyForcibly();
            assertTrue(process.waitFor(30, TimeUnit.SECONDS));
        }
        assertEquals(document(""), document(" --memory 8m --scratch " + scratch));
        try (Stream<Path> left = Files.list(scratch)) {
            assertEquals(List.of(), left.toList());
        }
    }

    static IntStream seeds() {
        return IntStream.range(0, Integer.getInteger("pagelife.kills", 60));
    }

    private static boolean isThere(Path folder, String start) throws IOException {
        if (!Files.exists(folder)) {
            return false;
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.anyMatch(file -> file.getFileName().toString().startsWith(start));
        }
    }

    private static Process start(ProcessBuilder command) {
        try {
            return command.start();
        } catch (IOException e) {
            return abort("no process can be started here: " + e.getMessage());
        }
    }

    private static ProcessBuilder command(String options) {
        ProcessBuilder command = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx400m",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                Main.class.getName());
        command.command().addAll(List.of((QUESTION + " " + options).split(" ")));
        return command;
    }

    /** The report of a run in this process, without what may differ from run to run. */
    private static JsonNode document(String options) throws IOException {
        Captured out = new Captured();
        Captured errors = new Captured();
        Console console = new Console(out.page(100), errors.stream(), -1, Ticker.systemTicker(), () -> false);
        Exit exit = new CheckCommand(console, Shelf.of(Vector.of(DaxSpecs.table())))
                .run((QUESTION + " --progress off" + options).split(" "));
        assertEquals(Exit.AS_CLAIMED, exit, errors.text());
        return ((ObjectNode) new ObjectMapper().readTree(out.text())).without("measured");
    }
}
