package pagelife.reports.html;

import com.fasterxml.jackson.core.JsonGenerator;
import io.vavr.collection.Seq;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import pagelife.checker.model.Cell;
import pagelife.checker.model.Model;
import pagelife.checker.model.Move;
import pagelife.checker.model.State;
import pagelife.checker.value.Value;
import pagelife.reports.explore.Guide;
import pagelife.reports.explore.Guide.Mark;
import pagelife.reports.explore.Space;
import pagelife.reports.told.ToldStep;

/**
 * A space for a page, small enough to stand in it: the text of each value once, what is said of a step once, of a state
 * only where it differs from the one that it was met from. Of fsdax/6.1, 5,812 states and 20,952 steps, it is half a
 * megabyte.
 */
final class SpaceJson {
    private final JsonGenerator json;
    private final Space space;
    private final Model model;
    private final List<Map<Object, Integer>> values = new ArrayList<>();

    SpaceJson(JsonGenerator json, Space space) {
        this.json = json;
        this.space = space;
        this.model = space.guide().model();
        model.cells().forEach(cell -> values.add(new LinkedHashMap<>()));
    }

    /** Writes it as an object. */
    void write() throws IOException {
        json.writeStartObject();
        states();
        texts();
        moves();
        marks();
        json.writeEndObject();
    }

    private int value(State state, Cell<?> cell) {
        Map<Object, Integer> known = values.get(cell.index());
        return known.computeIfAbsent(state.read(cell), value -> known.size());
    }

    /** Of a first state the number of each value; of another where it was met from, and each cell that differs. */
    private void states() throws IOException {
        Map<State, State> met = new HashMap<>();
        space.moves().forEach(moves -> moves.forEach(move -> met.putIfAbsent(move.to(), move.from())));
        json.writeArrayFieldStart("states");
        for (State state : space.states()) {
            boolean first = model.initialStates().contains(state);
            json.writeStartArray();
            State from = first ? state : met.get(state);
            if (!first) {
                json.writeNumber(space.numbers().get(from));
            }
            Seq<Cell<?>> cells = first ? model.cells() : from.changed(state);
            for (Cell<?> cell : cells) {
                if (!first) {
                    json.writeNumber(cell.index());
                }
                json.writeNumber(value(state, cell));
            }
            json.writeEndArray();
        }
        json.writeEndArray();
        json.writeNumberField("first", model.initialStates().size());
    }

    private void texts() throws IOException {
        json.writeArrayFieldStart("texts");
        for (Map<Object, Integer> known : values) {
            json.writeStartArray();
            for (Object value : known.keySet()) {
                json.writeString(Value.of(value).text());
            }
            json.writeEndArray();
        }
        json.writeEndArray();
    }

    /** Of each state what is said of a step and where it leads, again and again. */
    private void moves() throws IOException {
        Labels labels = new Labels();
        json.writeArrayFieldStart("moves");
        for (Seq<Move> moves : space.moves()) {
            json.writeStartArray();
            for (Move move : moves) {
                json.writeNumber(labels.number(ToldStep.of(move)));
                json.writeNumber(space.number(move));
            }
            json.writeEndArray();
        }
        json.writeEndArray();
        json.writeFieldName("labels");
        labels.write(json);
    }

    /** For each claim the states that break it or show it, and the steps that break it, as state and position. */
    private void marks() throws IOException {
        Guide guide = space.guide();
        List<List<Integer>> states = lists(guide.claims().size());
        List<List<Integer>> steps = lists(guide.claims().size());
        for (int at = 0; at < space.states().size(); at++) {
            Seq<Move> moves = space.moves().get(at);
            mark(guide.marks(space.states().get(at), moves), states, at);
            int position = 0;
            for (Move move : moves) {
                mark(guide.marks(move), steps, at, position++);
            }
        }
        json.writeFieldName("atStates");
        numbers(states);
        json.writeFieldName("atSteps");
        numbers(steps);
    }

    private static List<List<Integer>> lists(int size) {
        List<List<Integer>> lists = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            lists.add(new ArrayList<>());
        }
        return lists;
    }

    private static void mark(Seq<Mark> marks, List<List<Integer>> lists, int... where) {
        for (int claim = 0; claim < lists.size(); claim++) {
            if (marks.get(claim) == Mark.BROKEN || marks.get(claim) == Mark.HAPPENS) {
                for (int number : where) {
                    lists.get(claim).add(number);
                }
            }
        }
    }

    private void numbers(List<List<Integer>> lists) throws IOException {
        json.writeStartArray();
        for (List<Integer> list : lists) {
            json.writeStartArray();
            for (int number : list) {
                json.writeNumber(number);
            }
            json.writeEndArray();
        }
        json.writeEndArray();
    }
}
