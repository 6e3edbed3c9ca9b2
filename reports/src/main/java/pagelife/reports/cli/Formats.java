package pagelife.reports.cli;

import com.google.common.base.Splitter;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.nio.file.Path;
import java.util.function.Function;
import pagelife.reports.ci.GitHubFormat;
import pagelife.reports.ci.JUnitFormat;
import pagelife.reports.ci.SarifFormat;
import pagelife.reports.format.LitmusFormat;
import pagelife.reports.format.ReportFormat;
import pagelife.reports.html.HtmlFormat;
import pagelife.reports.json.JsonFormat;
import pagelife.reports.text.CommitFormat;
import pagelife.reports.text.TextFormat;
import pagelife.reports.traces.DotFormat;
import pagelife.reports.traces.ItfFormat;
import pagelife.reports.traces.MermaidFormat;
import pagelife.reports.traces.PerfettoFormat;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/**
 * How reports are written: the one place where that is decided.
 *
 * @param wanted the formats asked for, in their order; none for text
 * @param folder where files go; empty if standard output is what is wanted
 */
record Formats(Seq<String> wanted, Option<Path> folder) {
    private static final String JSON = "json";
    private static final String TEXT = "text";

    /** The option that sets how wide lines are. */
    static final String WIDTH = "--width";

    /**
     * The formats that there are. A new one is a line here.
     *
     * @param name what {@code --format} calls it
     * @param ending how the names of its files end
     * @param made makes it; text and pictures want to be told whether traces that show what is so are wanted, too
     */
    record Known(String name, String ending, Function<Boolean, ReportFormat> made) {}

    private static final Seq<Known> KNOWN = Vector.of(
            new Known(TEXT, ".txt", TextFormat::new),
            new Known(JSON, ".json", witnesses -> new JsonFormat()),
            new Known("commit", ".commit.txt", witnesses -> new CommitFormat()),
            new Known("litmus", ".litmus", witnesses -> new LitmusFormat()),
            new Known("html", ".html", witnesses -> new HtmlFormat()),
            new Known("itf", ".itf.json", ItfFormat::new),
            new Known("mermaid", ".mmd", MermaidFormat::new),
            new Known("dot", ".dot", DotFormat::new),
            new Known("perfetto", ".perfetto.json", PerfettoFormat::new),
            new Known("junit", ".junit.xml", witnesses -> new JUnitFormat()),
            new Known("sarif", ".sarif", witnesses -> new SarifFormat()),
            new Known("github", ".github.txt", witnesses -> new GitHubFormat()));

    /** Adds the options that choose a format. */
    static CommandSpec options(CommandSpec command) {
        return command.addOption(Syntax.option(
                                "--format",
                                "NAME[,NAME]",
                                "Write the report in these formats: " + names().mkString(", ")
                                        + ". One goes to standard output, several need --out.")
                        .completionCandidates(names())
                        .build())
                .addOption(Syntax.option(
                                "--out",
                                "DIR",
                                "Write a file for each format to this folder; text goes to standard output as ever.")
                        .build())
                .addOption(Syntax.flag("--json", "Short for --format json."))
                .addOption(Syntax.option(
                                WIDTH,
                                "N",
                                "Write lines of at most so many characters; usual are the width of the terminal, up to "
                                        + "120, and 72 elsewhere. COLUMNS=N in the environment is as good.")
                        .build());
    }

    /** What the options of a command ask for. */
    static Formats of(ParseResult parsed) {
        String shortly = parsed.hasMatchedOption("--json") ? JSON : TEXT;
        Seq<String> names = Vector.ofAll(Splitter.on(',').trimResults().split(text(parsed, "--format", shortly)));
        names = parsed.hasMatchedOption("--json") ? names.prepend(JSON) : names;
        names.forEach(Formats::known);
        Option<Path> folder =
                Option.when(parsed.hasMatchedOption("--out"), () -> Request.path("--out", text(parsed, "--out", "")));
        Formats formats = new Formats(names.distinct(), folder);
        if (folder.isEmpty() && formats.wanted.size() > 1) {
            throw new UsageException("--format (" + formats.wanted.mkString(",")
                    + ") names several formats: say with --out DIR where their files go, or name one");
        }
        return formats;
    }

    private static String text(ParseResult parsed, String option, String otherwise) {
        return parsed.matchedOptionValue(option, otherwise);
    }

    /** The names of all. */
    static Seq<String> names() {
        return KNOWN.map(Known::name);
    }

    private static Known known(String name) {
        return KNOWN.find(known -> known.name().equals(name))
                .getOrElseThrow(() -> Unknown.name("format", name, names(), "there are " + names().mkString(", ")));
    }

    /**
     * The format of a report.
     *
     * @param kind the kind of the report: see {@link pagelife.reports.Report#kind}
     * @param witnesses whether traces that show what is so are wanted, too
     * @param console where warnings go
     * @throws UsageException if a format cannot say what such a report says, or the folder cannot be written to
     */
    ReportFormat of(String kind, boolean witnesses, Console console) {
        Seq<Known> formats = wanted.map(Formats::known);
        formats.find(format -> !format.made().apply(witnesses).writes(kind)).forEach(format -> {
            throw new UsageException("--format (" + format.name() + ") cannot say what " + kind
                    + " reports: those that can are " + writing(kind).mkString(", "));
        });
        return folder.<ReportFormat>map(
                        to -> new FiledFormat(new TextFormat(witnesses), formats, witnesses, Folder.at(to)))
                .getOrElse(() -> new SpokenFormat(
                        formats.head().name(), formats.head().made().apply(witnesses), console));
    }

    /** The names of those that can say what reports of a kind say. */
    static Seq<String> writing(String kind) {
        return KNOWN.filter(format -> format.made().apply(false).writes(kind)).map(Known::name);
    }
}
