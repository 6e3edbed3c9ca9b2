package pagelife.reports.reproduce;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The C compiler and the shell of this machine. */
final class Gcc {
    private Gcc() {}

    /**
     * How a command ended.
     *
     * @param exit its exit code
     * @param said what it wrote
     */
    record Ended(int exit, String said) {}

    /** Whether there is a compiler, of a system whose calls the programs use. */
    static boolean isThere() {
        try {
            return System.getProperty("os.name").equals("Linux")
                    && run(Path.of("."), "gcc", "--version").exit() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    /** Compiles a program in an empty folder, with every warning an error. */
    static Path compile(String program, Path folder) throws IOException {
        Files.writeString(folder.resolve("reproduce.c"), program);
        Ended ended =
                run(folder, "gcc", "-O1", "-Wall", "-Wextra", "-Werror", "-pthread", "-o", "reproduce", "reproduce.c");
        if (ended.exit() != 0) {
            throw new AssertionError(ended.said());
        }
        return folder.resolve("reproduce");
    }

    /** Runs a command in a folder. */
    static Ended run(Path folder, String... command) throws IOException {
        Process process = new ProcessBuilder(List.of(command))
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        try {
            process.getOutputStream().close();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                throw new AssertionError(List.of(command) + " does not end:\n" + said);
            }
            return new Ended(process.exitValue(), said);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        } finally {
            process.destroyForcibly();
        }
    }
}
