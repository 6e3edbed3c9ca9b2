package pagelife.checker.liveness;

import io.vavr.control.Option;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import pagelife.checker.naive.SmallGraph;

/** Asks the Spin model checker (Holzmann), version 6, where it is installed. */
final class Spin {
    private final Path directory;

    private Spin(Path directory) {
        this.directory = directory;
    }

    static boolean isInstalled() {
        return Stream.of("spin", "gcc")
                .allMatch(program -> Stream.of(System.getenv("PATH").split(File.pathSeparator))
                        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program))));
    }

    /** Compiles a verifier for a graph and formulas about it; formula i goes by the name f and i. */
    static Spin of(SmallGraph graph, List<String> formulas, Path directory) {
        String promela = Stream.of("p", "q")
                        .map(name -> "#define " + name + " (" + where(graph, name) + ")\n")
                        .collect(Collectors.joining())
                + "byte s = " + graph.initial().get(0) + ";\n"
                + process("a", graph, 0, 1)
                + process("b", graph, 2, 2)
                + IntStream.range(0, formulas.size())
                        .mapToObj(i -> "ltl f" + i + " { " + formulas.get(i) + " }\n")
                        .collect(Collectors.joining());
        Spin spin = new Spin(directory);
        try {
            Files.writeString(directory.resolve("graph.pml"), promela);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        spin.run("spin", "-a", "graph.pml");
        spin.run("gcc", "-w", "-DNOREDUCE", "-o", "pan", "pan.c");
        return spin;
    }

    private static String where(SmallGraph graph, String name) {
        return IntStream.range(0, graph.states())
                .filter(state -> graph.truths().test(proposition(name), state))
                .mapToObj(state -> "s == " + state)
                .reduce("false", (left, right) -> left + " || " + right);
    }

    private static pagelife.checker.ltl.Formula.Proposition proposition(String name) {
        return (pagelife.checker.ltl.Formula.Proposition) Fixture.formula(name);
    }

    private static String process(String name, SmallGraph graph, int firstStep, int lastStep) {
        return "active proctype " + name + "() {\n  do\n  :: d_step { false -> skip }\n"
                + graph.edges().stream()
                        .filter(edge -> edge.step() >= firstStep && edge.step() <= lastStep)
                        .map(edge -> "  :: d_step { s == " + edge.from() + " -> s = " + edge.to() + " }\n")
                        .collect(Collectors.joining())
                + "  od\n}\n";
    }

    /**
     * Whether formula {@code number} holds, with all processes weakly fair or with none. Empty when Spin did not
     * finish: with -f it runs into its depth limit on some graphs, however small.
     */
    Option<Boolean> holds(int number, boolean fair) {
        List<String> command = new ArrayList<>(List.of("./pan", "-a", "-E", "-n", "-N", "f" + number));
        if (fair) {
            command.add("-f");
        }
        String answer = run(command.toArray(String[]::new));
        if (answer.contains("errors: 0")) {
            boolean whole = !answer.contains("max search depth too small") && !answer.contains("Search not completed");
            return whole ? Option.some(true) : Option.none();
        }
        if (!answer.contains("errors: ")) {
            throw new IllegalStateException(answer);
        }
        return answer.contains("acceptance cycle") ? Option.some(false) : Option.none();
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
