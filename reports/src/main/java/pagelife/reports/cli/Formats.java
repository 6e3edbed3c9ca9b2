package pagelife.reports.cli;

import com.google.common.base.Splitter;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.nio.file.Path;
import pagelife.reports.ask.NamedFormat;
import pagelife.reports.format.Detail;
import pagelife.reports.format.ReportFormat;
import pagelife.reports.outcome.Unknown;
import pagelife.reports.text.TextFormat;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/**
 * How reports are to be written, as the options say.
 *
 * @param wanted the formats asked for, in their order; none for text
 * @param folder where files go; empty if standard output is what is wanted
 */
record Formats(Seq<String> wanted, Option<Path> folder) {
    private static final String JSON = "json";
    private static final String TEXT = "text";

    /** The option that sets how wide lines are. */
    static final String WIDTH = "--width";

    /** Adds the options that choose a format to a command that is called what its reports are. */
    static CommandSpec options(CommandSpec command) {
        return options(command, command.name());
    }

    /**
     * Adds the options that choose a format.
     *
     * @param kind the kind of its reports: formats that cannot say what these say are not offered
     */
    static CommandSpec options(CommandSpec command, String kind) {
        Seq<String> names = NamedFormat.writing(kind);
        return command.addOption(Syntax.option(
                                "--format",
                                "NAME[,NAME]",
                                "Write the report in these formats: " + names.mkString(", ")
                                        + ". One goes to standard output, several need --out.")
                        .completionCandidates(names)
                        .build())
                .addOption(Syntax.option(
                                "--out",
                                "DIR",
                                "Write a file for each format to this folder; text also goes to standard output.")
                        .build())
                .addOption(Syntax.flag("--json", "Short for --format json."))
                .addOption(Syntax.option(
                                WIDTH,
                                "N",
                                "Write lines of at most N characters; default is the width of the terminal, up to 120, and 72 "
                                        + "elsewhere. COLUMNS=N in the environment does the same.")
                        .build());
    }

    /** What the options of a command ask for. */
    static Formats of(ParseResult parsed) {
        String shortly = parsed.hasMatchedOption("--json") ? JSON : TEXT;
        Seq<String> names = Vector.ofAll(Splitter.on(',').trimResults().split(text(parsed, "--format", shortly)));
        names = parsed.hasMatchedOption("--json") ? names.prepend(JSON) : names;
        names.forEach(name -> requireKnown(name, parsed.commandSpec()));
        Option<Path> folder =
                Option.when(parsed.hasMatchedOption("--out"), () -> Request.path("--out", text(parsed, "--out", "")));
        Formats formats = new Formats(names.distinct(), folder);
        if (folder.isEmpty() && formats.wanted.size() > 1) {
            throw new UsageException("--format (" + formats.wanted.mkString(",")
                    + ") names several formats: say with --out DIR where their files go, or name one");
        }
        return formats;
    }

    /** Who mistypes a name is offered what this command can write; another command's format is refused later. */
    private static void requireKnown(String name, CommandSpec command) {
        if (!NamedFormat.names().contains(name)) {
            Seq<String> known = Vector.ofAll(command.findOption("--format").completionCandidates());
            throw Unknown.name(
                    "format", name, known, "./" + command.qualifiedName() + " writes " + known.mkString(", "));
        }
    }

    private static String text(ParseResult parsed, String option, String otherwise) {
        return parsed.matchedOptionValue(option, otherwise);
    }

    /**
     * The format of a report.
     *
     * @param kind the kind of the report: see {@link pagelife.reports.Report#kind}
     * @param detail how much of the runs is wanted
     * @param console where warnings go
     * @throws UsageException if a format cannot say what such a report says, or the folder cannot be written to
     */
    ReportFormat of(String kind, Detail detail, Console console) {
        Seq<NamedFormat> formats = wanted.map(NamedFormat::of);
        formats.find(format -> !format.writes(kind)).forEach(format -> {
            throw new UsageException(
                    "--format (" + format.name() + ") cannot say what " + kind + " reports: those that can are "
                            + NamedFormat.writing(kind).mkString(", "));
        });
        return folder.<ReportFormat>map(to -> new FiledFormat(new TextFormat(detail), formats, detail, Folder.at(to)))
                .getOrElse(() -> new SpokenFormat(
                        formats.head().name(), formats.head().made().apply(detail), console));
    }
}
