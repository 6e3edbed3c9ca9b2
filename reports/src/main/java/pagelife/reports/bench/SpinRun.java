package pagelife.reports.bench;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Runs Spin on our own Promela text of a model: {@code spin -a}, a C compiler, and the verifier. Only the verifier is
 * timed, translation and compilation are not.
 */
final class SpinRun {
    private static final Pattern STATES = Pattern.compile("([0-9.e+]+) states, stored");
    private static final Pattern ERRORS = Pattern.compile("errors: ([0-9]+)");
    private static final Pattern LIMITED =
            Pattern.compile("max search depth too small|Search not completed|out of memory");
    private static final Pattern TRANSITIONS = Pattern.compile("([0-9.e+]+) transitions \\(= ");

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
            String whole = new String(text.readAllBytes(), StandardCharsets.UTF_8) + promela.blocks();
            Files.writeString(folder.resolve(promela.resource()), whole);
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

    /** Checks the assertions, or, if there are any, the first claim about runs that are weakly fair to each process. */
    Sample measure(Promela promela, long states) throws IOException, InterruptedException {
        boolean whole = promela.depth().isEmpty();
        return run(promela.isAboutRuns() ? promela.runOptions(states, 0, true) : promela.runOptions(states), whole);
    }

    /** Looks for a run that breaks claim {@code number}: among all runs, or those weakly fair to each process. */
    Sample look(Promela promela, long states, int number, boolean fair) throws IOException, InterruptedException {
        return run(promela.runOptions(states, number, fair), true);
    }

    /** One that is to see the whole must not stop at a limit. */
    private Sample run(Seq<String> options, boolean whole) throws IOException, InterruptedException {
        Timed.Run run = timed.run(Vector.of("./pan").appendAll(options).asJava());
        boolean holds = number(ERRORS, run.output()) == 0;
        if (whole && holds && LIMITED.matcher(run.output()).find()) {
            throw new IOException("Spin did not come to the end: " + run.output());
        }
        return new Sample(
                number(STATES, run.output()),
                number(TRANSITIONS, run.output()),
                holds,
                run.cpuNanos(),
                run.wallNanos());
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
