package pagelife.reports.cli;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import pagelife.checker.search.Limits;
import pagelife.checker.search.Options;
import pagelife.checker.search.Order;
import pagelife.checker.search.Storage;
import pagelife.reports.format.Detail;
import pagelife.reports.format.ReportFormat;
import pagelife.reports.outcome.Others;
import picocli.CommandLine.ParseResult;

/**
 * The options of the command line, read but not yet looked up.
 *
 * @param properties names of properties
 * @param formulas formulas as text
 * @param invariants claims about every state, as text
 * @param others what counterexamples are wanted beside the usual ones
 * @param fairness fairness as text
 * @param rules {@code name=value} texts
 * @param bounds {@code name=value} texts
 * @param all whether every row is wanted
 * @param detail how much of the runs to show
 * @param formats how to write the report
 * @param asLitmus whether to write a litmus test
 * @param schedules whether to write runs into it
 * @param save where to keep what is found; empty for nowhere
 * @param evidence where to put all that a reviewer needs; empty for nowhere
 * @param progress when to show how far it has come
 * @param options how to search
 */
record Request(
        Seq<String> properties,
        Seq<String> formulas,
        Seq<String> invariants,
        Others others,
        Seq<String> fairness,
        Seq<String> rules,
        Seq<String> bounds,
        boolean all,
        Detail detail,
        Formats formats,
        boolean asLitmus,
        boolean schedules,
        Option<SaveRun> save,
        Option<EvidenceFile> evidence,
        ProgressLine.When progress,
        Options options) {
    /** The option that explores orbits. */
    static final String SYMMETRY = "--symmetry";

    /** Each thread has buffers of its own: thousands would fill the heap before the search begins. */
    private static final int MOST_THREADS = 256;

    /** Bytes of the heap that the buffers need in which states are sorted before they go to disk. */
    private static final long SORTING = 48L << 20;

    static Request of(ParseResult parsed) {
        return of(parsed, save(parsed));
    }

    /** The options of a command that keeps what is found in many files, and names the folder itself. */
    static Request withoutSave(ParseResult parsed) {
        return of(parsed, Option.none());
    }

    private static Request of(ParseResult parsed, Option<SaveRun> save) {
        return new Request(
                texts(parsed, "--property"),
                texts(parsed, "--ltl"),
                texts(parsed, "--invariant"),
                others(parsed),
                texts(parsed, "--fairness"),
                texts(parsed, "--rule"),
                texts(parsed, "--bound"),
                parsed.hasMatchedOption("--all"),
                new Detail(parsed.hasMatchedOption("--witness"), parsed.hasMatchedOption("--all-steps")),
                Formats.of(parsed),
                parsed.hasMatchedOption("--as-litmus"),
                schedules(parsed.matchedOptionValue("--as-litmus", Syntax.PLAIN)),
                save,
                evidence(parsed),
                progress(parsed.matchedOptionValue("--progress", "auto")),
                options(parsed));
    }

    private static Others others(ParseResult parsed) {
        return new Others(
                parsed.hasMatchedOption("--more") ? Amount.small("--more", text(parsed, "--more")) : 0,
                text(parsed, "--through"));
    }

    /** The option that is for one protocol, and was given; empty if there is none. */
    Option<String> forOne() {
        return Vector.of("--more", "--through", SYMMETRY)
                .zip(Vector.of(others.more() > 0, !others.through().isEmpty(), options.symmetric()))
                .find(option -> option._2())
                .map(option -> option._1());
    }

    private static Option<SaveRun> save(ParseResult parsed) {
        return Vector.of("--save", "--output")
                .find(parsed::hasMatchedOption)
                .map(option -> SaveRun.to(option, text(parsed, option), texts(parsed, "--fixed")));
    }

    private static Option<EvidenceFile> evidence(ParseResult parsed) {
        return Option.when(
                parsed.hasMatchedOption(EvidenceFile.OPTION),
                () -> EvidenceFile.named(text(parsed, EvidenceFile.OPTION)));
    }

    /** How a report of this kind is to be written. */
    ReportFormat format(String kind, Console console) {
        return formats.of(kind, detail, console);
    }

    private static Seq<String> texts(ParseResult parsed, String option) {
        return Vector.of(parsed.matchedOptionValue(option, new String[0]));
    }

    private static Options options(ParseResult parsed) {
        Options options = Options.DEFAULT.withLimits(limits(parsed)).withStopWhenDecided(true);
        if (parsed.hasMatchedOption("--search")) {
            options = options.withOrder(order(text(parsed, "--search")));
        }
        if (parsed.hasMatchedOption("--threads")) {
            options = options.withThreads(threads(text(parsed, "--threads")));
        }
        if (options.order() == Order.DEPTH_FIRST) {
            refuseWithDepthFirst(parsed);
        }
        if (parsed.hasMatchedOption(SYMMETRY)) {
            refuseWithSymmetry(parsed);
            options = options.withSymmetric(true);
        }
        if (parsed.hasMatchedOption("--audit")) {
            options = options.withAuditEvery(audit(text(parsed, "--audit")));
        }
        return options.withStorage(storage(parsed));
    }

    private static int threads(String text) {
        int threads = Amount.small("--threads", text);
        if (threads > MOST_THREADS) {
            throw new UsageException("--threads (" + text + ") must be at most " + MOST_THREADS
                    + ": more threads than the machine has cores do not help");
        }
        return threads;
    }

    /** Nothing that was asked for is dropped silently. */
    private static void refuseWithSymmetry(ParseResult parsed) {
        Vector.of("--search", "--checkpoint", "--checkpoint-every", "--resume", "--fairness", "--ltl")
                .find(parsed::hasMatchedOption)
                .forEach(option -> {
                    throw new UsageException(option + " does not go with " + SYMMETRY
                            + ": that search is breadth-first, keeps no checkpoints, and answers no claims about runs;"
                            + " leave one of the two out");
                });
    }

    /** A depth-first search has one thread and keeps no checkpoints: nothing that was asked for is dropped silently. */
    private static void refuseWithDepthFirst(ParseResult parsed) {
        Vector.of("--threads", "--checkpoint", "--checkpoint-every", "--resume")
                .find(parsed::hasMatchedOption)
                .forEach(option -> {
                    throw new UsageException(
                            option + " does not go with --search dfs: a depth-first search has one thread"
                                    + " and keeps no checkpoints; leave one of the two out");
                });
    }

    /** The path that an option names. */
    static Path path(String option, String text) {
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            throw new UsageException(option + " (" + text + ") cannot be a path here (" + e.getReason()
                    + "): the locale must know its characters; set LC_ALL=C.UTF-8");
        }
    }

    private static Storage storage(ParseResult parsed) {
        Storage storage = Storage.NONE.withScratch(
                path("--scratch", parsed.matchedOptionValue("--scratch", System.getProperty("java.io.tmpdir"))));
        if (parsed.hasMatchedOption("--checkpoint-every")
                && !parsed.hasMatchedOption("--checkpoint")
                && !parsed.hasMatchedOption("--resume")) {
            throw new UsageException(
                    "--checkpoint-every needs a folder to write to: name it with --checkpoint or --resume");
        }
        if (parsed.hasMatchedOption("--checkpoint") && parsed.hasMatchedOption("--resume")) {
            throw new UsageException("--checkpoint and --resume exclude each other: a resumed run goes on with the"
                    + " checkpoints in its folder");
        }
        long every = Amount.nanos("--checkpoint-every", parsed.matchedOptionValue("--checkpoint-every", "5m"));
        if (parsed.hasMatchedOption("--checkpoint")) {
            return storage.withCheckpoint(path("--checkpoint", text(parsed, "--checkpoint")), every);
        }
        return parsed.hasMatchedOption("--resume")
                ? storage.withCheckpoint(path("--resume", text(parsed, "--resume")), every)
                        .resuming()
                : storage;
    }

    private static Limits limits(ParseResult parsed) {
        Limits limits = Limits.NONE.withBytes(bytes(parsed));
        if (parsed.hasMatchedOption("--max-states")) {
            limits = limits.withStates(Amount.count("--max-states", text(parsed, "--max-states")));
        }
        if (parsed.hasMatchedOption("--max-depth")) {
            limits = limits.withDepth(Amount.small("--max-depth", text(parsed, "--max-depth")));
        }
        if (parsed.hasMatchedOption("--timeout")) {
            limits = limits.withNanos(Amount.nanos("--timeout", text(parsed, "--timeout")));
        }
        return limits;
    }

    private static long bytes(ParseResult parsed) {
        long heap = Runtime.getRuntime().maxMemory();
        if (parsed.hasMatchedOption("--memory")) {
            heap = Math.min(heap, Amount.bytes("--memory", text(parsed, "--memory")));
        }
        return ofHeap(heap);
    }

    /**
     * What the visited set and the frontier may take of so many bytes of heap: half of what sorting leaves, and never
     * less than a quarter. The rest is for values and tries, and for the set while it grows.
     */
    static long ofHeap(long heap) {
        return Math.max(1, Math.max(heap / 4, (heap - SORTING) / 2));
    }

    private static Order order(String text) {
        return switch (text) {
            case "bfs" -> Order.BREADTH_FIRST;
            case "dfs" -> Order.DEPTH_FIRST;
            default -> throw new UsageException("--search (" + text + ") must be bfs or dfs");
        };
    }

    private static ProgressLine.When progress(String text) {
        return switch (text) {
            case "auto" -> ProgressLine.When.AUTO;
            case "on" -> ProgressLine.When.ON;
            case "off" -> ProgressLine.When.OFF;
            default -> throw new UsageException("--progress (" + text + ") must be auto, on or off");
        };
    }

    private static boolean schedules(String text) {
        if (!text.equals(Syntax.PLAIN) && !text.equals(Syntax.SCHEDULES)) {
            throw new UsageException("--as-litmus (" + text + ") must be " + Syntax.SCHEDULES + ", or stand alone");
        }
        return text.equals(Syntax.SCHEDULES);
    }

    private static int audit(String text) {
        if (text.equals("all")) {
            return 1;
        }
        if (!text.startsWith("1/")) {
            throw new UsageException("--audit (" + text + ") must be all or a share, such as 1/4096");
        }
        return Amount.small("--audit", text.substring(2));
    }

    private static String text(ParseResult parsed, String option) {
        return parsed.matchedOptionValue(option, "");
    }
}
