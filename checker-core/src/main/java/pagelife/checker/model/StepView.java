package pagelife.checker.model;

import io.vavr.collection.Seq;
import java.util.function.Predicate;

/**
 * What one step sees and does. The code of a step is a pure function of what it reads here: run twice on the same
 * values it must read, choose and write the same.
 */
public interface StepView extends View {
    /**
     * The value of {@code cell}: the one this step wrote if it wrote one, else the one before the step. Reading a
     * private cell of another actor is a {@link ModelException}.
     */
    @Override
    <T> T read(Cell<T> cell);

    /**
     * Sets {@code cell} in the state after this step. Writing a private cell of another actor, or a control cell, is a
     * {@link ModelException}.
     */
    <T> void write(Cell<T> cell, T value);

    /**
     * One of the alternatives, each in a transition of its own.
     *
     * <p>What is read before a choice is remembered together: a step that reads many cells to find its alternatives and
     * then chooses costs about twice what as many steps at one place cost ({@link Script#or}), each of which reads its
     * own.
     *
     * @param what names the choice in a trace
     * @param alternatives at least one, equal for equal reads
     */
    <T> T choose(String what, Seq<T> alternatives);

    /**
     * Says that the step cannot be taken in this state: {@code return view.waits();}. The actor is blocked here until
     * something that was read changes. A step that has written anything must not wait.
     */
    default Control waits() {
        return Control.End.WAITS;
    }

    /** Whether a step goes on whose guard is {@code condition}: it does where that is true, but for a mutant's. */
    default boolean passes(boolean condition) {
        return condition;
    }

    /**
     * The step fails, as at a {@code BUG()}: it is the last of its run, and breaks the claim that no step fails. What
     * it wrote is not done.
     *
     * @param what what is wrong, such as {@code up of a semaphore below 0}
     */
    default void bug(String what) {
        throw new Failure.Bug(what);
    }

    /** The step fails if {@code condition} is true, as at a {@code BUG_ON()}. */
    default void bugOn(boolean condition, String what) {
        if (condition) {
            bug(what);
        }
    }

    /**
     * Whether a rule finds something wrong in a cell: one that is looked at beside what the step does, such as that who
     * ends holds no lock. The step depends on what was found as on a read; a reader is told of a read only if something is
     * wrong.
     *
     * @param wrong a pure function of the value
     */
    default <T> boolean finds(Cell<T> cell, Predicate<? super T> wrong) {
        return read(cell, wrong::test);
    }

    /** Tells an event of this step, to step properties and to the reader of a trace. */
    void tell(Event event);

    /**
     * Says to the reader of a trace which way a test of this step went: {@code now.saw("PTE changed: undo")}, {@code
     * now.saw("idle? no, refs %s", refs)}. It is put together only where a trace is executed; in a search it costs
     * nothing, and it is no part of a state.
     *
     * @param text the words, with {@code %s} for each of {@code values}
     * @param values what was seen, such as a count
     */
    default void saw(String text, Object... values) {}
}
