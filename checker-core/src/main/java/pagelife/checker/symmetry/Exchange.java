package pagelife.checker.symmetry;

import io.vavr.Tuple;
import io.vavr.collection.HashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import pagelife.checker.model.Actor;
import pagelife.checker.model.Cell;
import pagelife.checker.model.Model;
import pagelife.checker.model.State;

/** A permutation of tasks, or of identities and tasks: what becomes of cells, values and states when they change places. */
public final class Exchange {
    private final Model model;
    private final Renaming renaming;
    /** For each cell of the model the index of that which takes its place. */
    private final int[] targets;

    /** Where {@code places} says who takes whose place; the others stay where they are. */
    public Exchange(Model model, Map<Actor, Actor> places) {
        this.model = model;
        this.renaming = Renaming.ofTasks(HashMap.ofEntries(
                places.map(place -> Tuple.of(place._1().name(), place._2().name()))));
        this.targets = model.cells().toJavaStream().mapToInt(Cell::index).toArray();
        places.forEach((from, to) -> {
            Seq<Cell<?>> source = Alike.own(model, from);
            source.zip(Alike.own(model, to))
                    .forEach(two -> targets[two._1().index()] = two._2().index());
        });
    }

    /** Where this is what becomes of names, and of the index of each cell. */
    Exchange(Model model, Renaming renaming, int[] targets) {
        this.model = model;
        this.renaming = renaming;
        this.targets = targets.clone();
    }

    /** The index of the cell that takes the place of that of this index. */
    public int target(int cell) {
        return targets[cell];
    }

    /** What becomes of a value, in whatever cell. */
    public Object value(Object value) {
        return renaming.of(value);
    }

    /** What becomes of a state. */
    public State of(State state) {
        Object[] before = state.values();
        Object[] after = new Object[before.length];
        for (int cell = 0; cell < before.length; cell++) {
            after[targets[cell]] = value(before[cell]);
        }
        return State.of(model, after);
    }
}
