package pagelife.checker.model;

import io.vavr.control.Option;

/**
 * A named, typed variable of a model. A state assigns a value to every cell.
 *
 * <p>Values are immutable, with {@code equals}, {@code hashCode} and {@code toString} by content: records, enums, boxed
 * primitives, strings, vavr collections of such. Two values are the same to the checker exactly when they are equal.
 *
 * <p>A private cell belongs to one actor: a step of another actor that reads or writes it is an error in the model.
 * Properties may read every cell.
 *
 * <p>Cells are made by {@link ModelBuilder} and {@link ActorBuilder} and are compared by identity.
 *
 * @param <T> the type of the values
 */
public final class Cell<T> {
    private final String name;
    private final Class<? super T> type;
    private T initial;
    private final Option<String> owner;
    private final String family;
    private final Option<Object> key;
    private final int index;

    Cell(
            String name,
            Class<? super T> type,
            T initial,
            Option<String> owner,
            String family,
            Option<Object> key,
            int index) {
        this.name = name;
        this.family = family;
        this.key = key;
        this.type = type;
        this.initial = initial;
        this.owner = owner;
        this.index = index;
    }

    /** The name, unique in the model, such as {@code page(P0)}. */
    public String name() {
        return name;
    }

    /** The class of the values, or of their common shape when that is generic. */
    public Class<? super T> type() {
        return type;
    }

    /** The value in the model's first initial state. */
    public T initial() {
        return initial;
    }

    /** Sets where the model starts, while it is built. */
    void startAt(T value) {
        initial = value;
    }

    /** The name of the actor that it is private to; empty when it is shared. */
    public Option<String> owner() {
        return owner;
    }

    /** The name of the family that it is one of: {@code page} for {@code page(P0)}; its own name if it stands alone. */
    public String family() {
        return family;
    }

    /** What tells it from the others of its family: a page, a task's name; empty if it stands alone. */
    public Option<Object> key() {
        return key;
    }

    /** The position among the model's cells, from 0, in the order of declaration. */
    public int index() {
        return index;
    }

    @Override
    public String toString() {
        return name;
    }
}
