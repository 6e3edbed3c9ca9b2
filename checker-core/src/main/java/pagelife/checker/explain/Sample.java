package pagelife.checker.explain;

import io.vavr.collection.LinkedHashSet;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import pagelife.checker.model.Cell;
import pagelife.checker.model.Control;
import pagelife.checker.model.Model;
import pagelife.checker.model.Move;
import pagelife.checker.model.State;
import pagelife.checker.result.Trace;

/**
 * Some states of a model, for the values that its cells can take: those of a trace, all that are one step beside it,
 * and the first ones of the model, breadth-first. Cells of one family can take each other's values, and those of an
 * enum or a truth value all there are. The same model and trace have the same sample.
 */
final class Sample {
    /** So many first states of a model are looked at: enough to see what each cell is for, in some ten milliseconds. */
    private static final int FIRST_STATES = 200;

    /** More values of a cell are not tried. */
    private static final int MOST_VALUES = 40;

    private final Seq<State> states;
    private final Map<Cell<?>, Seq<Object>> values = new HashMap<>();

    private Sample(Seq<State> states) {
        this.states = states;
    }

    /** The first states of {@code model}. */
    static Seq<State> first(Model model) {
        Set<State> seen = new HashSet<>(model.initialStates().asJava());
        Queue<State> open = new ArrayDeque<>(model.initialStates().asJava());
        Vector<State> found = Vector.ofAll(model.initialStates());
        while (!open.isEmpty() && found.size() < FIRST_STATES) {
            for (Move move : Move.in(open.remove())) {
                if (seen.add(move.to())) {
                    open.add(move.to());
                    found = found.append(move.to());
                }
            }
        }
        return found;
    }

    /** The states of a trace, those beside it, and {@code others}. */
    static Sample around(Trace trace, Seq<State> others) {
        Vector<State> along = Vector.rangeClosed(0, trace.length()).map(trace::before);
        return new Sample(along.appendAll(along.flatMap(state -> Move.in(state).map(Move::to)))
                .appendAll(others));
    }

    /** The values of {@code cell}, those that it has itself ahead of those that only others of its family have. */
    @SuppressWarnings("unchecked") // they are values of the cell
    <T> Seq<T> values(Cell<T> cell) {
        return (Seq<T>) values.computeIfAbsent(cell, this::find);
    }

    private Seq<Object> find(Cell<?> cell) {
        Vector<Cell<?>> alike = states.head()
                .model()
                .cells()
                .filter(other -> other.family().equals(cell.family())
                        && other.type() == cell.type()
                        && !Control.class.isAssignableFrom(cell.type()))
                .toVector();
        return LinkedHashSet.ofAll(inStates(cell))
                .addAll(alike.flatMap(this::inStates))
                .addAll(all(cell.type()))
                .take(MOST_VALUES)
                .toVector();
    }

    private Seq<Object> inStates(Cell<?> cell) {
        return states.map(state -> (Object) state.read(cell)).distinct();
    }

    /** All values there are of some types. */
    private static Seq<Object> all(Class<?> type) {
        return type == Boolean.class
                ? Vector.of(false, true)
                : type.isEnum() ? Vector.of((Object[]) type.getEnumConstants()) : Vector.empty();
    }
}
