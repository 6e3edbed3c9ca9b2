package pagelife.reports.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What only a process of its own can show. */
@Timeout(60)
class ProcessTest {
    private static final File FULL = new File("/dev/full");

    /** It sends SIGTERM, which Java treats as it treats the SIGINT of {@code ^C}. */
    @Test
    void aSignalEndsTheSearchWithAReportAndExitThree() throws IOException, InterruptedException {
        Process process = command("endless/one").start();
        try (BufferedReader errors = process.errorReader(StandardCharsets.UTF_8)) {
            assertEquals("started", errors.readLine());
            process.toHandle().destroy();
            String report = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertTrue(process.waitFor(30, TimeUnit.SECONDS));
            assertEquals(Exit.UNDECIDED.code(), process.exitValue(), report);
            assertTrue(report.startsWith("UNDECIDED  truth"), report);
            assertTrue(report.contains("the search was interrupted"), report);
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    void aFullDiskIsNoSuccess() throws IOException, InterruptedException {
        assumeTrue(FULL.exists(), "a Linux device that is always full");
        Process process = command("--help").redirectOutput(FULL).start();
        try (BufferedReader errors = process.errorReader(StandardCharsets.UTF_8)) {
            assertEquals("check: the report was not written: No space left on device", errors.readLine());
            assertEquals(Exit.FAULT.code(), process.waitFor());
        } finally {
            process.destroyForcibly();
        }
    }

    private static ProcessBuilder command(String... arguments) {
        ProcessBuilder command = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx200m",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                EndlessMain.class.getName());
        command.command().addAll(List.of(arguments));
        return command;
    }
}
