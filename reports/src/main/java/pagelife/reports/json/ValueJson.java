package pagelife.reports.json;

import com.fasterxml.jackson.core.JsonGenerator;
import io.vavr.collection.Seq;
import java.io.IOException;
import pagelife.checker.value.Value;

/** Values for programs: numbers as numbers, records by component. */
final class ValueJson implements Value.Cases<Void, IOException> {
    private final JsonGenerator json;

    ValueJson(JsonGenerator json) {
        this.json = json;
    }

    private void value(String field, Value value) throws IOException {
        json.writeFieldName(field);
        value(value);
    }

    private void value(Value value) throws IOException {
        value.accept(this);
    }

    @Override
    public Void amount(Value.Amount amount) throws IOException {
        if (amount.number().scale() == 0) {
            json.writeNumber(amount.number().unscaledValue());
        } else {
            json.writeNumber(amount.number());
        }
        return null;
    }

    @Override
    public Void truth(Value.Truth truth) throws IOException {
        json.writeBoolean(truth.holds());
        return null;
    }

    @Override
    public Void name(Value.Name constant) throws IOException {
        json.writeString(constant.name());
        return null;
    }

    @Override
    public Void text(Value.Text text) throws IOException {
        json.writeString(text.text());
        return null;
    }

    /** By its name; a number that is no more than a number is one. */
    @Override
    public Void identity(Value.Identity identity) throws IOException {
        if (identity.text().equals(identity.value().text())) {
            return identity.value().accept(this);
        }
        json.writeString(identity.text());
        return null;
    }

    @Override
    public Void structure(Value.Structure structure) throws IOException {
        json.writeStartObject();
        json.writeStringField("record", structure.type());
        json.writeObjectFieldStart("components");
        for (var component : structure.components()) {
            value(component._1(), component._2());
        }
        json.writeEndObject();
        json.writeEndObject();
        return null;
    }

    @Override
    public Void sequence(Value.Sequence sequence) throws IOException {
        return elements(sequence.elements());
    }

    @Override
    public Void group(Value.Group group) throws IOException {
        return elements(group.elements());
    }

    private Void elements(Seq<Value> elements) throws IOException {
        json.writeStartArray();
        for (Value element : elements) {
            value(element);
        }
        json.writeEndArray();
        return null;
    }

    @Override
    public Void table(Value.Table table) throws IOException {
        json.writeStartObject();
        json.writeArrayFieldStart("map");
        for (var entry : table.entries()) {
            json.writeStartObject();
            value("key", entry._1());
            value("value", entry._2());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
        return null;
    }

    @Override
    public Void present(Value.Present present) throws IOException {
        return present.inside().accept(this);
    }

    @Override
    public Void absent(Value.Absent absent) throws IOException {
        json.writeNull();
        return null;
    }
}
