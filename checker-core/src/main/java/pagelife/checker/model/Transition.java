package pagelife.checker.model;

import io.vavr.collection.Seq;

/** A step being taken, as a step property sees it: the state before, the step, the state after. */
public interface Transition {
    /** The step. */
    Step step();

    /** The actor that takes it. */
    default Actor actor() {
        return step().actor();
    }

    /** The value of {@code cell} before the step. */
    <T> T before(Cell<T> cell);

    /** The value of {@code cell} after the step. */
    <T> T after(Cell<T> cell);

    /** Whether the step read {@code cell} in its state before, as every step does with its actor's control cell. */
    boolean hasRead(Cell<?> cell);

    /**
     * Whether the step wrote {@code cell}, be it with the value it had, as every step does with its actor's control
     * cell.
     */
    boolean wrote(Cell<?> cell);

    /** What the step told, in order. */
    Seq<Event> events();

    /** The state before, as a view. */
    default View before() {
        return this::before;
    }

    /** The state after, as a view. */
    default View after() {
        return this::after;
    }
}
