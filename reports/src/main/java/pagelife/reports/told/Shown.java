package pagelife.reports.told;

import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Map;
import pagelife.checker.model.Cell;
import pagelife.checker.model.State;
import pagelife.checker.value.Value;

/**
 * A value of a model.
 *
 * @param text as it prints itself
 * @param value taken apart
 */
public record Shown(String text, Value value) implements Part {
    static Shown of(Object object) {
        Value value = Value.of(object);
        return new Shown(value.text(), value);
    }

    /** The value of every cell, by its name. */
    static Map<String, Shown> cells(State state) {
        Map<String, Shown> shown = LinkedHashMap.empty();
        for (Cell<?> cell : state.model().cells()) {
            shown = shown.put(cell.name(), of(state.read(cell)));
        }
        return shown;
    }
}
