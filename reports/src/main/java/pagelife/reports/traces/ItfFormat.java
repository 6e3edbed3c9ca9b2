package pagelife.reports.traces;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.vavr.collection.Map;
import io.vavr.collection.Vector;
import java.io.IOException;
import java.io.UncheckedIOException;
import pagelife.reports.format.PerTrace;
import pagelife.reports.format.TracedFinding;
import pagelife.reports.page.Page;
import pagelife.reports.told.Shown;
import pagelife.reports.told.ToldStep;
import pagelife.reports.told.ToldTrace;

/**
 * The informal trace format of Apalache (its decision record 15), which Quint and viewers of TLA+ traces read: the
 * cells are the variables, and each state has the value of every one. Which step was taken stands in {@code #meta} of
 * the state that it leads to, as {@code actor}, {@code step} and {@code choices}.
 */
public final class ItfFormat extends PerTrace {
    /** The format; {@code witnesses}: whether traces that show what is so are wanted, too. */
    public ItfFormat(boolean witnesses) {
        super(witnesses);
    }

    @Override
    protected void write(TracedFinding found, Page page) {
        try (JsonGenerator json = new JsonFactory().createGenerator(page.out(), JsonEncoding.UTF8)) {
            json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
            json.useDefaultPrettyPrinter();
            json.writeStartObject();
            meta(json, found);
            strings(json, "params", Vector.empty());
            strings(json, "vars", found.trace().initial().keySet().toVector());
            states(json, found.trace());
            for (int start : found.trace().loopStart()) {
                json.writeNumberField("loop", start);
            }
            json.writeEndObject();
            json.writeRaw('\n');
        } catch (IOException e) {
            throw new UncheckedIOException("the trace cannot be written: " + e.getMessage(), e);
        }
    }

    private static void meta(JsonGenerator json, TracedFinding found) throws IOException {
        json.writeObjectFieldStart("#meta");
        json.writeStringField("format", "ITF");
        json.writeStringField("format-description", "https://apalache-mc.org/docs/adr/015adr-trace.html");
        json.writeStringField("description", found.title());
        json.writeStringField("source", found.checked().name());
        json.writeStringField("claim", found.finding().claim());
        json.writeStringField("command", found.checked().command());
        json.writeEndObject();
    }

    private static void states(JsonGenerator json, ToldTrace trace) throws IOException {
        json.writeArrayFieldStart("states");
        state(json, 0, trace.initial(), null);
        for (int i = 0; i < trace.length(); i++) {
            ToldStep step = trace.steps().get(i);
            state(json, i + 1, step.after(), step);
        }
        json.writeEndArray();
    }

    private static void state(JsonGenerator json, int index, Map<String, Shown> cells, ToldStep step)
            throws IOException {
        json.writeStartObject();
        json.writeObjectFieldStart("#meta");
        json.writeNumberField("index", index);
        if (step != null) {
            json.writeStringField("actor", step.actor());
            json.writeStringField("step", step.step());
            strings(json, "choices", step.choices());
        }
        json.writeEndObject();
        for (var cell : cells) {
            json.writeFieldName(cell._1());
            cell._2().value().accept(new ItfValue(json));
        }
        json.writeEndObject();
    }

    private static void strings(JsonGenerator json, String name, Iterable<String> texts) throws IOException {
        json.writeArrayFieldStart(name);
        for (String text : texts) {
            json.writeString(text);
        }
        json.writeEndArray();
    }
}
