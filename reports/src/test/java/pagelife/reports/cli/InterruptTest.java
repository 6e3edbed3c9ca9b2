package pagelife.reports.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class InterruptTest {
    /** It sends SIGTERM, which Java treats as it treats the SIGINT of {@code ^C}. */
    @Test
    @Timeout(60)
    void aSignalEndsTheSearchWithAReportAndExitThree() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx200m",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        EndlessMain.class.getName(),
                        "endless/one")
                .start();
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
}
