package pagelife.reports.told;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import pagelife.checker.model.At;
import pagelife.checker.model.Cell;
import pagelife.checker.model.Nothing;
import pagelife.checker.model.State;
import pagelife.checker.result.TraceStep;
import pagelife.checker.value.Difference;
import pagelife.checker.value.Value;

/** What a step of a trace changed, in words. */
public final class Changes {
    private Changes() {}

    /** One line per part that changed, control cells apart: {@code pte(mm0,0): none -> P0 devmap}. */
    static Seq<String> cells(State before, TraceStep step) {
        State after = step.after();
        Cell<?> control = step.step().actor().control();
        return before.changed(after)
                .filter(cell -> cell != control)
                .flatMap(cell -> cell(cell.name(), value(before, cell), value(after, cell)));
    }

    /** What the actor keeps in mind since this step, and did not before: {@code page=P0}. */
    static Seq<String> locals(State before, TraceStep step) {
        Cell<?> control = step.step().actor().control();
        Seq<Local> known = locals(before, control);
        return locals(step.after(), control)
                .removeAll(known)
                .filter(local -> !local.name().isEmpty()
                        || !known.exists(old -> old.value().equals(local.value())))
                .map(Local::toString);
    }

    /** Something kept in mind: a component of what is kept, or all of it, which then has no name. */
    private record Local(String name, String value) {
        @Override
        public String toString() {
            return name.isEmpty() ? value : name + "=" + value;
        }
    }

    /** The components of a control of a family of its own, or what the place of a script carries. */
    private static Seq<Local> locals(State state, Cell<?> control) {
        Object at = state.read(control);
        Value kept = Value.of(at instanceof At place ? place.carried() : at);
        if (kept instanceof Value.Structure whole && whole.printsComponents()) {
            return whole.components()
                    .map(local -> new Local(local._1(), plain(local._2())))
                    .toVector();
        }
        return at instanceof At place && place.carried() != Nothing.NOTHING
                ? Vector.of(new Local("", kept.text()))
                : Vector.empty();
    }

    /** What an option holds, without saying that it is one. */
    private static String plain(Value value) {
        if (value instanceof Value.Present there) {
            return there.inside().text();
        }
        return value instanceof Value.Absent ? "none" : value.text();
    }

    /** The value of {@code cell} as text. */
    public static String text(State state, Cell<?> cell) {
        return value(state, cell).text();
    }

    /** The value of {@code cell}, taken apart. */
    static Value value(State state, Cell<?> cell) {
        return Value.of(state.read(cell));
    }

    /** Where the values of {@code cell} differ; as a whole, if what differs cannot be seen. */
    static Seq<Difference> differences(State before, State after, Cell<?> cell) {
        Value old = value(before, cell);
        Value now = value(after, cell);
        return Difference.between(old, now).orElse(Vector.of(new Difference("", old, now)));
    }

    private static Seq<String> cell(String name, Value before, Value after) {
        if (before instanceof Value.Structure old
                && after instanceof Value.Structure now
                && old.type().equals(now.type())
                && old.printsComponents()
                && now.printsComponents()) {
            return components(name, old, now);
        }
        if (before instanceof Value.Group old && after instanceof Value.Group now) {
            return Vector.of(name + ": "
                    + parts(old.elements().map(Value::text), now.elements().map(Value::text)));
        }
        return before.parts().toSet().equals(after.parts().toSet())
                ? Vector.of(name + ": " + before.text() + " -> " + after.text()) // only the order changed
                : Vector.of(name + ": " + parts(before.parts(), after.parts()));
    }

    /** {@code refs 1 -> refs 2}, or {@code +mapping F0,0}: what both have in common is left out. */
    private static String parts(Seq<String> before, Seq<String> after) {
        String gone = before.removeAll(after).mkString(", ");
        String came = after.removeAll(before).mkString(", ");
        return gone.isEmpty() ? "+" + came : came.isEmpty() ? "-" + gone : gone + " -> " + came;
    }

    /** A record that prints no more than its components is told by them. */
    private static Seq<String> components(String name, Value.Structure before, Value.Structure after) {
        return before.components()
                .toVector()
                .zip(after.components().values())
                .reject(pair -> pair._1()._2().equals(pair._2()))
                .map(pair -> name + "." + pair._1()._1() + ": " + pair._1()._2().text() + " -> "
                        + pair._2().text());
    }
}
