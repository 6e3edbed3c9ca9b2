package pagelife.checker.model;

import java.util.function.Function;

/**
 * A cell that says which task has to give something back.
 *
 * @param borrowed what of its value says so
 */
record Lent<T>(Cell<T> cell, Function<? super T, ? extends Borrowed> borrowed) {
    /** One whose value says so itself. */
    static <T> Lent<T> itself(Cell<T> cell) {
        return new Lent<>(cell, Borrowed.class::cast);
    }

    /** Whether a task of this name may look into it, and finds that it has something. */
    boolean isHeldBy(String task, StepView view) {
        return cell.owner().forAll(task::equals)
                && view.finds(cell, value -> borrowed.apply(value).isHeldBy(task));
    }

    Borrowed read(StepView view) {
        return borrowed.apply(view.read(cell));
    }
}
