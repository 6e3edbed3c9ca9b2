package pagelife.checker.model;

import io.vavr.Tuple;
import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * Declares a {@link Model}, cell by cell and actor by actor. Mutable, used once, by one thread.
 *
 * <p>Every mistake that can be seen in a declaration is a {@link ModelException} here, not in the search.
 */
public final class ModelBuilder {
    private final String name;
    private final Set<String> names = new LinkedHashSet<>();
    private Vector<Cell<?>> cells = Vector.empty();
    private Vector<ActorBuilder<?>> actors = Vector.empty();
    private Vector<UnaryOperator<State>> starts = Vector.empty();

    ModelBuilder(String name) {
        this.name = name;
    }

    /** Declares a shared cell. */
    public <T> Cell<T> cell(String cellName, Class<? super T> type, T initial) {
        return declare(cellName, type, initial, Option.none());
    }

    /** Declares a family of shared cells {@code familyName(key)}, one per key. */
    public <K, T> CellFamily<K, T> cells(
            String familyName, Iterable<K> keys, Class<? super T> type, Function<K, T> initial) {
        LinkedHashMap<K, Cell<T>> family = LinkedHashMap.empty();
        for (K key : keys) {
            Cell<T> cell = cell(familyName + "(" + key + ")", type, initial.apply(key));
            family = family.put(Tuple.of(key, cell));
        }
        return new CellFamily<>(familyName, family);
    }

    /**
     * Declares an actor.
     *
     * @param family the sealed family of its controls
     * @param initial where it starts
     */
    public <C extends Control> ActorBuilder<C> actor(String actorName, Class<C> family, C initial) {
        claim("actor", actorName);
        Cell<Control> control = declare("at(" + actorName + ")", Control.class, initial, Option.some(actorName));
        ActorBuilder<C> actor = new ActorBuilder<>(this, actorName, family, control, actors.size());
        actors = actors.append(actor);
        return actor;
    }

    /**
     * Adds an initial state: the first one with the changes that {@code change} makes. Without a call the model starts
     * in the one state of the cells' initial values; with calls, in exactly the states they name.
     */
    public ModelBuilder startsIn(UnaryOperator<State> change) {
        starts = starts.append(change);
        return this;
    }

    /** The model. At least one actor; every control of every actor's family has a step that leaves it. */
    public Model build() {
        if (actors.isEmpty()) {
            throw new ModelException("model " + name + " has no actor: nothing can happen; declare one");
        }
        actors.forEach(ActorBuilder::check);
        return new Model(this);
    }

    <T> Cell<T> declare(String cellName, Class<? super T> type, T initial, Option<String> owner) {
        claim("cell", cellName);
        Values.requireImmutable(cellName, initial);
        Cell<T> cell = new Cell<>(cellName, type, initial, owner, cells.size());
        cells = cells.append(cell);
        return cell;
    }

    private void claim(String kind, String claimed) {
        if (!names.add(kind + " " + claimed)) {
            throw new ModelException(kind + " " + claimed + " is declared twice in model " + name
                    + ": names must be unique; rename one");
        }
    }

    String name() {
        return name;
    }

    Seq<Cell<?>> cells() {
        return cells;
    }

    Seq<ActorBuilder<?>> actors() {
        return actors;
    }

    Seq<State> initialStates(State first) {
        return starts.isEmpty()
                ? Vector.of(first)
                : starts.map(start -> start.apply(first)).distinct();
    }
}
