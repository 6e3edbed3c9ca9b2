package pagelife.checker.model;

import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.LinkedHashSet;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Predicate;

/** Code of a model run once on a state, with its first choices fixed. */
final class Trial implements StepView {
    private final List<Integer> wanted;
    private final List<Integer> alternatives = new ArrayList<>();
    private final View before;
    private LinkedHashSet<Cell<?>> reads = LinkedHashSet.empty();
    private LinkedHashMap<Cell<?>, Object> written = LinkedHashMap.empty();
    private Vector<String> choices = Vector.empty();
    private Vector<Event> events = Vector.empty();
    private Vector<String> said = Vector.empty();
    private Control next;

    private Trial(View before, List<Integer> wanted) {
        this.before = before;
        this.wanted = wanted;
    }

    /** Runs {@code code} on {@code state} once for each way to choose in it, in the order of the alternatives. */
    static Seq<Trial> all(View state, Function<StepView, Control> code) {
        return explore(state, code, List.of());
    }

    private static Vector<Trial> explore(View state, Function<StepView, Control> code, List<Integer> prefix) {
        Trial trial = new Trial(state, prefix);
        trial.run(code);
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

    /** Runs it. A step that fails changes nothing. */
    private void run(Function<StepView, Control> code) {
        try {
            next = code.apply(this);
        } catch (StepFailed e) {
            events = events.append(e.failure()
                    .having(written.map(entry -> entry._1() + " = " + entry._2())
                            .mkString(", ")));
            written = LinkedHashMap.empty();
            next = Control.End.FAILS;
        }
    }

    /** The state that it was run on, as the code left it. */
    State after(State state) {
        return written.foldLeft(state, (changed, entry) -> changed.with(any(entry._1()), entry._2()));
    }

    @SuppressWarnings("unchecked") // what was written is of the cell's type
    private static Cell<Object> any(Cell<?> cell) {
        return (Cell<Object>) cell;
    }

    /** What the code answered. */
    Control next() {
        return next;
    }

    Seq<Cell<?>> reads() {
        return reads.toVector();
    }

    Seq<Cell<?>> writes() {
        return written.keySet().toVector();
    }

    Seq<String> choices() {
        return choices;
    }

    Seq<Event> events() {
        return events;
    }

    Seq<String> said() {
        return said;
    }

    @Override
    @SuppressWarnings("unchecked") // what was written is of the cell's type
    public <T> T read(Cell<T> cell) {
        Option<Object> own = written.get(cell);
        if (own.isDefined()) { // it reads what it wrote, not the state before
            return (T) own.get();
        }
        reads = reads.add(cell);
        return before.read(cell);
    }

    @Override
    @SuppressWarnings("unchecked") // what was written is of the cell's type
    public <T> boolean finds(Cell<T> cell, Predicate<? super T> wrong) {
        boolean found = wrong.test(written.get(cell).map(own -> (T) own).getOrElse(() -> before.read(cell)));
        return found && wrong.test(read(cell));
    }

    @Override
    public <T> void write(Cell<T> cell, T value) {
        written = written.put(cell, value);
    }

    @Override
    public <T> T choose(String what, Seq<T> among) {
        int position = alternatives.size();
        alternatives.add(Alternatives.count("it", what, among, position));
        T chosen = among.get(position < wanted.size() ? wanted.get(position) : 0);
        choices = choices.append(what + " = " + chosen);
        return chosen;
    }

    @Override
    public void tell(Event event) {
        events = events.append(event);
    }

    @Override
    @SuppressWarnings("AnnotateFormatMethod") // it is one, and has no annotation to say so
    public void saw(String text, Object... values) {
        said = said.append(String.format(Locale.ROOT, text, values));
    }
}
