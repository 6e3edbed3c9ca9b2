package pagelife.checker.model;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.util.Arrays;

/**
 * An immutable assignment of values to all cells of a model. Equal when every cell has an equal value.
 *
 * <p>This is the form in which states leave the checker; inside, a state is a few packed words.
 */
public final class State implements View {
    private final Model model;
    private final Object[] values;

    private State(Model model, Object[] values) {
        this.model = model;
        this.values = values;
    }

    /** A state of {@code model} with {@code values} in the order of its cells. The array is copied. */
    public static State of(Model model, Object... values) {
        int cells = model.cells().size();
        if (values.length != cells) {
            throw new IllegalArgumentException(
                    "a state of " + model.name() + " has " + cells + " values, not " + values.length);
        }
        return new State(model, values.clone());
    }

    /** The model that it is a state of. */
    public Model model() {
        return model;
    }

    @Override
    @SuppressWarnings("unchecked") // every way to make a state puts a value of the cell's type there
    public <T> T read(Cell<T> cell) {
        return (T) values[check(cell)];
    }

    private int check(Cell<?> cell) {
        if (cell.index() >= values.length || model.cells().get(cell.index()) != cell) {
            throw new ModelException("cell " + cell + " does not belong to model " + model
                    + ": use the cells that its own builder made");
        }
        return cell.index();
    }

    /** This state with another value of {@code cell}. */
    public <T> State with(Cell<T> cell, T value) {
        Object[] copy = values.clone();
        copy[check(cell)] = value;
        return new State(model, copy);
    }

    /** The values in the order of the model's cells. */
    public Object[] values() {
        return values.clone();
    }

    /** The cells whose values differ in {@code other}, in the order of declaration. */
    public Seq<Cell<?>> changed(State other) {
        return model.cells().filter(cell -> !values[cell.index()].equals(other.values[cell.index()]));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof State state && model == state.model && Arrays.equals(values, state.values);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return Vector.ofAll(model.cells())
                .map(cell -> cell.name() + "=" + values[cell.index()])
                .mkString("{", ", ", "}");
    }
}
