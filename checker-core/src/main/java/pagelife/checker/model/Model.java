package pagelife.checker.model;

import io.vavr.collection.HashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;

/**
 * A protocol: cells, actors, and the states it may start in. Immutable; made by {@link #builder}.
 *
 * <p>Models are compared by identity.
 */
public final class Model {
    private final String name;
    private final Seq<Cell<?>> cells;
    private final Seq<Actor> actors;
    private final Seq<Step> steps;
    private final Seq<State> initialStates;
    private final Map<Cell<?>, Actor> owners;

    Model(ModelBuilder declared) {
        this.name = declared.name();
        this.cells = declared.cells();
        Vector<Actor> made = Vector.empty();
        int steps = 0;
        for (Declared actor : declared.actors()) {
            made = made.append(new Actor(actor, steps));
            steps += actor.steps().size();
        }
        this.actors = made;
        this.steps = made.flatMap(Actor::steps);
        this.owners = HashMap.ofEntries(cells.flatMap(cell -> cell.owner()
                .flatMap(owner -> actors.find(actor -> actor.name().equals(owner)))
                .map(actor -> io.vavr.Tuple.of(cell, actor))));
        this.initialStates = new Start(this, declared).states();
        initialStates.forEach(this::check);
        actors.forEach(actor -> actor.control().startAt(initialStates.head().at(actor)));
    }

    private void check(State initial) {
        cells.forEach(cell -> Values.requireImmutable(cell.name(), initial.read(cell)));
        for (Actor actor : actors) {
            Control at = initial.read(actor.control());
            if (at != Control.finished() && !actor.family().isInstance(at)) {
                throw new ModelException("actor " + actor + " starts at " + at + ": it must be a "
                        + actor.family().getSimpleName() + " or Control.finished(); start it there");
            }
        }
    }

    /** Starts the declaration of a model. */
    public static ModelBuilder builder(String name) {
        return new ModelBuilder(name);
    }

    /** The name, such as {@code fsdax/6.1}. */
    public String name() {
        return name;
    }

    /** All cells, control cells included, by {@link Cell#index()}. */
    public Seq<Cell<?>> cells() {
        return cells;
    }

    /** All actors, by {@link Actor#index()}. */
    public Seq<Actor> actors() {
        return actors;
    }

    /** All steps of all actors, by {@link Step#index()}. */
    public Seq<Step> steps() {
        return steps;
    }

    /** The states it may start in: at least one, no two equal, in the order of declaration. */
    public Seq<State> initialStates() {
        return initialStates;
    }

    /** The actor that {@code cell} is private to; empty when it is shared. */
    public Option<Actor> owner(Cell<?> cell) {
        return owners.get(cell);
    }

    /** The actor of this name; an unknown one is a {@link ModelException}. */
    public Actor actor(String actorName) {
        return actors.find(actor -> actor.name().equals(actorName))
                .getOrElseThrow(() -> new ModelException("model " + name + " has no actor " + actorName + ": it has "
                        + actors.map(Actor::name).mkString(", ") + "; ask for one of these"));
    }

    @Override
    public String toString() {
        return name;
    }
}
