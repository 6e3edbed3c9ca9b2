package pagelife.reports.traces;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import pagelife.checker.value.Value;

/**
 * A value in the informal trace format. A record is a variant, as Quint writes them: its type is the tag, so that two
 * places of a task that keep nothing in mind are told apart.
 */
record ItfValue(JsonGenerator json) implements Value.Cases<Void, IOException> {
    @Override
    public Void amount(Value.Amount amount) throws IOException {
        boolean whole = amount.number().scale() == 0;
        json.writeStartObject();
        json.writeStringField(
                whole ? "#bigint" : "#unserializable", amount.number().toPlainString());
        json.writeEndObject();
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

    @Override
    public Void identity(Value.Identity identity) throws IOException {
        json.writeString(identity.text());
        return null;
    }

    @Override
    public Void structure(Value.Structure structure) throws IOException {
        json.writeStartObject();
        json.writeStringField("tag", structure.type());
        json.writeObjectFieldStart("value");
        for (var component : structure.components()) {
            json.writeFieldName(component._1());
            component._2().accept(this);
        }
        json.writeEndObject();
        json.writeEndObject();
        return null;
    }

    @Override
    public Void sequence(Value.Sequence sequence) throws IOException {
        elements(sequence.elements());
        return null;
    }

    @Override
    public Void group(Value.Group group) throws IOException {
        json.writeStartObject();
        json.writeFieldName("#set");
        elements(group.elements());
        json.writeEndObject();
        return null;
    }

    @Override
    public Void table(Value.Table table) throws IOException {
        json.writeStartObject();
        json.writeArrayFieldStart("#map");
        for (var entry : table.entries()) {
            json.writeStartArray();
            entry._1().accept(this);
            entry._2().accept(this);
            json.writeEndArray();
        }
        json.writeEndArray();
        json.writeEndObject();
        return null;
    }

    @Override
    public Void present(Value.Present present) throws IOException {
        json.writeStartObject();
        json.writeStringField("tag", "Some");
        json.writeFieldName("value");
        present.inside().accept(this);
        json.writeEndObject();
        return null;
    }

    @Override
    public Void absent(Value.Absent absent) throws IOException {
        json.writeStartObject();
        json.writeStringField("tag", "None");
        json.writeObjectFieldStart("value");
        json.writeArrayFieldStart("#tup");
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndObject();
        return null;
    }

    private void elements(Iterable<Value> elements) throws IOException {
        json.writeStartArray();
        for (Value element : elements) {
            element.accept(this);
        }
        json.writeEndArray();
    }
}
