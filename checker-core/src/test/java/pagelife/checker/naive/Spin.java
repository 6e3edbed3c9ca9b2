package pagelife.checker.naive;

import io.vavr.control.Option;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Asks the Spin model checker (Holzmann), version 6, where it is installed: an oracle that shares nothing with
 * Pagelife.
 */
public final class Spin {
    private static final Pattern STORED = Pattern.compile("(\\d+) states, stored");
    private static final Pattern TAKEN = Pattern.compile("(\\d+) transitions \\(= stored\\+matched\\)");

    private final Path directory;

    private Spin(Path directory) {
        this.directory = directory;
    }

    /** Whether Spin and the C compiler that it needs are there. */
    public static boolean isInstalled() {
        return Stream.of("spin", "gcc")
                .allMatch(program -> Stream.of(System.getenv("PATH").split(File.pathSeparator))
                        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program))));
    }

    /** Compiles the verifier of a Promela program, without partial-order reduction, in a directory of its own. */
    public static Spin of(String promela, Path directory) {
        Spin spin = new Spin(directory);
        try {
            Files.writeString(directory.resolve("model.pml"), promela);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        spin.run("spin", "-a", "-o2", "model.pml"); // -o2: what is written and never read counts, too
        spin.run("gcc", "-w", "-DNOREDUCE", "-o", "pan", "pan.c");
        return spin;
    }

    /**
     * Whether the formula of this name holds, with all processes weakly fair or with none. Empty when Spin did not
     * finish: with -f it runs into its depth limit on some graphs, however small.
     */
    public Option<Boolean> holds(String formula, boolean fair) {
        List<String> command = new ArrayList<>(List.of("./pan", "-a", "-E", "-n", "-m100000", "-w16", "-N", formula));
        if (fair) {
            command.add("-f");
        }
        String answer = run(command.toArray(String[]::new));
        if (answer.contains("errors: 0")) {
            return isWhole(answer) ? Option.some(true) : Option.none();
        }
        if (!answer.contains("errors: ")) {
            throw new IllegalStateException(answer);
        }
        return answer.contains("acceptance cycle") || answer.contains("end state in claim reached")
                ? Option.some(false)
                : Option.none();
    }

    /** How many states and transitions there are; the initial state counts as one of both. */
    public Counted count() {
        run("gcc", "-w", "-DNOREDUCE", "-DNOCLAIM", "-o", "pan-count", "pan.c");
        String answer = run("./pan-count", "-E", "-n", "-m100000", "-w16");
        if (!answer.contains("errors: 0") || !isWhole(answer)) {
            throw new IllegalStateException(answer);
        }
        return new Counted(number(STORED, answer), number(TAKEN, answer));
    }

    /**
     * How large a model is.
     *
     * @param states the states that were stored
     * @param transitions the transitions to them, and one to the initial state
     */
    public record Counted(long states, long transitions) {}

    private static boolean isWhole(String answer) {
        return !answer.contains("max search depth too small") && !answer.contains("Search not completed");
    }

    private static long number(Pattern pattern, String answer) {
        Matcher found = pattern.matcher(answer);
        if (!found.find()) {
            throw new IllegalStateException(answer);
        }
        return Long.parseLong(found.group(1));
    }

    private String run(String... command) {
        try {
            Process process = new ProcessBuilder(command)
                    .directory(directory.toFile())
                    .redirectErrorStream(true)
                    .start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IllegalStateException(List.of(command) + " failed: " + output);
            }
            return output;
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
