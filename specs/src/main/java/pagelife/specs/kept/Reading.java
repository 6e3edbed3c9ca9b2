package pagelife.specs.kept;

import io.vavr.collection.Seq;
import pagelife.checker.model.Cell;
import pagelife.checker.model.State;
import pagelife.specs.litmus.Kept;

/**
 * A cell that was read, and what it held.
 *
 * @param cell its name
 * @param value its value, as text
 */
public record Reading(String cell, String value) {
    static Seq<Reading> of(Seq<Cell<?>> cells, State state) {
        return cells.map(cell -> new Reading(cell.name(), Kept.text(state, cell)));
    }

    @Override
    public String toString() {
        return cell + " = " + value;
    }
}
