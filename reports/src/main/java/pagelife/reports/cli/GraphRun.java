package pagelife.reports.cli;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import org.jgrapht.nio.ExportException;
import pagelife.checker.Checker;
import pagelife.checker.graph.ExploredGraph;
import pagelife.models.Family;
import pagelife.reports.format.GraphExport;
import pagelife.reports.outcome.SettingTexts;
import pagelife.specs.Subject;
import picocli.CommandLine.ParseResult;

/** {@code check graph}: writes the states of a variant and the steps between them. */
final class GraphRun {
    /** More states than this nobody can look at. */
    static final int MOST_STATES = 20_000;

    private final Console console;
    private final Shelf shelf;

    GraphRun(Console console, Shelf shelf) {
        this.console = console;
        this.shelf = shelf;
    }

    Exit run(ParseResult parsed) {
        String format = parsed.matchedOptionValue("--format", "dot");
        if (!format.equals("dot") && !format.equals("graphml")) {
            throw new UsageException("--format (" + format + ") must be dot or graphml");
        }
        Subject subject = shelf.subject(parsed.matchedPositionalValue(0, ""));
        Family<?> family = subject.family();
        Prepared prepared = shelf.prepare(
                subject,
                SettingTexts.read("rule", texts(parsed, "--rule"), family.rules(), family),
                SettingTexts.read("bound", texts(parsed, "--bound"), family.bounds(), family));
        int most = parsed.hasMatchedOption("--max-states")
                ? Amount.small("--max-states", parsed.matchedOptionValue("--max-states", ""))
                : MOST_STATES;
        ExploredGraph explored = Checker.firstStates(prepared.model(), most);
        write(new GraphExport(explored, prepared.model()), format, parsed.matchedOptionValue("--output", ""));
        if (!explored.complete()) {
            console.error("the graph is not whole: it has the first " + most + " states of " + subject.name()
                    + "; lower a bound, or ask for more with --max-states");
            return Exit.UNDECIDED;
        }
        return Exit.AS_CLAIMED;
    }

    private static Seq<String> texts(ParseResult parsed, String option) {
        return Vector.of(parsed.matchedOptionValue(option, new String[0]));
    }

    private void write(GraphExport export, String format, String file) {
        if (file.isEmpty()) {
            PrintWriter out = new PrintWriter(console.page().out(), false, StandardCharsets.UTF_8);
            write(export, format, out);
            out.flush();
            return;
        }
        try (BufferedWriter out = Files.newBufferedWriter(Request.path("--output", file))) {
            write(export, format, out);
        } catch (IOException | ExportException e) {
            throw new UsageException("--output (" + file + ") cannot be written: " + said(e));
        }
    }

    /** An exporter wraps what the disk says. */
    private static String said(Exception e) {
        return e.getCause() instanceof IOException cause ? cause.getMessage() : e.getMessage();
    }

    private static void write(GraphExport export, String format, Writer out) {
        if (format.equals("dot")) {
            export.dot(out);
        } else {
            export.graphml(out);
        }
    }
}
