package pagelife.reports;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import pagelife.checker.model.Cell;
import pagelife.checker.model.State;
import pagelife.checker.result.TraceStep;

/** What a step of a trace changed, in words. */
final class Changes {
    private Changes() {}

    /** One line per cell that changed, control cells apart: {@code pte(mm0,0): none -> devmap P0}. */
    static Seq<String> cells(State before, TraceStep step) {
        State after = step.after();
        Cell<?> control = step.step().actor().control();
        return before.changed(after)
                .filter(cell -> cell != control)
                .flatMap(cell -> cell(cell.name(), text(before, cell), text(after, cell)));
    }

    /** What the actor keeps in mind since this step, and did not before: {@code seen=devmap P0}; may be empty. */
    static String locals(State before, TraceStep step) {
        Cell<?> control = step.step().actor().control();
        Seq<String> kept = locals(text(before, control));
        return locals(text(step.after(), control)).removeAll(kept).mkString(", ");
    }

    private static Seq<String> locals(String control) {
        return Fields.of(control).map(Fields::texts).getOrElse(Vector.empty());
    }

    /** The value of {@code cell} as text; a record without fields is its name. */
    static String text(State state, Cell<?> cell) {
        String text = state.read(cell).toString();
        return text.endsWith("[]") ? text.substring(0, text.length() - 2) : text;
    }

    private static Seq<String> cell(String name, String before, String after) {
        return Fields.of(before)
                .flatMap(old -> Fields.of(after).flatMap(now -> fields(name, old, now)))
                .getOrElse(() -> Vector.of(name + ": " + parts(before, after)));
    }

    /** {@code refs 1 -> refs 2}, or {@code +mapping F0[0]}: what both have in common is left out. */
    private static String parts(String before, String after) {
        Seq<String> old = Fields.parts(before);
        Seq<String> now = Fields.parts(after);
        String gone = old.removeAll(now).mkString(", ");
        String came = now.removeAll(old).mkString(", ");
        if (gone.isEmpty() && came.isEmpty()) {
            return before + " -> " + after; // only the order changed
        }
        return gone.isEmpty() ? "+" + came : came.isEmpty() ? "-" + gone : gone + " -> " + came;
    }

    /** Field by field, when both are records of one kind. */
    private static Option<Seq<String>> fields(String name, Fields before, Fields after) {
        if (!before.name().equals(after.name())
                || !before.values().keySet().equals(after.values().keySet())) {
            return Option.none();
        }
        Seq<String> changed = Vector.empty();
        for (var field : before.values()) {
            String now = after.values().get(field._1()).get();
            if (!now.equals(field._2())) {
                changed = changed.append(name + "." + field._1() + ": " + field._2() + " -> " + now);
            }
        }
        return Option.some(changed);
    }
}
