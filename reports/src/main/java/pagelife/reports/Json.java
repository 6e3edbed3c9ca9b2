package pagelife.reports;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.google.common.primitives.Ints;
import io.vavr.collection.Seq;
import java.io.IOException;
import java.io.UncheckedIOException;
import pagelife.models.Settings;

/** How all our JSON is written: UTF-8, indented by two, lines ending in a line feed on every system. */
@SuppressWarnings("exports") // public for the other packages of this module
public final class Json {
    private Json() {}

    /** What writes a document. */
    @FunctionalInterface
    public interface Document {
        void write(JsonGenerator json) throws IOException;
    }

    public static void print(Page page, Document document) {
        DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
        try (JsonGenerator json = new JsonFactory().createGenerator(page.out(), JsonEncoding.UTF8)) {
            json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
            json.setPrettyPrinter(new DefaultPrettyPrinter()
                    .withObjectIndenter(indenter)
                    .withSeparators(DefaultPrettyPrinter.DEFAULT_SEPARATORS.withObjectFieldValueSpacing(
                            Separators.Spacing.AFTER)));
            document.write(json);
            json.writeRaw('\n');
        } catch (IOException e) {
            throw new UncheckedIOException("the JSON document cannot be written: " + e.getMessage(), e);
        }
    }

    public static void names(JsonGenerator json, String field, Seq<String> names) throws IOException {
        json.writeArrayFieldStart(field);
        for (String name : names) {
            json.writeString(name);
        }
        json.writeEndArray();
    }

    /** Settings whose values are numbers, or else words. */
    static void numbers(JsonGenerator json, String field, Settings settings) throws IOException {
        json.writeObjectFieldStart(field);
        for (var entry : settings.asMap()) {
            Integer number = Ints.tryParse(entry._2());
            if (number == null) {
                json.writeStringField(entry._1(), entry._2());
            } else {
                json.writeNumberField(entry._1(), number);
            }
        }
        json.writeEndObject();
    }

    static void settings(JsonGenerator json, String field, Settings settings) throws IOException {
        json.writeObjectFieldStart(field);
        for (var entry : settings.asMap()) {
            json.writeStringField(entry._1(), entry._2());
        }
        json.writeEndObject();
    }
}
