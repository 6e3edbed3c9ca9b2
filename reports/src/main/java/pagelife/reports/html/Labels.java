package pagelife.reports.html;

import com.fasterxml.jackson.core.JsonGenerator;
import io.vavr.collection.Seq;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import pagelife.reports.told.ToldStep;

/** What a page says of steps that can be taken: many steps of a space say the same, which is written once. */
final class Labels {
    private final Map<List<Object>, Integer> numbers = new LinkedHashMap<>();
    private final Map<Integer, ToldStep> steps = new LinkedHashMap<>();

    /** The number of what is said of a step. */
    int number(ToldStep step) {
        List<Object> said = List.of(
                step.actor(),
                step.step(),
                step.text(),
                step.choices(),
                step.kept(),
                step.effects(),
                step.reads(),
                step.said());
        int number = numbers.computeIfAbsent(said, key -> numbers.size());
        steps.putIfAbsent(number, step);
        return number;
    }

    /** Writes all in the order of their numbers. */
    void write(JsonGenerator json) throws IOException {
        json.writeStartArray();
        for (ToldStep step : steps.values()) {
            write(json, step);
        }
        json.writeEndArray();
    }

    /** Writes what is said of a step: the fields of the JSON document that the page shows. */
    static void write(JsonGenerator json, ToldStep step) throws IOException {
        json.writeStartObject();
        json.writeStringField("actor", step.actor());
        json.writeStringField("step", step.step());
        json.writeStringField("text", step.text());
        json.writeStringField("function", step.function());
        json.writeStringField("file", step.file());
        json.writeStringField("version", step.version());
        json.writeStringField("statement", step.statement());
        strings(json, "said", step.said());
        strings(json, "choices", step.choices());
        strings(json, "kept", step.kept());
        strings(json, "effects", step.effects());
        strings(json, "reads", step.reads());
        json.writeEndObject();
    }

    private static void strings(JsonGenerator json, String name, Seq<String> texts) throws IOException {
        json.writeArrayFieldStart(name);
        for (String text : texts) {
            json.writeString(text);
        }
        json.writeEndArray();
    }
}
