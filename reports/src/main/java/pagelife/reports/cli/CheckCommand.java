package pagelife.reports.cli;

import io.vavr.control.Option;
import pagelife.checker.model.ModelException;
import pagelife.reports.Ink;
import pagelife.specs.threads.Threads;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.ParseResult;

/** The command: reads the arguments, does what they say, and turns every mishap into one line and an exit code. */
final class CheckCommand {
    private final Console console;
    private final Shelf shelf;
    private final CommandLine line;

    CheckCommand(Console console, Shelf shelf) {
        this.console = console;
        this.shelf = shelf;
        this.line = new CommandLine(Syntax.check(shelf.variants(), shelf.names()))
                .setUsageHelpWidth(console.page().width());
    }

    /** Runs the command with these arguments. */
    Exit run(String... arguments) {
        try {
            return dispatch(line.parseArgs(arguments));
        } catch (CommandLine.ParameterException e) {
            return failed(Exit.USAGE, Complaints.about(e));
        } catch (UsageException e) {
            return failed(Exit.USAGE, e.getMessage());
        } catch (ModelException e) {
            return failed(Exit.FAULT, "the model breaks its promises: " + e.getMessage());
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

    private Exit failed(Exit exit, String message) {
        console.error(message);
        return exit;
    }

    private Exit dispatch(ParseResult parsed) {
        ParseResult inner = parsed.hasSubcommand() ? parsed.subcommand() : parsed;
        if (inner.isUsageHelpRequested()) {
            Ansi ansi = console.page().ink() == Ink.COLOUR ? Ansi.ON : Ansi.OFF;
            inner.commandSpec().commandLine().usage(console.page().out(), ansi);
            return Exit.AS_CLAIMED;
        }
        if (parsed.isVersionHelpRequested()) {
            console.page().out().print("pagelife " + version() + "\n");
            return Exit.AS_CLAIMED;
        }
        if (parsed.hasSubcommand()) {
            return subcommand(inner);
        }
        String variant = parsed.matchedPositionalValue(0, "");
        Request request = Request.of(parsed);
        return variant.isEmpty()
                ? new CatalogueRun(console, shelf).run(request)
                : new VariantRun(console, shelf).run(variant, request);
    }

    private Exit subcommand(ParseResult parsed) {
        switch (parsed.commandSpec().name()) {
            case Syntax.LIST -> new Listing(console.page(), shelf).print(parsed.matchedPositionalValue(0, ""));
            case Syntax.BENCH -> {
                return new BenchRun(console).run(parsed);
            }
            case Syntax.CLAIMS -> {
                return new ClaimsRun(console, shelf, Threads.claims())
                        .run(
                                parsed.matchedPositionalValue(0, ""),
                                parsed.matchedOptionValue("--seed", ""),
                                parsed.hasMatchedOption("--json"));
            }
            case Syntax.MATRIX -> {
                return new MatrixRun(console)
                        .run(parsed.matchedPositionalValue(0, ""), parsed.hasMatchedOption("--json"));
            }
            case Syntax.COST -> {
                return new CostRun(console.page())
                        .run(parsed.matchedPositionalValue(0, ""), parsed.hasMatchedOption("--json"));
            }
            case Syntax.GRAPH -> {
                return new GraphRun(console, shelf).run(parsed);
            }
            case Syntax.COMPLETION -> console.page().out().print(AutoComplete.bash("check", line));
            default ->
                throw new IllegalStateException(
                        "subcommand " + parsed.commandSpec().name() + " does nothing");
        }
        return Exit.AS_CLAIMED;
    }

    private static String version() {
        return Option.of(CheckCommand.class.getPackage().getImplementationVersion())
                .getOrElse("of unknown version");
    }
}
