package pagelife.reports;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import pagelife.reports.format.Detail;
import pagelife.reports.format.ReportFormat;
import pagelife.reports.json.JsonFormat;
import pagelife.reports.page.Ink;
import pagelife.reports.page.Page;
import pagelife.reports.text.TextFormat;

/** A stream that remembers. */
public final class Captured {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final PrintStream stream = new PrintStream(bytes, true, StandardCharsets.UTF_8);

    /** The stream to write to. */
    public PrintStream stream() {
        return stream;
    }

    /** A plain page of this width that writes to it. */
    public Page page(int width) {
        return new Page(stream, width, Ink.PLAIN);
    }

    /** A report in a format, on a plain page of this width. */
    public static String text(ReportFormat format, Report report, int width) {
        Captured captured = new Captured();
        format.write(report, captured.page(width));
        return captured.text();
    }

    /** A report in JSON. */
    public static String json(Report report) {
        return text(new JsonFormat(), report, 100);
    }

    /** A report as text, 100 characters wide, without witnesses. */
    public static String text(Report report) {
        return text(new TextFormat(Detail.USUAL), report, 100);
    }

    /** Forgets what was written so far. */
    public void clear() {
        stream.flush();
        bytes.reset();
    }

    /** What was written so far. */
    public String text() {
        stream.flush();
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
