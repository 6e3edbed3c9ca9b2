package pagelife.specs.fsdax;

import io.vavr.collection.HashSet;
import io.vavr.collection.Seq;
import io.vavr.collection.Set;
import io.vavr.collection.Vector;
import pagelife.checker.model.Cell;
import pagelife.checker.model.Control;
import pagelife.checker.model.Event;
import pagelife.checker.model.State;
import pagelife.checker.model.Step;
import pagelife.checker.model.StepView;
import pagelife.checker.model.Transition;
import pagelife.checker.model.View;
import pagelife.models.Protocol;

/**
 * One step of a walk through a model by hand, without any engine. It takes the first alternative of every choice, unless
 * one is wanted.
 */
public final class Walk implements StepView, Transition {
    private final State before;
    private final Step step;
    private final String wanted;
    private State after;
    private Set<Cell<?>> read = HashSet.empty();
    private Set<Cell<?>> written = HashSet.empty();
    private Vector<Event> events = Vector.empty();

    private Walk(State before, Step step, String wanted) {
        this.before = before;
        this.step = step;
        this.wanted = wanted;
        this.after = before;
    }

    /** Takes the step {@code id} of {@code actor}; {@code wanted} is the choice to make in it. */
    public static Walk take(Protocol protocol, State state, String actor, String id, String wanted) {
        Walk walk = new Walk(state, protocol.model().actor(actor).step(id), wanted);
        Control at = state.read(walk.step.actor().control());
        if (!walk.step.startsAt(at)) {
            throw new AssertionError(walk.step + " cannot be taken at " + at);
        }
        Control next = walk.step.take(at, walk);
        if (next == Control.End.WAITS) {
            throw new AssertionError(walk.step + " waits in " + state);
        }
        walk.after = walk.after.with(walk.step.actor().control(), next);
        return walk;
    }

    /** The state after the step. */
    public State end() {
        return after;
    }

    @Override
    public <T> T read(Cell<T> cell) {
        read = read.add(cell);
        return after.read(cell);
    }

    @Override
    public <T> void write(Cell<T> cell, T value) {
        written = written.add(cell);
        after = after.with(cell, value);
    }

    @Override
    public <T> T choose(String what, Seq<T> alternatives) {
        return wanted.isEmpty()
                ? alternatives.head()
                : alternatives.find(one -> one.toString().equals(wanted)).get();
    }

    @Override
    public void tell(Event event) {
        events = events.append(event);
    }

    @Override
    public Step step() {
        return step;
    }

    @Override
    public <T> T before(Cell<T> cell) {
        return before.read(cell);
    }

    @Override
    public <T> T after(Cell<T> cell) {
        return after.read(cell);
    }

    @Override
    public View after() {
        return after;
    }

    @Override
    public boolean hasRead(Cell<?> cell) {
        return read.contains(cell);
    }

    @Override
    public boolean wrote(Cell<?> cell) {
        return written.contains(cell);
    }

    @Override
    public Seq<Event> events() {
        return events;
    }
}
