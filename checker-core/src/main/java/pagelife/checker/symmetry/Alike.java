package pagelife.checker.symmetry;

import io.vavr.collection.HashMap;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import pagelife.checker.model.Actor;
import pagelife.checker.model.Cell;
import pagelife.checker.model.Model;
import pagelife.checker.model.State;

/**
 * Tasks of one sort, that can change places: {@code fault1} and {@code fault2}. They have one name but for a number,
 * run one program, have cells of the same families and start alike.
 *
 * <p>That nobody can tell them apart is derived from the declaration; whether code and claims keep to it, a search that
 * makes use of it audits.
 *
 * @param members at least two, in the order of the model
 */
public record Alike(Seq<Actor> members) {
    /** More members, of one sort and of all, have too many orders. */
    private static final int MOST_MEMBERS = 8;

    private static final int MOST_OF_ALL = 16;

    /** The sorts of {@code model}, in the order of their first members. */
    public static Seq<Alike> in(Model model) {
        Seq<Alike> found = model.actors()
                .groupBy(actor -> description(model, actor))
                .values()
                .filter(alike -> alike.size() > 1)
                .map(alike -> new Alike(alike.take(MOST_MEMBERS)))
                .filter(alike -> alike.startsAlike(model))
                .toVector()
                .sortBy(alike -> alike.members().head().index());
        return found.filter(alike -> found.takeUntil(alike::equals)
                                .map(one -> one.members().size())
                                .sum()
                                .intValue()
                        + alike.members().size()
                <= MOST_OF_ALL);
    }

    /** What members of one sort have in common. */
    private static Seq<Object> description(Model model, Actor actor) {
        return Vector.of(
                base(actor.name()),
                actor.calls().mkString("; "),
                actor.family(),
                actor.fairness().toString(),
                actor.steps().map(step -> step.label() + " " + step.operation()).mkString("; "),
                own(model, actor)
                        .tail()
                        .map(cell -> cell.name().replace(actor.name(), "#") + " " + cell.type() + " "
                                + cell.owner().isDefined())
                        .mkString("; "));
    }

    private static String base(String name) {
        return name.replaceFirst("[0-9]+$", "");
    }

    /** The cells of {@code actor}: where it is, then those private to it, and those of its name in a family. */
    public static Seq<Cell<?>> own(Model model, Actor actor) {
        return model.cells()
                .filter(cell -> cell != actor.control()
                        && (cell.owner().contains(actor.name())
                                || cell.key().map(Object::toString).contains(actor.name())))
                .prepend(actor.control());
    }

    /** Whether any two neighbours may change places in every state that the model starts in. */
    private boolean startsAlike(Model model) {
        Seq<State> initial = model.initialStates();
        return members.zip(members.tail()).forAll(two -> {
            Exchange exchange = exchange(model, two._1(), two._2());
            return initial.forAll(state -> initial.contains(exchange.of(state)));
        });
    }

    /** What becomes of states when two of the members change places. */
    public static Exchange exchange(Model model, Actor one, Actor other) {
        return new Exchange(model, HashMap.of(one, other, other, one));
    }

    /** The names, as a reader would say them: {@code fault1, fault2}. */
    @Override
    public String toString() {
        return members.map(Actor::name).mkString(", ");
    }
}
