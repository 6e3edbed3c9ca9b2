package pagelife.checker.model;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.util.function.Function;

/** A place of a script as declared: its ways on, and what is so as long as a task is there. */
final class Spot {
    private final String name;
    private final int index;
    private final Scope scope;
    private boolean mayWait;
    private Class<?> carries = Nothing.class;
    private Vector<Way> ways = Vector.empty();
    private Vector<Function<Object, Seq<? extends Fact>>> facts = Vector.empty();

    /** The facts where nothing is carried, once asked for: claims ask in every state. Null until then. */
    private volatile Seq<Fact> standing;

    Spot(String name, int index, Scope scope) {
        this.name = name;
        this.index = index;
        this.scope = scope;
    }

    /** This place of a script that is called, as one of the caller's. */
    Spot calledAt(String call, Scope from, int place) {
        Scope called = scope.calledFrom(call, from);
        Spot copy = new Spot(from.prefix() + call + "-" + name, place, called);
        copy.carries = carries;
        copy.ways = ways.map(way -> way.named(from.prefix() + call + "-"));
        copy.facts = facts;
        copy.mayWait = mayWait;
        return copy;
    }

    /** Whose place it is. */
    Scope scope() {
        return scope;
    }

    /** Whether a task may wait here forever. */
    boolean mayWait() {
        return mayWait;
    }

    /** A task may wait here forever. */
    void allowWaiting() {
        mayWait = true;
    }

    String name() {
        return name;
    }

    /** The position in the script, from 0. */
    int index() {
        return index;
    }

    Class<?> carries() {
        return carries;
    }

    Seq<Way> ways() {
        return ways;
    }

    boolean carriesNothing() {
        return carries == Nothing.class;
    }

    /** Adds a way; the place carries what one of its ways takes. */
    void add(Way way, Class<?> takes) {
        if (takes != Nothing.class) {
            if (!carriesNothing() && carries != takes) {
                throw new ModelException("place " + name + " takes a value of class " + carries.getSimpleName()
                        + ", and its step " + way.id() + " one of class " + takes.getSimpleName()
                        + ": all steps of a place take the same, or nothing");
            }
            carries = takes;
        }
        ways = ways.append(way);
    }

    /** Says the last way added as a statement. */
    void state(String statement) {
        ways = ways.update(ways.size() - 1, way -> way.withStatement(statement));
    }

    void add(Function<Object, Seq<? extends Fact>> fact) {
        facts = facts.append(fact);
        standing = null;
    }

    boolean hasFacts() {
        return !facts.isEmpty();
    }

    Seq<Fact> facts(Object carried) {
        if (carried != Nothing.NOTHING) {
            return facts.isEmpty() ? Vector.empty() : all(carried);
        }
        Seq<Fact> known = standing;
        if (known == null) {
            known = all(carried);
            standing = known;
        }
        return known;
    }

    private Seq<Fact> all(Object carried) {
        return facts.flatMap(fact -> fact.apply(carried));
    }

    /** What {@code value} becomes when it is handed to this place; {@code by} is who does so. */
    Object accept(Object value, String by) {
        if (carriesNothing() && value == Nothing.NOTHING || carries.isInstance(value)) {
            return value;
        }
        throw new ModelException(by + " hands " + (value == Nothing.NOTHING ? "nothing" : value) + " to place " + name
                + ", which takes "
                + (carriesNothing()
                        ? "nothing: go there without a value"
                        : "a value of class " + carries.getSimpleName() + ": hand it one"));
    }
}
