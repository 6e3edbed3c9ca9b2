package pagelife.checker.model;

import io.vavr.collection.LinkedHashSet;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Code of a model run once on a boxed state, with its first choices fixed. */
final class Trial implements StepView {
    private final List<Integer> wanted;
    private final List<Integer> alternatives = new ArrayList<>();
    private State after;
    private LinkedHashSet<Cell<?>> reads = LinkedHashSet.empty();
    private LinkedHashSet<Cell<?>> writes = LinkedHashSet.empty();
    private Vector<String> choices = Vector.empty();
    private Vector<Event> events = Vector.empty();
    private Control next;

    private Trial(State before, List<Integer> wanted) {
        this.after = before;
        this.wanted = wanted;
    }

    /** Runs {@code code} on {@code state} once for each way to choose in it, in the order of the alternatives. */
    static Seq<Trial> all(State state, Function<StepView, Control> code) {
        return explore(state, code, List.of());
    }

    private static Vector<Trial> explore(State state, Function<StepView, Control> code, List<Integer> prefix) {
        Trial trial = new Trial(state, prefix);
        trial.next = code.apply(trial);
        if (trial.alternatives.size() == prefix.size()) {
            return Vector.of(trial);
        }
        Vector<Trial> found = Vector.empty();
        for (int i = 0;
                i < trial.alternatives.get(prefix.size());
                i++) { // a choice beyond the prefix: each alternative
            List<Integer> longer = new ArrayList<>(prefix);
            longer.add(i);
            found = found.appendAll(explore(state, code, longer));
        }
        return found;
    }

    /** The state, as the code left it. */
    State after() {
        return after;
    }

    /** What the code answered. */
    Control next() {
        return next;
    }

    Seq<Cell<?>> reads() {
        return reads.toVector();
    }

    Seq<Cell<?>> writes() {
        return writes.toVector();
    }

    Seq<String> choices() {
        return choices;
    }

    Seq<Event> events() {
        return events;
    }

    @Override
    public <T> T read(Cell<T> cell) {
        if (!writes.contains(cell)) { // else it reads what it wrote, not the state before
            reads = reads.add(cell);
        }
        return after.read(cell);
    }

    @Override
    public <T> void write(Cell<T> cell, T value) {
        writes = writes.add(cell);
        after = after.with(cell, value);
    }

    @Override
    public <T> T choose(String what, Seq<T> among) {
        if (among.isEmpty()) {
            throw new ModelException("it chooses " + what + " among nothing: give at least one alternative, or wait");
        }
        int position = alternatives.size();
        alternatives.add(among.size());
        T chosen = among.get(position < wanted.size() ? wanted.get(position) : 0);
        choices = choices.append(what + " = " + chosen);
        return chosen;
    }

    @Override
    public void tell(Event event) {
        events = events.append(event);
    }
}
