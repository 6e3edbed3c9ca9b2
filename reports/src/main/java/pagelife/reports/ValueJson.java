package pagelife.reports;

import com.fasterxml.jackson.core.JsonGenerator;
import io.vavr.collection.Seq;
import java.io.IOException;
import pagelife.checker.model.Cell;
import pagelife.checker.model.State;
import pagelife.checker.result.TraceStep;
import pagelife.checker.value.Difference;
import pagelife.checker.value.Value;

/** Values for programs: numbers as numbers, records by component. */
final class ValueJson implements Value.Cases<Void, IOException> {
    private final JsonGenerator json;

    ValueJson(JsonGenerator json) {
        this.json = json;
    }

    /** The value of every cell. */
    void state(String field, State state) throws IOException {
        json.writeObjectFieldStart(field);
        for (Cell<?> cell : state.model().cells()) {
            json.writeFieldName(cell.name());
            shown(Changes.value(state, cell));
        }
        json.writeEndObject();
    }

    /** What was told, in order. */
    void events(String field, Seq<?> events) throws IOException {
        json.writeArrayFieldStart(field);
        for (Object event : events) {
            shown(Value.of(event));
        }
        json.writeEndArray();
    }

    /** What a step changed, part by part, control cells included. */
    void changes(String field, State before, TraceStep step) throws IOException {
        json.writeArrayFieldStart(field);
        for (Cell<?> cell : before.changed(step.after())) {
            for (Difference change : Changes.differences(before, step.after(), cell)) {
                json.writeStartObject();
                json.writeStringField("cell", cell.name());
                json.writeStringField("component", change.path());
                value("before", change.before());
                value("after", change.after());
                json.writeEndObject();
            }
        }
        json.writeEndArray();
    }

    private void shown(Value value) throws IOException {
        json.writeStartObject();
        json.writeStringField("text", value.text());
        value("value", value);
        json.writeEndObject();
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
