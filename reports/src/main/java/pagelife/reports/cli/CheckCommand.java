package pagelife.reports.cli;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.nio.file.Files;
import java.nio.file.Path;
import pagelife.checker.Checker;
import pagelife.checker.model.ModelException;
import pagelife.checker.search.CheckpointException;
import pagelife.checker.search.CheckpointReport;
import pagelife.checker.symmetry.AsymmetryException;
import pagelife.reports.DoctorReport;
import pagelife.reports.format.Detail;
import pagelife.reports.format.ReportFormat;
import pagelife.reports.json.Schemas;
import pagelife.reports.outcome.Misasked;
import pagelife.reports.outcome.Unknown;
import pagelife.specs.litmus.Litmus;
import pagelife.specs.threads.Threads;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.ParseResult;

/** The command: reads the arguments, does what they say, and turns every mishap into one line and an exit code. */
final class CheckCommand {
    private Console console;
    private final Shelf shipped;
    private OwnModels own = OwnModels.NONE;
    private Shelf shelf;
    private final CommandLine line;

    CheckCommand(Console console, Shelf shelf) {
        this.console = console;
        this.shipped = shelf;
        this.shelf = shelf;
        this.line = new CommandLine(Syntax.check(
                        () -> shipped.names().iterator(),
                        () -> shipped.properties().iterator()))
                .setExpandAtFiles(false);
    }

    /** Runs the command with these arguments. */
    Exit run(String... arguments) {
        try {
            Words.require(arguments);
            own = OwnModels.of(helped(arguments));
            shelf = own.on(shipped);
            ParseResult parsed = line.parseArgs(own.words());
            Words.require(parsed);
            return dispatch(parsed);
        } catch (CommandLine.ParameterException e) {
            return failed(Exit.USAGE, Complaints.about(e));
        } catch (Misasked | CheckpointException e) {
            return failed(Exit.USAGE, e.getMessage());
        } catch (AsymmetryException e) {
            return failed(Exit.USAGE, Request.SYMMETRY + ": " + e.getMessage());
        } catch (ModelException e) {
            return failed(own.isEmpty() ? Exit.FAULT : Exit.USAGE, "the model breaks its promises: " + e.getMessage());
        } catch (OutOfMemoryError e) {
            return failed(
                    Exit.UNDECIDED, "out of memory: repeat it with more, such as --memory 8g, or with a lower bound");
        } catch (RuntimeException | StackOverflowError e) {
            Exit exit = failed(Exit.FAULT, "internal error, please report it with the command: " + e);
            e.printStackTrace(console.errors());
            console.errors().flush();
            return exit;
        }
    }

    /** {@code help fuzz} is {@code fuzz --help}. */
    private static String[] helped(String... arguments) {
        return arguments.length > 0 && arguments[0].equals("help")
                ? Vector.of(arguments).tail().append("--help").toJavaArray(String[]::new)
                : arguments;
    }

    private Exit failed(Exit exit, String message) {
        console.error(message);
        return exit;
    }

    private Exit dispatch(ParseResult parsed) {
        ParseResult inner = parsed.hasSubcommand() ? parsed.subcommand() : parsed;
        if (inner.hasMatchedOption(Formats.WIDTH)) {
            console = console.wide(inner.matchedOptionValue(Formats.WIDTH, ""));
        }
        if (inner.isUsageHelpRequested()) {
            new HelpText(console.page(), inner.commandSpec()).print();
            return Exit.AS_CLAIMED;
        }
        if (parsed.isVersionHelpRequested()) {
            console.page().out().print("pagelife " + version() + "\n");
            return Exit.AS_CLAIMED;
        }
        if (parsed.hasSubcommand()) {
            return subcommand(inner);
        }
        Seq<String> named = Vector.of(parsed.matchedPositionalValue(0, new String[0]));
        Request request = Request.of(parsed);
        SweepRun.refuseOthers(parsed, named);
        request.forOne()
                .filter(option -> named.size() != 1 || isMany(named.head()))
                .forEach(option -> {
                    throw new UsageException(option + " needs one VARIANT to apply to; ./check list shows all");
                });
        if (named.isEmpty()) {
            return new CatalogueRun(console, own.isEmpty() ? shelf : Shelf.of(own.families()), own).all(request);
        }
        if (request.all()) {
            throw new UsageException("--all is for the whole catalogue: leave " + named.head() + " out, or --all");
        }
        Seq<String> tests = named.reject(own::hasNamed);
        if (!tests.isEmpty() && tests.forAll(LitmusFiles::areNamedBy)) {
            return new LitmusRun(console, shelf, request).run(tests);
        }
        if (named.size() > 1) {
            throw new UsageException(Complaints.unexpected(
                    named.tail().find(word -> !LitmusFiles.areNamedBy(word)).getOrElse(named.get(1))));
        }
        if (LitmusFiles.isOther(named.head())) {
            throw new UsageException(named.head() + " is a file but not a litmus test: their names end in "
                    + Litmus.EXTENSION + "; rename it");
        }
        if (parsed.hasMatchedOption(AnyRun.OPTION)) {
            return new AnyRun(console, parsed, request).run(shelf.subject(named.head()));
        }
        return parsed.hasMatchedOption(SweepRun.OPTION)
                ? new SweepRun(console, parsed, request).run(shelf.subject(named.head()))
                : checked(shelf.named(named.head()), request);
    }

    /** Whether a word names several protocols, or litmus tests, which say themselves what is asked. */
    private boolean isMany(String word) {
        return LitmusFiles.areNamedBy(word) || shelf.named(word).members().size() != 1;
    }

    /** One thing with its whole report, several with a line each. */
    private Exit checked(Named named, Request request) {
        return named.members().size() == 1
                ? new VariantRun(console, shelf).run(named.subject(), request)
                : new CatalogueRun(console, shelf, own).run(named, request);
    }

    private Exit subcommand(ParseResult parsed) {
        Object first = parsed.matchedPositionalValue(0, "");
        String name = first instanceof String one ? one : ""; // several are read by those who take several
        return switch (parsed.commandSpec().name()) {
            case Syntax.GRAPH -> new GraphRun(console, shelf).run(parsed);
            case Syntax.EXPLORE -> new ExploreRun(console, shelf, parsed).run();
            case Syntax.SIMULATE -> new SimulateRun(console, shelf, parsed).run();
            case Syntax.SAVE -> save(name, parsed);
            case Syntax.REPRODUCE -> new ReproduceRun(console, shelf, parsed).run();
            case Syntax.SCHEMA -> done(() -> schema(name));
            case Syntax.MAN -> done(() -> console.page().out().print(ManPage.of(line.getCommandSpec(), version())));
            case Syntax.COMPLETION -> done(() -> console.page().out().print(AutoComplete.bash("check", line)));
            default -> reporting(parsed, name);
        };
    }

    /** The subcommands that write a report: what it is called is what they are. */
    private Exit reporting(ParseResult parsed, String name) {
        String kind = parsed.commandSpec().name();
        ReportFormat format = Formats.of(parsed).of(kind, Detail.USUAL, console);
        return switch (kind) {
            case Syntax.LIST -> new Listing(console.page(), format, shelf, own).print(name);
            case Syntax.CLAIMS ->
                new ClaimsRun(console, shelf, Threads.claims())
                        .run(name, parsed.matchedOptionValue("--seed", ""), format);
            case Syntax.MATRIX -> new MatrixRun(console, shelf, own, format).run(name);
            case Syntax.COST -> new CostRun(console.page(), format).run(name);
            case Syntax.REPLAY -> new ReplayRun(console, shelf, own, format).run(parsed);
            case Syntax.BENCH -> new BenchRun(console, shelf, format).run(parsed, name);
            case Syntax.TWINS -> new TwinsRun(console, shelf, format).run(name);
            case Syntax.REACH -> new ReachRun(console, shelf, parsed, format).run(name);
            case Syntax.MUTATE -> new MutateRun(console, shelf, parsed, format).run();
            case Syntax.FUZZ -> new FuzzRun(console, shelf, parsed, format).run();
            case Syntax.WORKLOADS -> new WorkloadsRun(console, shelf, parsed, format).run();
            case Syntax.DIFF -> new DiffRun(console, shelf, parsed, format).run();
            case Syntax.STEPS -> new StepsRun(console, shelf, parsed, format).run();
            case Syntax.OBSERVE -> new ObserveRun(console, parsed, format).run();
            case Syntax.DOCTOR -> doctor(name, format);
            default -> throw new IllegalStateException("subcommand " + kind + " does nothing");
        };
    }

    private Exit save(String name, ParseResult parsed) {
        if (LitmusFiles.isFolder(name) && !own.hasNamed(name)) {
            return new LitmusRun(console, shelf, Request.withoutSave(parsed)).saveAll(SaveFolder.of(name, parsed));
        }
        Request request = Request.of(parsed);
        Named named = shelf.named(name);
        return named.kind() == Named.Kind.FILE
                ? new LitmusRun(console, shelf, request)
                        .save(name, request.save().get())
                : new VariantRun(console, shelf)
                        .save(named.subject(), request, request.save().get());
    }

    private Exit doctor(String name, ReportFormat format) {
        Path folder = Request.path("DIR", name);
        if (Files.isRegularFile(folder)) {
            throw new UsageException(name + " is a file: name a folder, which --checkpoint wrote to");
        }
        CheckpointReport report = Checker.examine(folder);
        format.write(DoctorReport.of(folder, report), console.page());
        return report.isWhole() ? Exit.AS_CLAIMED : Exit.USAGE;
    }

    private void schema(String name) {
        console.page()
                .out()
                .print(Schemas.text(name)
                        .getOrElseThrow(() -> Unknown.name(
                                "schema",
                                name,
                                Schemas.names(),
                                "there are " + Schemas.names().mkString(", "))));
    }

    private static Exit done(Runnable printed) {
        printed.run();
        return Exit.AS_CLAIMED;
    }

    /** The version of this build, in words where the build does not say it. */
    static String version() {
        return Option.of(CheckCommand.class.getPackage().getImplementationVersion())
                .getOrElse("of unknown version");
    }
}
