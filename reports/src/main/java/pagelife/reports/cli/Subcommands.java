package pagelife.reports.cli;

import pagelife.checker.simulate.Walks;
import pagelife.reports.CheckReport;
import pagelife.reports.bench.Bench;
import pagelife.reports.json.Schemas;
import pagelife.specs.fuzz.Plan;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** The words of the subcommands. */
final class Subcommands {
    private Subcommands() {}

    static CommandSpec list(Iterable<String> names) {
        CommandSpec list = CommandSpec.create()
                .name(Syntax.LIST)
                .addPositional(PositionalParamSpec.builder()
                        .paramLabel("NAME")
                        .arity("0..1")
                        .type(String.class)
                        .completionCandidates(names)
                        .description(
                                "Only this: a family, a variant with the values of its rules and bounds, a row of the "
                                        + "catalogue with its reason and source, a bug such as G-a, or a litmus test.")
                        .build());
        Formats.options(list);
        list.usageMessage().description("Lists families with their variants, rules, bounds and properties.");
        return Syntax.help(list);
    }

    static CommandSpec claims() {
        CommandSpec claims = CommandSpec.create()
                .name(Syntax.CLAIMS)
                .addPositional(PositionalParamSpec.builder()
                        .paramLabel("CLAIM")
                        .arity("0..1")
                        .type(String.class)
                        .description("Only this claim, such as 004.2.")
                        .build())
                .addOption(
                        Syntax.option("--seed", "NUMBER", "Only the claims of this thread: 000, 001, 002, 003 or 004.")
                                .build());
        Formats.options(claims);
        claims.usageMessage().description("Puts the statements of five mail threads to the test.");
        return Syntax.help(claims);
    }

    static CommandSpec ofFamily(ByFamily<?> offered, String description) {
        CommandSpec command = CommandSpec.create()
                .name(offered.command())
                .addPositional(PositionalParamSpec.builder()
                        .paramLabel("FAMILY")
                        .arity("0..1")
                        .type(String.class)
                        .completionCandidates(offered.families())
                        .description("The family: " + offered.families().mkString(", ") + ".")
                        .build());
        Formats.options(command);
        command.usageMessage().description(description);
        return Syntax.help(command);
    }

    static CommandSpec workloads(Iterable<String> names) {
        CommandSpec workloads = small(ofMany(Syntax.WORKLOADS, "workloads", "1", names), WorkloadsRun.USUAL);
        workloads
                .usageMessage()
                .description(
                        "Tries every workload of up to --operations operations over up to --tasks tasks, and shows "
                                + "for each claim the smallest that break it.");
        return workloads;
    }

    static CommandSpec fuzz(Iterable<String> names) {
        CommandSpec fuzz = CommandSpec.create()
                .name(Syntax.FUZZ)
                .addPositional(oneOf(names))
                .addOption(time())
                .addOption(Syntax.option("--count", "N", "Try N workloads.").build())
                .addOption(seed())
                .addOption(Syntax.option(
                                "--operations",
                                "N",
                                "At most N operations in a workload; default " + Plan.USUAL_CALLS + ".")
                        .build())
                .addOption(Syntax.option(
                                "--tasks", "N", "At most N tasks in a workload; default " + Plan.USUAL_TASKS + ".")
                        .build())
                .addOption(Syntax.flag(
                        "--unguided", "Make every workload anew, instead of changing those that did something new."))
                .addOption(Syntax.option(
                                "--keep",
                                "DIR",
                                "Keep the smallest workload that breaks each claim in this folder, with its run, as litmus "
                                        + "tests that ./check replay executes.")
                        .build())
                .addOption(Syntax.option("--before", "PROGRAM", "Do this before the tasks begin, such as 'probe'.")
                        .build())
                .addOption(without())
                .addOption(with());
        fuzz.usageMessage()
                .description("Tries random workloads by random walks, and shrinks each that breaks a claim to the "
                        + "smallest that does, with its shortest run.");
        return walking(fuzz, Syntax.FUZZ);
    }

    /**
     * The options of what takes walks.
     *
     * @param kind the kind of its reports
     */
    private static CommandSpec walking(CommandSpec command, String kind) {
        command.addOption(rule())
                .addOption(bound())
                .addOption(Syntax.option("--threads", "N", "Walk with N threads; default is one for each core.")
                        .build())
                .addOption(progress());
        Formats.options(command, kind);
        return Syntax.help(command);
    }

    static CommandSpec simulate(Iterable<String> names) {
        CommandSpec simulate = CommandSpec.create()
                .name(Syntax.SIMULATE)
                .addPositional(PositionalParamSpec.builder()
                        .paramLabel("VARIANT|FILE")
                        .arity("1")
                        .type(String.class)
                        .completionCandidates(names)
                        .description("The protocol variant, another name of one protocol that ./check list shows, or a "
                                + "litmus test, whose conditions are checked.")
                        .build())
                .addOption(Syntax.option("--count", "N", "Take N walks; default 1000, unless --time is given.")
                        .build())
                .addOption(Syntax.option(
                                "--depth", "N", "Take at most N steps in a walk; default " + Walks.USUAL_DEPTH + ".")
                        .build())
                .addOption(seed())
                .addOption(Syntax.option(
                                "--strategy",
                                Strategies.USAGE,
                                "Choose who goes next: any task with equal chance (default), by priorities with N - 1"
                                        + " changes, or each task for as long as it can go on, with N delays.")
                        .completionCandidates(Strategies.EXAMPLES)
                        .build())
                .addOption(time())
                .addOption(Syntax.option(
                                "--property",
                                "NAME",
                                "Check only this property, named in full or by its id. May be repeated.")
                        .type(String[].class)
                        .build())
                .addOption(Syntax.option(
                                "--invariant", "EXPRESSION", "Check that this is true in every state. May be repeated.")
                        .type(String[].class)
                        .build());
        Syntax.runs(simulate);
        simulate.usageMessage()
                .description("Takes random walks through a protocol that is too large to be searched. What they break "
                        + "is broken; what they do not break is undecided.");
        return walking(simulate, CheckReport.KIND);
    }

    private static OptionSpec rule() {
        return repeated("--rule", "NAME=VALUE", "Set a rule. May be repeated.");
    }

    private static OptionSpec bound() {
        return repeated("--bound", "NAME=VALUE", "Set a bound. May be repeated.");
    }

    private static OptionSpec without() {
        return repeated("--without", "OPERATION", "Do not try this operation. May be repeated.");
    }

    private static OptionSpec with() {
        return repeated(
                "--with",
                "OPERATION",
                "Try this operation in all its forms, which is left out as a narrower form of another. May be repeated.");
    }

    private static OptionSpec repeated(String name, String label, String description) {
        return Syntax.option(name, label, description).type(String[].class).build();
    }

    private static OptionSpec time() {
        return Syntax.option("--time", "TIME", "Stop after this time, such as 30s or 5m.")
                .build();
    }

    private static OptionSpec progress() {
        return Syntax.option(
                        "--progress",
                        "auto|on|off",
                        "Show on standard error how far it has come: if it takes long (default), always, or never.")
                .build();
    }

    private static OptionSpec seed() {
        return Syntax.option(
                        "--seed", "N", "Seed of the random choices; default 1. The same seed gives the same result.")
                .build();
    }

    static CommandSpec mutate(Iterable<String> names) {
        CommandSpec mutate = small(ofMany(Syntax.MUTATE, "mutants", "0..1", names), MutateRun.USUAL)
                .addOption(OptionSpec.builder("--named")
                        .description("Instead of a variant: the kernel mistakes known by name, M1 to M25.")
                        .build());
        mutate.usageMessage()
                .description("Puts a small mistake into one step after the other, and shows which claims notice it and "
                        + "which mistakes no claim notices. Those are also tried in the other rows of the "
                        + "catalogue about the variant, and under all small workloads.");
        return mutate;
    }

    static CommandSpec twins() {
        CommandSpec twins = CommandSpec.create()
                .name(Syntax.TWINS)
                .addPositional(PositionalParamSpec.builder()
                        .paramLabel("FAMILY")
                        .arity("0..1")
                        .type(String.class)
                        .description("Only the bugs of this family.")
                        .build());
        Formats.options(twins);
        twins.usageMessage()
                .description(
                        "Shows for each bug of the catalogue the claims that are broken with it and hold without it.");
        return Syntax.help(twins);
    }

    static CommandSpec reach(Iterable<String> names) {
        CommandSpec reach = CommandSpec.create()
                .name(Syntax.REACH)
                .addPositional(PositionalParamSpec.builder()
                        .paramLabel("NAME")
                        .arity("0..1")
                        .type(String.class)
                        .completionCandidates(names)
                        .description("Only the variants of this family, or only this variant.")
                        .build())
                .addOption(bound())
                .addOption(Syntax.option(
                                SweepRun.TIME,
                                "TIME",
                                "Spend so much on each sort of each variant; " + SweepRun.USUAL_TIME
                                        + " where no time is given.")
                        .build());
        Formats.options(reach);
        reach.usageMessage()
                .description("Shows for each variant and each sort of its tasks which claims hold for any number of "
                        + "them, which do not, and why: what --any says of one.");
        return Syntax.help(reach);
    }

    /** What tries small workloads. */
    private static CommandSpec small(CommandSpec command, int operations) {
        return command.addOption(Syntax.option(
                                "--operations", "N", "At most N operations in a workload; default " + operations + ".")
                        .build())
                .addOption(Syntax.option(
                                "--tasks", "N", "At most N tasks in a workload; default " + WorkloadsRun.USUAL + ".")
                        .build())
                .addOption(Syntax.option(
                                "--before",
                                "PROGRAM",
                                "Do this before the tasks begin, such as 'probe' or 'touch mm0 0; touch mm0 1'.")
                        .build())
                .addOption(without())
                .addOption(with());
    }

    /** What checks many protocols that are made from one. */
    private static CommandSpec ofMany(String name, String many, String arity, Iterable<String> names) {
        CommandSpec command = CommandSpec.create()
                .name(name)
                .addPositional(PositionalParamSpec.builder()
                        .paramLabel("VARIANT")
                        .arity(arity)
                        .type(String.class)
                        .completionCandidates(names)
                        .description("The protocol variant, or another name of one protocol that `./check list` shows.")
                        .build())
                .addOption(rule())
                .addOption(bound())
                .addOption(Syntax.option("--max-states", "N", "Give up one of the " + many + " after N states.")
                        .build())
                .addOption(Syntax.option("--timeout", "TIME", "Stop after this time, such as 30s or 5m.")
                        .build())
                .addOption(
                        Syntax.option("--threads", "N", "Explore N " + many + " at once; default is one for each core.")
                                .build())
                .addOption(progress());
        Formats.options(command);
        return Syntax.help(command);
    }

    static CommandSpec bench(Iterable<String> names) {
        CommandSpec bench = CommandSpec.create()
                .name(Syntax.BENCH)
                .addPositional(PositionalParamSpec.builder()
                        .paramLabel("VARIANT")
                        .arity("0..1")
                        .type(String.class)
                        .completionCandidates(names)
                        .description(
                                "Measure this protocol variant with all its claims, in place of the larger models.")
                        .build())
                .addOption(Syntax.option("--rule", "NAME=VALUE", "Set a rule of VARIANT. May be repeated.")
                        .type(String[].class)
                        .build())
                .addOption(Syntax.option("--bound", "NAME=VALUE", "Set a bound of VARIANT. May be repeated.")
                        .type(String[].class)
                        .build());
        bench.addOption(Syntax.option("--only", "WORD", "Measure only what has this word in its name. May be repeated.")
                .type(String[].class)
                .completionCandidates(Bench.subjects())
                .build());
        bench.addOption(Syntax.option("--threads", "N,...", "Explore with N threads; default 1.")
                .build());
        bench.addOption(Syntax.option("--repeat", "N", "Measure N times and show the median; default 1.")
                .build());
        Formats.options(bench);
        bench.usageMessage()
                .description("Measures how fast the checker explores larger models, next to Spin where spin and gcc "
                        + "are installed.");
        return Syntax.help(bench);
    }

    static CommandSpec doctor() {
        CommandSpec doctor = CommandSpec.create()
                .name(Syntax.DOCTOR)
                .addPositional(PositionalParamSpec.builder()
                        .paramLabel("DIR")
                        .arity("1")
                        .type(String.class)
                        .description("A folder that --checkpoint wrote.")
                        .build());
        Formats.options(doctor);
        doctor.usageMessage()
                .description("Says what a checkpoint was made from, and whether it is whole. Exit 0 if a run can go on "
                        + "from it, else 2.");
        return Syntax.help(doctor);
    }

    static CommandSpec save(Iterable<String> names, Iterable<String> properties) {
        CommandSpec save = CommandSpec.create().name(Syntax.SAVE).addPositional(oneOf(names));
        save.addOption(OptionSpec.builder("-o", "--output")
                .paramLabel("FILE")
                .type(String.class)
                .required(true)
                .description("The file, whose name ends in .litmus; for a folder of litmus tests, the folder to write"
                        + " to.")
                .build());
        save.addOption(Syntax.option(
                        "--fixed",
                        "'VARIANT NAME=VALUE ...'",
                        "Note in the file that this protocol refuses the runs; replay then tries that. May be"
                                + " repeated.")
                .type(String[].class)
                .build());
        Syntax.asked(save, properties);
        save.usageMessage()
                .description("Keeps the run that breaks each claim, with all that it changes, in a file that a reviewer"
                        + " can read and replay executes. From a folder of litmus tests it makes a file for each test"
                        + " in which something is broken.");
        return Syntax.help(save);
    }

    static CommandSpec reproduce() {
        CommandSpec reproduce = CommandSpec.create()
                .name(Syntax.REPRODUCE)
                .addPositional(PositionalParamSpec.builder()
                        .paramLabel("FILE")
                        .arity("1")
                        .type(String.class)
                        .description("A litmus test of fsdax, devdax or layouts.")
                        .build())
                .addOption(OptionSpec.builder("-o", "--output")
                        .paramLabel("DIR")
                        .type(String.class)
                        .required(true)
                        .description("The folder for the program and the script; new or empty.")
                        .build());
        reproduce
                .usageMessage()
                .description("Writes a C program that does on a kernel what the tasks of a litmus test do in the"
                        + " model, and a script that records what the kernel does meanwhile.");
        return Syntax.help(reproduce);
    }

    static CommandSpec observe() {
        CommandSpec observe = CommandSpec.create()
                .name(Syntax.OBSERVE)
                .addPositional(PositionalParamSpec.builder()
                        .paramLabel("TRACE")
                        .arity("1..*")
                        .type(String[].class)
                        .description("What the kernel's tracer recorded: text of trace, trace_pipe or trace-cmd report,"
                                + " as it is or compressed by xz. Folders stand for the files in them.")
                        .build())
                .addOption(Syntax.option(
                                "--variant",
                                "VARIANT",
                                "The variant of fsdax that may explain it; default is the one for the release that its"
                                        + " first lines name.")
                        .build())
                .addOption(rule())
                .addOption(Syntax.flag(
                        "--run", "Show the run that explains it, with the lines at which its steps were seen."))
                .addOption(Syntax.flag(
                        "--rules",
                        "Show for each value of a rule which recording refutes it, and which" + " values none does."))
                .addOption(Syntax.flag(
                        "--coverage", "Show for each step of the variants how many recorded runs take" + " it."))
                .addOption(Syntax.option(
                                "--counts",
                                "exact|hint",
                                "Compare the counts in it with those of the model between the change and the line"
                                        + " (default), or not at all.")
                        .build());
        Formats.options(observe);
        observe.usageMessage()
                .description("Finds a run of a variant that does what a running kernel was seen to do, and judges the"
                        + " claims about it; or says at which line no run goes on, and which rule would explain it.");
        return Syntax.help(observe);
    }

    static CommandSpec replay(Iterable<String> names) {
        CommandSpec replay = CommandSpec.create()
                .name(Syntax.REPLAY)
                .addPositional(PositionalParamSpec.builder()
                        .paramLabel("FILE")
                        .arity("1..*")
                        .type(String[].class)
                        .description("Files that save wrote, litmus tests with a schedule, or folders of them.")
                        .build());
        replay.addOption(Syntax.option(
                        "--against",
                        "VARIANT",
                        "Execute the runs in this protocol instead: exit 0 if it refuses them all, 1 if one still"
                                + " breaks"
                                + " its claim, 3 if nothing can be said.")
                .completionCandidates(names)
                .build());
        replay.addOption(Syntax.option("--rule", "NAME=VALUE", "Override a rule of --against. May be repeated.")
                .type(String[].class)
                .build());
        Formats.options(replay);
        replay.usageMessage()
                .description("Executes kept runs with the code of the models. Each reproduces, or the report says which"
                        + " step does something else or cannot be taken, and what decides that.");
        return Syntax.help(replay);
    }

    private static PositionalParamSpec oneOf(Iterable<String> names) {
        return PositionalParamSpec.builder()
                .paramLabel("VARIANT")
                .arity("1")
                .type(String.class)
                .completionCandidates(names)
                .description("The protocol variant, or another name of one protocol that `./check list` shows.")
                .build();
    }

    static CommandSpec diff(Iterable<String> names) {
        CommandSpec diff = CommandSpec.create()
                .name(Syntax.DIFF)
                .addPositional(oneOf(names))
                .addPositional(PositionalParamSpec.builder()
                        .paramLabel("OTHER")
                        .arity("1")
                        .type(String.class)
                        .completionCandidates(names)
                        .description("Another protocol of the same family.")
                        .build())
                .addOption(Syntax.option(
                                "--property", "NAME", "Only this claim, which may be one about runs. May be repeated.")
                        .type(String[].class)
                        .build())
                .addOption(Syntax.option("--bound", "NAME=VALUE", "Set a bound of both. May be repeated.")
                        .type(String[].class)
                        .build())
                .addOption(Syntax.option("--max-states", "N", "Give up each after N states.")
                        .build())
                .addOption(Syntax.option("--timeout", "TIME", "Stop each after this time, such as 30s or 5m.")
                        .build());
        Formats.options(diff);
        diff.usageMessage()
                .description("Shows what differs between two protocols of a family: rules, verdicts, the new shortest"
                        + " counterexamples, and the first step at which a counterexample of the first goes another"
                        + " way in the second.");
        return Syntax.help(diff);
    }

    static CommandSpec steps(Iterable<String> names) {
        CommandSpec steps = CommandSpec.create()
                .name(Syntax.STEPS)
                .addPositional(oneOf(names))
                .addPositional(PositionalParamSpec.builder()
                        .paramLabel("NAME")
                        .arity("0..1")
                        .index("1")
                        .type(String.class)
                        .description("Only this: an actor, an operation, or a function of the kernel.")
                        .build())
                .addOption(rule())
                .addOption(bound())
                .addOption(Syntax.option("--max-states", "N", "Look at N states only.")
                        .build());
        Formats.options(steps);
        steps.usageMessage()
                .description("Shows the code that each step of a protocol stands for, and what it was seen to read,"
                        + " write and wait for.");
        return Syntax.help(steps);
    }

    static CommandSpec schema() {
        CommandSpec schema = CommandSpec.create()
                .name(Syntax.SCHEMA)
                .addPositional(PositionalParamSpec.builder()
                        .paramLabel("NAME")
                        .arity("1")
                        .type(String.class)
                        .completionCandidates(Schemas.names())
                        .description("What is described: " + Schemas.names().mkString(", ") + ".")
                        .build());
        schema.usageMessage().description("Writes the JSON schema of the documents that --json writes.");
        return Syntax.help(schema);
    }

    static CommandSpec completion() {
        CommandSpec completion = CommandSpec.create().name(Syntax.COMPLETION);
        completion
                .usageMessage()
                .description("Writes a completion script for bash and zsh: `source <(./check completion)`");
        return Syntax.help(completion);
    }

    static CommandSpec man() {
        CommandSpec man = CommandSpec.create().name(Syntax.MAN);
        man.usageMessage().description("Writes the manual page of this command: `man -l <(./check man)`");
        return Syntax.help(man);
    }

    static CommandSpec explore(Iterable<String> names) {
        CommandSpec explore = CommandSpec.create()
                .name(Syntax.EXPLORE)
                .addPositional(PositionalParamSpec.builder()
                        .paramLabel("VARIANT")
                        .arity("1")
                        .type(String.class)
                        .completionCandidates(names)
                        .description("The protocol variant, or another name of one protocol that `./check list` shows.")
                        .build())
                .addOption(Syntax.flag(
                        "--terminal", "Stay in the terminal, with one command a line; ? shows the commands."))
                .addOption(Syntax.option("--port", "N", "Serve the page at this port; default is a free one.")
                        .build())
                .addOption(Syntax.option("--from", "FILE", "Begin at the end of the run in this ITF file.")
                        .build())
                .addOption(rule())
                .addOption(bound())
                .addOption(Syntax.option("--max-states", "N", "Search N states for violations to go to; default 1M.")
                        .build());
        explore.usageMessage()
                .description(
                        "Walks through a protocol by hand: choose the next step, see what changes and which claims "
                                + "are true, undo. Serves a page to a browser on this machine, until ^C.");
        return Syntax.help(explore);
    }

    static CommandSpec graph(Iterable<String> names) {
        CommandSpec graph = CommandSpec.create()
                .name(Syntax.GRAPH)
                .addPositional(oneOf(names))
                .addOption(Syntax.option("--format", "dot|graphml", "For Graphviz (default), or GraphML.")
                        .build())
                .addOption(OptionSpec.builder("-o", "--output")
                        .paramLabel("FILE")
                        .type(String.class)
                        .description("Write it to this file.")
                        .build())
                .addOption(rule())
                .addOption(bound())
                .addOption(Syntax.option("--max-states", "N", "Write at most N states; default 20000.")
                        .build());
        graph.usageMessage().description("Writes the states of a small variant and the steps between them as a graph.");
        return Syntax.help(graph);
    }
}
