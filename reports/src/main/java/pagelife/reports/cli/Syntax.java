package pagelife.reports.cli;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import picocli.CommandLine.IParameterPreprocessor;
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
    static final String CLAIMS = "claims";
    static final String MATRIX = "matrix";
    static final String GRAPH = "graph";
    static final String EXPLORE = "explore";
    static final String COST = "cost";
    static final String BENCH = "bench";
    static final String COMPLETION = "completion";
    static final String MAN = "man";
    static final String DOCTOR = "doctor";
    static final String SAVE = "save";
    static final String REPLAY = "replay";
    static final String SCHEMA = "schema";
    static final String WORKLOADS = "workloads";
    static final String MUTATE = "mutate";
    static final String TWINS = "twins";
    static final String REACH = "reach";
    static final String STEPS = "steps";
    static final String DIFF = "diff";
    static final String SIMULATE = "simulate";
    static final String FUZZ = "fuzz";
    static final String REPRODUCE = "reproduce";
    static final String OBSERVE = "observe";

    /** What {@code --as-litmus} is when no more is asked for. */
    static final String PLAIN = "plain";

    /** What it is when runs are wanted, too. */
    static final String SCHEDULES = "schedules";

    /** The subcommands whose words are no models: of what is shipped, of folders, of schemas. */
    private static final Seq<String> MODELLESS = Vector.of(CLAIMS, COST, OBSERVE, DOCTOR, SCHEMA, COMPLETION, MAN);

    /** The names of all subcommands, for whoever mistypes one. */
    static final Seq<String> SUBCOMMANDS = Vector.of(
            LIST,
            CLAIMS,
            MATRIX,
            GRAPH,
            EXPLORE,
            COST,
            BENCH,
            COMPLETION,
            MAN,
            DOCTOR,
            SCHEMA,
            SAVE,
            REPLAY,
            REPRODUCE,
            OBSERVE,
            FUZZ,
            SIMULATE,
            STEPS,
            DIFF,
            WORKLOADS,
            MUTATE,
            TWINS,
            REACH);

    private Syntax() {}

    /** Whether the words of this command line may name models. */
    static boolean takesModels(Seq<String> words) {
        return words.headOption().filter(MODELLESS::contains).isEmpty();
    }

    /**
     * The command {@code check} with its subcommands; {@code names}, all that can be checked, and {@code properties}
     * are for completion.
     */
    static CommandSpec check(Iterable<String> names, Iterable<String> properties) {
        CommandSpec check = CommandSpec.create()
                .name("check")
                .addPositional(PositionalParamSpec.builder()
                        .paramLabel("VARIANT")
                        .arity("0..*")
                        .type(String[].class)
                        .completionCandidates(names)
                        .description(
                                "What to check: a protocol variant such as fsdax/6.1, a family such as fsdax, a row of "
                                        + "the catalogue such as G-a/6.1, a Java source file with a protocol of your"
                                        + " own "
                                        + "or one of its variants, File.java/VARIANT, or litmus tests (files that"
                                        + " end in .litmus, and folders of them). Without it the whole catalogue"
                                        + " is checked against the verdicts we expect.")
                        .build());
        check.addSubcommand(LIST, Subcommands.list(names))
                .addSubcommand(CLAIMS, Subcommands.claims())
                .addSubcommand(
                        MATRIX, Subcommands.ofFamily(MatrixRun.SPACES, "Checks every combination of a family's rules."))
                .addSubcommand(
                        COST,
                        Subcommands.ofFamily(
                                CostRun.FIGURES, "Estimates what a family costs, next to what was measured."))
                .addSubcommand(WORKLOADS, Subcommands.workloads(names))
                .addSubcommand(FUZZ, Subcommands.fuzz(names))
                .addSubcommand(SIMULATE, Subcommands.simulate(names))
                .addSubcommand(MUTATE, Subcommands.mutate(names))
                .addSubcommand(TWINS, Subcommands.twins())
                .addSubcommand(REACH, Subcommands.reach(names))
                .addSubcommand(STEPS, Subcommands.steps(names))
                .addSubcommand(DIFF, Subcommands.diff(names))
                .addSubcommand(GRAPH, Subcommands.graph(names))
                .addSubcommand(EXPLORE, Subcommands.explore(names))
                .addSubcommand(SAVE, Subcommands.save(names, properties))
                .addSubcommand(REPLAY, Subcommands.replay(names))
                .addSubcommand(REPRODUCE, Subcommands.reproduce())
                .addSubcommand(OBSERVE, Subcommands.observe())
                .addSubcommand(BENCH, Subcommands.bench(names))
                .addSubcommand(DOCTOR, Subcommands.doctor())
                .addSubcommand(SCHEMA, Subcommands.schema())
                .addSubcommand(COMPLETION, Subcommands.completion())
                .addSubcommand(MAN, Subcommands.man());
        what(check, properties);
        how(check);
        where(check);
        help(check)
                .addOption(OptionSpec.builder("--version")
                        .versionHelp(true)
                        .description("Show the version and exit.")
                        .build());
        check.usageMessage()
                .sortOptions(false)
                .abbreviateSynopsis(true)
                .description("Explores every interleaving of a page-lifetime protocol, and shows for each broken claim "
                        + "the shortest one that breaks it.")
                .footer(
                        "Exit codes: 0 all as claimed; 1 a claim is broken, or never happens; 2 wrong usage; "
                                + "3 undecided: a limit or ^C came first; 4 our own fault.",
                        "",
                        "PAGELIFE_HEAP=8g in the environment does the same as --memory 8g.",
                        "",
                        "Examples:",
                        "  `./check fsdax/6.1 --property INV-3`",
                        "  `./check fsdax/6.1 --ltl '[](waiting -> <>!waiting)'`",
                        "  `./check G-a/7.2 --property \"LTL-1'\" --format commit`",
                        "  `./check list G-a`");
        return check;
    }

    private static void what(CommandSpec check, Iterable<String> properties) {
        asked(check, properties);
        check.addOption(flag("--all", "Show a line for each row of the whole catalogue, not only what matters most."));
        runs(check);
        check.addOption(option(
                        "--more",
                        "N",
                        "Show up to N further counterexamples of each claim, each the shortest that lacks a decisive step of"
                                + " those before (for a claim about runs, not always the shortest).")
                .build());
        check.addOption(option(
                        "--through",
                        "EXPRESSION",
                        "Show the shortest counterexample that passes through a state where this is true, written as for"
                                + " --invariant (for a claim about runs, not always the shortest).")
                .build());
        Formats.options(check);
        check.addOption(option(
                        "--save",
                        "FILE",
                        "Keep the run that breaks each claim in this file, a litmus test that replay executes.")
                .build());
        check.addOption(option(
                        EvidenceFile.OPTION,
                        "FILE.zip",
                        "Put all that a reviewer needs into this new file: what was asked and found, whether the naive"
                                + " search agrees, the runs, the text for a commit message and for a mail.")
                .build());
        check.addOption(option(
                        "--as-litmus",
                        "schedules",
                        "Check the variant, and write the litmus test that it stands for, with the verdicts found; "
                                + "--as-litmus=schedules adds the run that shows each.")
                .arity("0..1")
                .preprocessor(attached(PLAIN))
                .build());
    }

    /** The options that say how much of the runs is shown. */
    static CommandSpec runs(CommandSpec command) {
        return command.addOption(flag("--witness", "Also show the traces of what is claimed to happen sometimes."))
                .addOption(flag(
                        "--all-steps",
                        "Show every step of a counterexample; by default those that the broken claim does not depend on"
                                + " are folded into one line."));
    }

    /** The options that say what is asked. */
    static void asked(CommandSpec check, Iterable<String> properties) {
        check.addOption(
                option("--property", "NAME", "Check only this property, named in full or by its id. May be repeated.")
                        .type(String[].class)
                        .completionCandidates(properties)
                        .build());
        check.addOption(option(
                        "--ltl",
                        "FORMULA",
                        "Check this formula of linear temporal logic, such as '[](waiting -> <>!waiting)', of at most "
                                + "500 operators. taken(gup.s3), taken(gup) and taken() say that this step, any step of gup "
                                + "or any step at all is taken, enabled(...) that it can be. May be repeated; "
                                + "`./check list fsdax/6.1` shows the words of a variant.")
                .type(String[].class)
                .build());
        check.addOption(option(
                        "--invariant",
                        "EXPRESSION",
                        "Check that this is true in every state, such as 'forall p: pages. page(p).refs >= "
                                + "pins(p)'. It "
                                + "can use components of cells, words, truncate@t5, = != < in, size, forall and exists "
                                + "over tasks and identities; see docs/expressions.md. May be repeated.")
                .type(String[].class)
                .build());
        check.addOption(option(
                        "--fairness",
                        "WHAT",
                        "Fairness of runs: none, weak, strong or declared (default); fs=weak or gup.s3=strong for "
                                + "one actor or step. May be repeated.")
                .type(String[].class)
                .build());
        check.addOption(option("--rule", "NAME=VALUE", "Override a rule of the variant. May be repeated.")
                .type(String[].class)
                .build());
        check.addOption(option("--bound", "NAME=VALUE", "Override a bound of the variant. May be repeated.")
                .type(String[].class)
                .build());
        check.addOption(option(
                        OwnModels.PATH,
                        "DIR|JAR",
                        "Find models of your own in this folder of classes, or this jar. May be repeated, and may "
                                + "stand before or after a subcommand.")
                .build());
    }

    private static void how(CommandSpec check) {
        check.addOption(flag(
                SweepRun.OPTION,
                "Check what holds again with each bound raised, then with two, and show what breaks it."));
        check.addOption(option(
                        AnyRun.OPTION,
                        "SORT[,SORT]",
                        "Check what holds for any number of tasks of this sort, such as fast-gup for those of the bound "
                                + "fastGups; several sorts at once are separated by commas.")
                .build());
        check.addOption(option(
                        SweepRun.TIME,
                        "TIME",
                        "How long --sweep or --any may take; default " + SweepRun.USUAL_TIME + ".")
                .build());
        check.addOption(option("--search", "bfs|dfs", "Breadth-first, with shortest traces (default), or depth-first.")
                .completionCandidates(Vector.of("bfs", "dfs"))
                .build());
        check.addOption(option("--max-states", "N", "Stop after N states, such as 250k or 10M.")
                .build());
        check.addOption(
                option("--max-depth", "N", "Stop at N steps from the start.").build());
        check.addOption(option("--timeout", "TIME", "Stop after this time, such as 30s or 5m.")
                .build());
        check.addOption(option("--threads", "N", "Explore with N threads.").build());
        check.addOption(flag(
                Request.SYMMETRY, "Explore one state for all that differ only by exchanging tasks that are alike."));
        check.addOption(option(
                        "--progress",
                        "auto|on|off",
                        "Show on standard error how far the search has come: if it is long (default), always, or never.")
                .completionCandidates(Vector.of("auto", "on", "off"))
                .build());
        check.addOption(option(
                        "--audit",
                        "all|1/N",
                        "Re-execute the model's code for every state, or for one in N, and compare.")
                .arity("0..1")
                .preprocessor(attached("all"))
                .build());
    }

    private static void where(CommandSpec check) {
        check.addOption(
                option("--memory", "SIZE", "Use a heap of this size, such as 8g; what does not fit goes to disk.")
                        .build());
        check.addOption(option("--scratch", "DIR", "Where on disk; default is the system's temporary folder.")
                .build());
        check.addOption(option("--checkpoint", "DIR", "Write a checkpoint to this folder every few minutes.")
                .build());
        check.addOption(option("--checkpoint-every", "TIME", "The time between checkpoints; default 5m.")
                .build());
        check.addOption(
                option("--resume", "DIR", "Go on from the checkpoint in this folder, and write further ones there.")
                        .build());
    }

    static CommandSpec help(CommandSpec command) {
        return command.addOption(OptionSpec.builder("-h", "--help")
                .usageHelp(true)
                .description("Show this help and exit.")
                .build());
    }

    static OptionSpec.Builder option(String name, String label, String description) {
        return OptionSpec.builder(name).paramLabel(label).type(String.class).description(description);
    }

    static OptionSpec flag(String name, String description) {
        return OptionSpec.builder(name)
                .type(boolean.class)
                .description(description)
                .build();
    }

    /**
     * The value of an option that may stand without one: only what an equals sign attaches, since the next word may be
     * the variant.
     *
     * @param otherwise what stands for none
     */
    private static IParameterPreprocessor attached(String otherwise) {
        return (arguments, command, option, info) -> {
            if (!"=".equals(info.get("separator"))) {
                arguments.push(otherwise);
            }
            return false;
        };
    }
}
