package pagelife.reports.json;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Predicate;
import pagelife.reports.Report;
import pagelife.reports.format.ReportFormat;
import pagelife.reports.page.Page;
import pagelife.reports.told.Part;

/**
 * JSON: UTF-8, indented by two, lines ending in a line feed on every system. One document for each report, whose fields
 * are the components of its records; {@link Schemas} describe them.
 *
 * <p>The same report has the same bytes, whatever the machine, its locale and its threads, but for the object
 * {@code measured}.
 */
public final class JsonFormat implements ReportFormat {
    /** The format; it has no state. */
    public JsonFormat() {}

    @Override
    public void write(Report report, Page page) {
        try (JsonGenerator json = new JsonFactory().createGenerator(page.out(), JsonEncoding.UTF8)) {
            json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
            json.setPrettyPrinter(printer());
            new PartJson(json).document(report);
            json.writeRaw('\n');
        } catch (IOException e) {
            throw new UncheckedIOException("the JSON document cannot be written: " + e.getMessage(), e);
        }
    }

    /** Writes the components of a part as fields of the object that is begun, but for those left out by name. */
    public void fields(JsonGenerator json, Part part, Predicate<String> isLeftOut) throws IOException {
        new PartJson(json).fields(part, isLeftOut);
    }

    private static DefaultPrettyPrinter printer() {
        return new DefaultPrettyPrinter()
                .withObjectIndenter(new DefaultIndenter("  ", "\n"))
                .withSeparators(
                        DefaultPrettyPrinter.DEFAULT_SEPARATORS.withObjectFieldValueSpacing(Separators.Spacing.AFTER));
    }
}
