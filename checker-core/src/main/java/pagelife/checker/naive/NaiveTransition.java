package pagelife.checker.naive;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import pagelife.checker.model.Cell;
import pagelife.checker.model.Control;
import pagelife.checker.model.Event;
import pagelife.checker.model.State;
import pagelife.checker.model.Step;
import pagelife.checker.model.StepFailed;
import pagelife.checker.model.StepView;
import pagelife.checker.model.Transition;
import pagelife.checker.model.View;

/** A step run on a boxed state with its choices fixed in advance. */
final class NaiveTransition implements StepView, Transition {
    private final State before;
    private final Step step;
    private final List<Integer> choices;
    private final List<Integer> alternatives = new ArrayList<>();
    private final Set<Cell<?>> read = new HashSet<>();
    private final Set<Cell<?>> written = new LinkedHashSet<>();
    private Vector<Event> events = Vector.empty();
    private State after;

    private NaiveTransition(State before, Step step, List<Integer> choices) {
        this.before = before;
        this.step = step;
        this.choices = choices;
        this.after = before;
    }

    /** Every way in which {@code step} can be taken from {@code state}. */
    static List<NaiveTransition> all(State state, Step step) {
        List<NaiveTransition> found = new ArrayList<>();
        Control at = state.read(step.actor().control());
        if (step.startsAt(at)) {
            explore(state, step, at, List.of(), found);
        }
        return found;
    }

    private static void explore(State state, Step step, Control at, List<Integer> prefix, List<NaiveTransition> found) {
        NaiveTransition run = new NaiveTransition(state, step, prefix);
        Control next = run.take(at);
        if (run.alternatives.size() > prefix.size()) { // a choice beyond the prefix: try each of its alternatives
            for (int i = 0; i < run.alternatives.get(prefix.size()); i++) {
                List<Integer> longer = new ArrayList<>(prefix);
                longer.add(i);
                explore(state, step, at, longer, found);
            }
        } else if (next != Control.End.WAITS) {
            run.after = run.after.with(step.actor().control(), next);
            found.add(run);
        }
    }

    /** Where it goes; a step that fails stays, and changes nothing. */
    private Control take(Control at) {
        try {
            return step.take(at, this);
        } catch (StepFailed e) {
            State left = after;
            String wrote =
                    written.stream().map(cell -> cell + " = " + left.read(cell)).collect(Collectors.joining(", "));
            events = events.append(e.failure().having(wrote));
            after = before;
            written.clear();
            return at;
        }
    }

    State stateAfter() {
        return after;
    }

    @Override
    public <T> T read(Cell<T> cell) {
        if (!written.contains(cell)) { // else it reads what it wrote, not the state before
            read.add(cell);
        }
        return after.read(cell);
    }

    @Override
    public <T> boolean finds(Cell<T> cell, Predicate<? super T> wrong) {
        return wrong.test(after.read(cell)) && wrong.test(read(cell));
    }

    @Override
    public <T> void write(Cell<T> cell, T value) {
        written.add(cell);
        after = after.with(cell, value);
    }

    @Override
    public <T> T choose(String what, Seq<T> among) {
        int position = alternatives.size();
        alternatives.add(among.size());
        return among.get(position < choices.size() ? choices.get(position) : 0);
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
        return read.contains(cell) || cell == step.actor().control();
    }

    @Override
    public boolean wrote(Cell<?> cell) {
        return written.contains(cell) || cell == step.actor().control();
    }

    @Override
    public Seq<Event> events() {
        return events;
    }
}
