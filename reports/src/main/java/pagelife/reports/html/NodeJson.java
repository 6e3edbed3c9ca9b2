package pagelife.reports.html;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.google.common.primitives.Ints;
import io.vavr.collection.Seq;
import io.vavr.control.Option;
import java.io.IOException;
import java.io.StringWriter;
import pagelife.checker.model.Cell;
import pagelife.checker.model.Move;
import pagelife.checker.model.State;
import pagelife.checker.value.Value;
import pagelife.reports.explore.Guide;
import pagelife.reports.explore.Guide.Mark;
import pagelife.reports.explore.Numbered;
import pagelife.reports.told.ToldStep;

/**
 * What a page that is served wants to know of a state: its cells, what can be done in it, and which claims are broken
 * or shown there.
 *
 * @param guide says it
 * @param numbers the numbers of the states
 */
record NodeJson(Guide guide, Numbered numbers) {
    /** The state of a number that a page names. */
    Option<State> state(String number) {
        return Option.of(Ints.tryParse(number)).flatMap(numbers::state);
    }

    /** All of it. */
    String of(State state) throws IOException {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
            Seq<Move> moves = guide.moves(state);
            json.writeStartObject();
            json.writeNumberField("number", numbers.number(state));
            json.writeObjectFieldStart("cells");
            for (Cell<?> cell : state.model().cells()) {
                json.writeStringField(cell.name(), Value.of(state.read(cell)).text());
            }
            json.writeEndObject();
            json.writeArrayFieldStart("moves");
            for (Move move : moves) {
                move(json, move);
            }
            json.writeEndArray();
            marks(json, "marks", guide.marks(state, moves));
            json.writeEndObject();
        }
        return text.toString();
    }

    private void move(JsonGenerator json, Move move) throws IOException {
        json.writeStartObject();
        json.writeFieldName("label");
        Labels.write(json, ToldStep.of(move));
        json.writeNumberField("to", numbers.number(move.to()));
        marks(json, "breaks", guide.marks(move));
        json.writeEndObject();
    }

    private static void marks(JsonGenerator json, String name, Seq<Mark> marks) throws IOException {
        json.writeArrayFieldStart(name);
        for (int claim = 0; claim < marks.size(); claim++) {
            if (marks.get(claim) == Mark.BROKEN || marks.get(claim) == Mark.HAPPENS) {
                json.writeNumber(claim);
            }
        }
        json.writeEndArray();
    }
}
