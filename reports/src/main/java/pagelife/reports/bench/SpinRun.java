package pagelife.reports.bench;

import io.vavr.collection.Vector;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Runs Spin on our own Promela text of a model: {@code spin -a}, a C compiler, and the verifier. Only the verifier is timed,
 * translation and compilation are not.
 */
final class SpinRun {
    private static final Pattern STATES = Pattern.compile("([0-9.e+]+) states, stored");
    private static final Pattern TRANSITIONS = Pattern.compile("([0-9.e+]+) transitions \\(= stored");

    private final Path folder;
    private final Timed timed;

    SpinRun(Path folder, Timed timed) {
        this.folder = folder;
        this.timed = timed;
    }

    /** The version of Spin; empty when it, or the C compiler, is not installed. */
    static java.util.Optional<String> version(Timed timed) throws InterruptedException {
        try {
            timed.run(List.of("gcc", "--version"));
            return java.util.Optional.of(
                    timed.run(List.of("spin", "-V")).output().strip());
        } catch (IOException e) {
            return java.util.Optional.empty();
        }
    }

    /** Makes the verifier. */
    void build(Promela promela) throws IOException, InterruptedException {
        try (InputStream text = SpinRun.class.getResourceAsStream("/bench/" + promela.resource())) {
            Files.copy(text, folder.resolve(promela.resource()), StandardCopyOption.REPLACE_EXISTING);
        }
        timed.run(Vector.of("spin", "-a")
                .appendAll(promela.defines().map(define -> "-D" + define))
                .append(promela.resource())
                .asJava());
        timed.run(Vector.of("gcc")
                .appendAll(promela.compilerOptions())
                .appendAll(List.of("-w", "-o", "pan", "pan.c"))
                .asJava());
    }

    /** Runs it on a model of so many states. */
    Sample measure(Promela promela, long states) throws IOException, InterruptedException {
        Timed.Run run = timed.run(
                Vector.of("./pan").appendAll(promela.runOptions(states)).asJava());
        return new Sample(
                number(STATES, run.output()), number(TRANSITIONS, run.output()), run.cpuNanos(), run.wallNanos());
    }

    /** Spin gives a large number to eight digits only, as 1.4348906e+08. */
    private static long number(Pattern pattern, String output) throws IOException {
        Matcher matcher = pattern.matcher(output);
        if (!matcher.find()) {
            throw new IOException("Spin does not say how many: " + output);
        }
        return Math.round(Double.parseDouble(matcher.group(1)));
    }
}
