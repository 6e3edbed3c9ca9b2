package pagelife.reports.cli;

import pagelife.reports.ReportFormat;
import pagelife.reports.json.JsonFormat;
import pagelife.reports.text.TextFormat;
import picocli.CommandLine.ParseResult;

/** How reports are written: the one place where that is decided. */
final class Formats {
    private Formats() {}

    /** The format that the options of a command ask for. */
    static ReportFormat of(ParseResult parsed) {
        return of(parsed.hasMatchedOption("--json"), false);
    }

    /**
     * JSON or text.
     *
     * @param witnesses whether text has the traces of what is so, too; JSON always has them
     */
    static ReportFormat of(boolean json, boolean witnesses) {
        return json ? new JsonFormat() : new TextFormat(witnesses);
    }
}
