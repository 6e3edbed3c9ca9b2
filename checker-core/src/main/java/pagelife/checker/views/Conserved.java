package pagelife.checker.views;

import java.util.function.BiFunction;
import java.util.function.ToIntFunction;
import pagelife.checker.model.Cell;
import pagelife.checker.model.State;
import pagelife.checker.model.View;

/**
 * A conserved quantity: a count, and how much of it the places and cells of a state own. It is conserved if every step
 * changes the count by what it changes of the owners' shares; as every owner's share is its own, that can be seen of the
 * step alone, however many owners there are.
 *
 * @param name what is counted
 * @param cell where the count stands
 * @param count the count in a value of that cell
 * @param counting a value with another count
 * @param owned how much is owned by all that a view shows; no owner's share is negative
 * @param <T> the type of the cell
 */
public record Conserved<T>(
        String name,
        Cell<T> cell,
        ToIntFunction<? super T> count,
        BiFunction<? super T, Integer, ? extends T> counting,
        ToIntFunction<View> owned) {

    /** The count in a state. */
    public int counted(View view) {
        return count.applyAsInt(view.read(cell));
    }

    /** How much is counted that nobody in sight owns; negative where more is owned than counted. */
    public int unowned(View view) {
        return counted(view) - owned.applyAsInt(view);
    }

    /** The state in which this counts {@code to}. */
    State counting(State state, int to) {
        return state.with(cell, counting.apply(state.read(cell), to));
    }

    /** The value, taken from a state or made for it, with the count {@code to}. */
    @SuppressWarnings("unchecked") // a value of this cell
    Object with(Object value, int to) {
        return counting.apply((T) value, to);
    }

    /** The count in a value of the cell. */
    @SuppressWarnings("unchecked") // a value of this cell
    int in(Object value) {
        return count.applyAsInt((T) value);
    }
}
