package pagelife.checker.model;

import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Seq;
import io.vavr.control.Option;

/** A task under declaration: its name, and the cells that are its own. */
public final class Task {
    private final ModelBuilder model;
    private final String name;
    private LinkedHashMap<String, Cell<?>> cells = LinkedHashMap.empty();

    Task(ModelBuilder model, String name) {
        this.model = model;
        this.name = name;
    }

    /** The names of all tasks of the model, once all are declared. */
    Seq<String> tasks() {
        return model.tasks();
    }

    /** The cells of the model that hold something {@link Borrowed}, once all are declared. */
    Seq<Lent<?>> lent() {
        return model.lent();
    }

    /** The name, unique in the model. */
    public String name() {
        return name;
    }

    /**
     * The cell {@code what(name)} that is private to this task: what it keeps from one operation to the next.
     * Operations that name the same one share it.
     */
    @SuppressWarnings("unchecked") // a second declaration of another type is refused
    public <T> Cell<T> cell(String what, Class<? super T> type, T initial) {
        Option<Cell<?>> known = cells.get(what);
        if (known.isEmpty()) {
            Cell<T> made = model.declare(what, Option.some(name), type, initial, Option.some(name));
            cells = cells.put(what, made);
            return made;
        }
        Cell<?> cell = known.get();
        if (cell.type() != type || !cell.initial().equals(initial)) {
            throw new ModelException("cell " + cell + " is declared as a "
                    + cell.type().getSimpleName()
                    + " that starts as " + cell.initial() + ", and as a " + type.getSimpleName() + " that starts as "
                    + initial + ": operations that share a cell declare it alike");
        }
        return (Cell<T>) cell;
    }

    @Override
    public String toString() {
        return name;
    }
}
