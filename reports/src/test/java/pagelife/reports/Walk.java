package pagelife.reports;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.util.ArrayList;
import java.util.List;
import pagelife.checker.model.*;
import pagelife.checker.result.*;

/** Takes named steps by hand. */
final class Walk implements StepView {
    private State now;
    private final State before;
    private final List<Cell<?>> reads = new ArrayList<>();
    private final List<Cell<?>> writes = new ArrayList<>();
    private final List<Event> events = new ArrayList<>();

    private Walk(State before) {
        this.before = before;
        this.now = before;
    }

    static Trace trace(Model model, String... labels) {
        State state = model.initialStates().head();
        Vector<TraceStep> steps = Vector.empty();
        for (String label : labels) {
            String[] parts = label.split(" ");
            Actor actor = model.actor(parts[0]);
            Step step = actor.step(parts[1]);
            Walk walk = new Walk(state);
            Control next = step.take(state.at(actor), walk);
            state = walk.now.with(actor.control(), next);
            steps = steps.append(new TraceStep(step, Vector.empty(), Vector.ofAll(walk.events), Vector.ofAll(walk.reads), Vector.ofAll(walk.writes), state));
        }
        return new Trace(model.initialStates().head(), steps);
    }

    @Override
    public <T> T read(Cell<T> cell) {
        reads.add(cell);
        return now.read(cell);
    }

    @Override
    public <T> void write(Cell<T> cell, T value) {
        writes.add(cell);
        now = now.with(cell, value);
    }

    @Override
    public <T> T choose(String what, Seq<T> alternatives) {
        return alternatives.head();
    }

    @Override
    public void tell(Event event) {
        events.add(event);
    }
}
