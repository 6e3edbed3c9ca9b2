package pagelife.reports.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * Runs commands and times them. The clock is that of the shell: Java cannot ask what a child that has ended has used,
 * and so Spin and we are measured with the same stick, from the start of the process to its end.
 */
final class Timed {
    private static final String SCRIPT = "TIMEFORMAT='%R %U %S'; time \"$@\"";
    private static final long POLL_MILLIS = 50;

    /** How a process ends that ^C or a polite kill reached: a shell says 128 and the number of the signal. */
    private static final Set<Integer> SIGNALLED = Set.of(128 + 1, 128 + 2, 128 + 15);

    private final Path folder;
    private final BooleanSupplier interrupted;

    /** Runs in this folder; kills what runs when asked to. */
    Timed(Path folder, BooleanSupplier interrupted) {
        this.folder = folder;
        this.interrupted = interrupted;
    }

    /**
     * What a command did.
     *
     * @param output its standard output
     * @param wallNanos time
     * @param cpuNanos user and system time, of all its threads
     */
    record Run(String output, long wallNanos, long cpuNanos) {}

    /**
     * Runs a command to its end; it must succeed. When the user wants to stop, an {@code InterruptedException} says so.
     */
    Run run(List<String> command) throws IOException, InterruptedException {
        Path output = folder.resolve("output");
        Path errors = folder.resolve("errors");
        List<String> shell = new ArrayList<>(List.of("bash", "-c", SCRIPT, "bench"));
        shell.addAll(command);
        ProcessBuilder builder = new ProcessBuilder(shell)
                .directory(folder.toFile())
                .redirectOutput(output.toFile())
                .redirectError(errors.toFile());
        builder.environment().put("LC_ALL", "C"); // for the decimal point
        Process process = builder.start();
        while (!process.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
            if (interrupted.getAsBoolean()) {
                process.descendants().forEach(ProcessHandle::destroy);
            }
        }
        String said = Files.readString(errors, StandardCharsets.UTF_8).strip();
        if (interrupted.getAsBoolean() || SIGNALLED.contains(process.exitValue())) { // ^C reaches the child before us
            throw new InterruptedException("stopped while " + command.get(0) + " ran");
        }
        if (process.exitValue() != 0) {
            throw new IOException(command.get(0) + " ended with " + process.exitValue() + ": " + said);
        }
        String[] times = said.substring(said.lastIndexOf('\n') + 1).split(" ", -1);
        return new Run(
                Files.readString(output, StandardCharsets.UTF_8), nanos(times[0]), nanos(times[1]) + nanos(times[2]));
    }

    private static long nanos(String seconds) {
        return Math.round(Double.parseDouble(seconds) * 1e9);
    }
}
