package pagelife.reports.traces;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import pagelife.checker.model.Cell;
import pagelife.checker.model.Model;
import pagelife.checker.model.Move;
import pagelife.checker.model.State;
import pagelife.checker.value.Value;

/**
 * A trace in the informal trace format, gone through by the code of a model: what the file says is believed nowhere.
 * Variables that the model has no cell for are passed over; every cell must have a variable, or the trace of any other
 * model would be a run of this one.
 *
 * @param states the states of the file
 */
public record ItfTrace(Seq<JsonNode> states) {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** Why a file is no such trace, or no run of the model: where, and what is wrong there. */
    public static final class NoRun extends RuntimeException {
        private static final long serialVersionUID = 1;

        NoRun(String message) {
            super(message);
        }
    }

    /** Reads the text of a file. */
    public static ItfTrace parse(String text) {
        JsonNode document = document(text);
        JsonNode states = document.path("states");
        if (!states.isArray() || states.isEmpty()) {
            throw new NoRun("it is no trace in the ITF format: there must be an array \"states\" with a state in it");
        }
        Vector<JsonNode> all = Vector.ofAll(states);
        int wrong = all.indexWhere(state -> !state.isObject());
        if (wrong >= 0) {
            throw new NoRun("state " + wrong + " must be an object with a field for each variable");
        }
        return new ItfTrace(all);
    }

    private static JsonNode document(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            throw new NoRun("it is no JSON: line " + e.getLocation().getLineNr() + ", column "
                    + e.getLocation().getColumnNr() + ": "
                    + e.getOriginalMessage().split("\n", 2)[0]);
        }
    }

    /** The variant that the file says it is of; empty if it says none. */
    public static String source(String text) {
        return document(text).path("#meta").path("source").asText("");
    }

    /**
     * The moves that lead from state to state, found among those that the model can make.
     *
     * @throws NoRun at the first state that cannot be reached
     */
    public Seq<Move> moves(Model model) {
        State at = model.initialStates()
                .find(state -> difference(state, states.head()).isEmpty())
                .getOrElseThrow(() -> new NoRun("state 0 is no state that " + model.name() + " starts in: "
                        + difference(model.initialStates().head(), states.head())));
        Vector<Move> moves = Vector.empty();
        for (int i = 1; i < states.size(); i++) {
            Move move = move(at, i);
            moves = moves.append(move);
            at = move.to();
        }
        return moves;
    }

    /** The move that leads to state {@code number}; of several the one that the file names. */
    private Move move(State at, int number) {
        JsonNode wanted = states.get(number);
        Seq<Move> possible = Move.in(at);
        Seq<Move> found = possible.filter(move -> difference(move.to(), wanted).isEmpty());
        return found.find(move -> isNamed(move, wanted.path("#meta")))
                .orElse(found.headOption())
                .getOrElseThrow(() -> new NoRun("state " + number + " cannot be reached from the one before it: "
                        + why(possible, wanted) + "; what can be done there is "
                        + (possible.isEmpty() ? "nothing" : possible.mkString("; "))));
    }

    private static boolean isNamed(Move move, JsonNode meta) {
        return move.step().actor().name().equals(meta.path("actor").asText())
                && move.step().id().equals(meta.path("step").asText());
    }

    private static String why(Seq<Move> possible, JsonNode wanted) {
        return possible.find(move -> isNamed(move, wanted.path("#meta")))
                .map(move -> "after " + move + " " + difference(move.to(), wanted))
                .getOrElse(() -> "no step leads to it");
    }

    /** The first cell whose value is another than in the file; empty if there is none. */
    private static String difference(State state, JsonNode wanted) {
        for (Cell<?> cell : state.model().cells()) {
            if (!wanted.has(cell.name())) {
                return "it has no variable " + cell.name();
            }
            JsonNode value = json(Value.of(state.read(cell)));
            if (!wanted.get(cell.name()).equals(value)) {
                return cell.name() + " is " + value + ", not " + wanted.get(cell.name());
            }
        }
        return "";
    }

    private static JsonNode json(Value value) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
            value.accept(new ItfValue(json));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return document(text.toString());
    }
}
