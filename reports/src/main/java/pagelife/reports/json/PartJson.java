package pagelife.reports.json;

import com.fasterxml.jackson.core.JsonGenerator;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.control.Option;
import java.io.IOException;
import java.util.function.Predicate;
import pagelife.checker.value.Component;
import pagelife.checker.value.Shape;
import pagelife.checker.value.Value;
import pagelife.reports.Report;
import pagelife.reports.told.Aside;
import pagelife.reports.told.Part;

/**
 * The tree of a report in JSON: a part is an object with a field for each component, an option without anything is no
 * field, nor is what is aside, a constant is its name, and what is no part is its text.
 */
final class PartJson {
    private final JsonGenerator json;
    private final ValueJson values;

    PartJson(JsonGenerator json) {
        this.json = json;
        this.values = new ValueJson(json);
    }

    /** A whole document. */
    void document(Report report) throws IOException {
        json.writeStartObject();
        json.writeStringField("format", report.format());
        fields(report, name -> false);
        json.writeEndObject();
    }

    private void part(Part part) throws IOException {
        json.writeStartObject();
        fields(part, name -> false);
        json.writeEndObject();
    }

    /** The components of a part as fields, but for those that are left out. */
    void fields(Part part, Predicate<String> isLeftOut) throws IOException {
        Seq<Component> components = Shape.of(part.getClass()).components();
        for (Component component : components.reject(one -> isLeftOut.test(one.name()))) {
            Object said = read(component, part);
            if (said instanceof Option<?> option) {
                for (Object inside : option) {
                    field(component.name(), inside);
                }
            } else if (!(said instanceof Aside<?>)) {
                field(component.name(), said);
            }
        }
    }

    private static Object read(Component component, Part part) {
        try {
            return component.of(part);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("component " + component + " of " + part.getClass() + " cannot be read", e);
        }
    }

    private void field(String name, Object said) throws IOException {
        json.writeFieldName(name);
        any(said);
    }

    private void any(Object said) throws IOException {
        if (said instanceof Part part) {
            part(part);
        } else if (said instanceof Value value) {
            value.accept(values);
        } else if (said instanceof Seq<?> elements) {
            array(elements);
        } else if (said instanceof Map<?, ?> entries) {
            object(entries);
        } else {
            plain(said);
        }
    }

    private void array(Seq<?> elements) throws IOException {
        json.writeStartArray();
        for (Object element : elements) {
            any(element);
        }
        json.writeEndArray();
    }

    private void object(Map<?, ?> entries) throws IOException {
        json.writeStartObject();
        for (var entry : entries) {
            field(entry._1().toString(), entry._2());
        }
        json.writeEndObject();
    }

    private void plain(Object said) throws IOException {
        if (said instanceof Boolean truth) {
            json.writeBoolean(truth);
        } else if (said instanceof Double decimal) {
            json.writeNumber(decimal);
        } else if (said instanceof Number whole) {
            json.writeNumber(whole.longValue());
        } else {
            json.writeString(said instanceof Enum<?> constant ? constant.name() : said.toString());
        }
    }
}
