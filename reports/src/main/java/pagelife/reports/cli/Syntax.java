package pagelife.reports.cli;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.util.Map;
import java.util.Stack;
import pagelife.reports.bench.Bench;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/**
 * The words of the command line.
 *
 * <p>Declared by hand: reading annotations would cost a tenth of a second at each start.
 */
final class Syntax {
    static final String LIST = "list";
    static final String BENCH = "bench";
    static final String CLAIMS = "claims";
    static final String MATRIX = "matrix";
    static final String GRAPH = "graph";
    static final String COST = "cost";
    static final String COMPLETION = "completion";

    private Syntax() {}

    /** The command {@code check} with its subcommands; {@code variants} and {@code families} are for completion. */
    static CommandSpec check(Seq<String> variants, Seq<String> families) {
        CommandSpec check = CommandSpec.create()
                .name("check")
                .addPositional(PositionalParamSpec.builder()
                        .paramLabel("VARIANT")
                        .arity("0..1")
                        .type(String.class)
                        .completionCandidates(variants)
                        .description("The protocol variant to check, such as fsdax/6.1. Without it the whole catalogue "
                                + "is checked against the verdicts we expect.")
                        .build());
        check.addSubcommand(LIST, list(families.appendAll(variants)))
                .addSubcommand(BENCH, bench())
                .addSubcommand(CLAIMS, claims())
                .addSubcommand(MATRIX, ofFamily(MATRIX, "fsdax", "Checks every combination of a family's rules."))
                .addSubcommand(COST, ofFamily(COST, "devdax", "Reckons what a family costs, beside what was measured."))
                .addSubcommand(GRAPH, graph(variants))
                .addSubcommand(COMPLETION, completion());
        what(check);
        how(check);
        help(check)
                .addOption(OptionSpec.builder("--version")
                        .versionHelp(true)
                        .description("Show the version and exit.")
                        .build());
        check.usageMessage()
                .sortOptions(false)
                .abbreviateSynopsis(true)
                .description(
                        "Explores every interleaving of a page-lifetime protocol and shows the shortest one that breaks "
                                + "a claim.")
                .footer(
                        "",
                        "Exit codes: 0 all as claimed; 1 some claim is broken, or never comes to pass; 2 wrong usage;",
                        "3 undecided: a limit or ^C came first; 4 our own fault.",
                        "",
                        "--memory 8g, or PAGELIFE_HEAP=8g in the environment, gives it a larger heap.");
        return check;
    }

    private static void what(CommandSpec check) {
        check.addOption(option(
                        "--property",
                        "NAME",
                        "Check this property only, named in full or by its first word. May be repeated.")
                .type(String[].class)
                .build());
        check.addOption(option(
                        "--ltl",
                        "FORMULA",
                        "Check this formula of linear temporal logic, such as '[](waiting -> <>!waiting)'. May be repeated; "
                                + "./check list VARIANT shows the words.")
                .type(String[].class)
                .build());
        check.addOption(option(
                        "--fairness",
                        "WHAT",
                        "Fairness of runs: none, weak, strong or declared (usual); fs=weak or gup.s3=strong for one actor or "
                                + "step. May be repeated.")
                .type(String[].class)
                .build());
        check.addOption(option("--rule", "NAME=VALUE", "Set a rule otherwise than the variant does. May be repeated.")
                .type(String[].class)
                .build());
        check.addOption(option("--bound", "NAME=VALUE", "Set a bound otherwise than the variant does. May be repeated.")
                .type(String[].class)
                .build());
        check.addOption(flag("--witness", "Show the traces of what is claimed to happen sometimes, too."));
        check.addOption(flag("--json", "Write one JSON document instead of text."));
    }

    private static void how(CommandSpec check) {
        check.addOption(option("--search", "bfs|dfs", "Breadth-first, with shortest traces (usual), or depth-first.")
                .build());
        check.addOption(option("--max-states", "N", "Stop after so many states, such as 250k or 10M.")
                .build());
        check.addOption(option("--max-depth", "N", "Stop at so many steps from the start.")
                .build());
        check.addOption(option("--timeout", "TIME", "Stop after this time, such as 30s or 5m.")
                .build());
        check.addOption(
                option("--threads", "N", "Explore with so many threads.").build());
        check.addOption(option(
                        "--progress",
                        "auto|on|off",
                        "Show on standard error how far a long search has come (usual), any search, or none.")
                .build());
        check.addOption(option(
                        "--audit",
                        "all|1/N",
                        "Re-execute the model's code for every state, or for one in N, and " + "compare.")
                .arity("0..1")
                .preprocessor(Syntax::attached)
                .build());
    }

    private static CommandSpec list(Seq<String> names) {
        CommandSpec list = CommandSpec.create()
                .name(LIST)
                .addPositional(PositionalParamSpec.builder()
                        .paramLabel("NAME")
                        .arity("0..1")
                        .type(String.class)
                        .completionCandidates(names)
                        .description("Only this family, or this variant with the values of its rules and bounds.")
                        .build());
        list.usageMessage().description("Lists families with their variants, rules, bounds and properties.");
        return help(list);
    }

    private static CommandSpec bench() {
        CommandSpec bench = CommandSpec.create().name(BENCH);
        bench.addOption(option("--only", "WORD", "Measure only what has this word in its name. May be repeated.")
                .type(String[].class)
                .completionCandidates(Bench.subjects())
                .build());
        bench.addOption(option("--threads", "N,...", "Explore with so many threads; 1 where none is named.")
                .build());
        bench.addOption(option("--repeat", "N", "Measure so often and show the median; once where none is named.")
                .build());
        bench.addOption(flag("--json", "Write one JSON document instead of text."));
        bench.usageMessage()
                .description(
                        "Measures how fast the checker explores larger models, and Spin beside it where spin and gcc "
                                + "are installed.");
        return help(bench);
    }

    private static CommandSpec claims() {
        CommandSpec claims = CommandSpec.create()
                .name(CLAIMS)
                .addPositional(PositionalParamSpec.builder()
                        .paramLabel("CLAIM")
                        .arity("0..1")
                        .type(String.class)
                        .description("Only this claim, such as 004.2.")
                        .build())
                .addOption(option("--seed", "NUMBER", "Only the claims of this thread: 000, 001, 002, 003 or 004.")
                        .build())
                .addOption(flag("--json", "Write one JSON document instead of text."));
        claims.usageMessage().description("Puts the statements of five mail threads to the test.");
        return help(claims);
    }

    private static CommandSpec ofFamily(String name, String family, String description) {
        CommandSpec command = CommandSpec.create()
                .name(name)
                .addPositional(PositionalParamSpec.builder()
                        .paramLabel("FAMILY")
                        .arity("0..1")
                        .type(String.class)
                        .completionCandidates(Vector.of(family))
                        .description("The family: " + family + ".")
                        .build())
                .addOption(flag("--json", "Write one JSON document instead of text."));
        command.usageMessage().description(description);
        return help(command);
    }

    private static CommandSpec graph(Seq<String> variants) {
        CommandSpec graph = CommandSpec.create()
                .name(GRAPH)
                .addPositional(PositionalParamSpec.builder()
                        .paramLabel("VARIANT")
                        .arity("1")
                        .type(String.class)
                        .completionCandidates(variants)
                        .description("The protocol variant.")
                        .build())
                .addOption(option("--format", "dot|graphml", "For Graphviz (usual), or GraphML.")
                        .build())
                .addOption(OptionSpec.builder("-o", "--output")
                        .paramLabel("FILE")
                        .type(String.class)
                        .description("Write it to this file.")
                        .build())
                .addOption(option("--rule", "NAME=VALUE", "Set a rule. May be repeated.")
                        .type(String[].class)
                        .build())
                .addOption(option("--bound", "NAME=VALUE", "Set a bound. May be repeated.")
                        .type(String[].class)
                        .build())
                .addOption(option("--max-states", "N", "Write so many states at most; 20000 where no number is given.")
                        .build());
        graph.usageMessage().description("Writes the states of a small variant and the steps between them as a graph.");
        return help(graph);
    }

    private static CommandSpec completion() {
        CommandSpec completion = CommandSpec.create().name(COMPLETION);
        completion
                .usageMessage()
                .description("Writes a completion script for bash and zsh: source <(./check completion)");
        return help(completion);
    }

    private static CommandSpec help(CommandSpec command) {
        return command.addOption(OptionSpec.builder("-h", "--help")
                .usageHelp(true)
                .description("Show this help and exit.")
                .build());
    }

    private static OptionSpec.Builder option(String name, String label, String description) {
        return OptionSpec.builder(name).paramLabel(label).type(String.class).description(description);
    }

    private static OptionSpec flag(String name, String description) {
        return OptionSpec.builder(name)
                .type(boolean.class)
                .description(description)
                .build();
    }

    /**
     * The value of an option that may stand without one: only what an equals sign attaches, since the next word may be
     * the variant.
     */
    private static boolean attached(
            Stack<String> arguments, CommandSpec command, ArgSpec option, Map<String, Object> info) {
        if (!"=".equals(info.get("separator"))) {
            arguments.push("all");
        }
        return false;
    }
}
