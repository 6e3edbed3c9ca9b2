package pagelife.specs.ledger;

import io.vavr.collection.Seq;
import java.util.IdentityHashMap;
import java.util.Map;
import pagelife.checker.model.Actor;
import pagelife.checker.model.Cell;
import pagelife.checker.model.Control;
import pagelife.checker.model.Event;
import pagelife.checker.model.State;
import pagelife.checker.model.StepView;

/** A step that is tried and forgotten: to see whether it can be taken. */
final class Attempt implements StepView {
    private final State state;
    private final Map<Cell<?>, Object> written = new IdentityHashMap<>();

    private Attempt(State state) {
        this.state = state;
    }

    /** Whether an actor that has not finished can take none of its steps. */
    static boolean isBlocked(State state, Actor actor) {
        Control at = state.at(actor);
        return at != Control.finished()
                && actor.steps()
                        .filter(step -> step.startsAt(at))
                        .forAll(step -> step.take(at, new Attempt(state)) == Control.End.WAITS);
    }

    @Override
    @SuppressWarnings("unchecked") // only write puts values in, of the cell's type
    public <T> T read(Cell<T> cell) {
        return written.containsKey(cell) ? (T) written.get(cell) : state.read(cell);
    }

    @Override
    public <T> void write(Cell<T> cell, T value) {
        written.put(cell, value);
    }

    @Override
    public <T> T choose(String what, Seq<T> alternatives) {
        return alternatives.head();
    }

    @Override
    public void tell(Event event) {
        // nobody listens
    }
}
