package pagelife.reports.text;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import pagelife.reports.told.ToldStep;

/**
 * One step as it stands in a table.
 *
 * @param actor who took it
 * @param label what was done
 * @param details the kernel function, which way its tests went, the choices, what the actor keeps in mind
 * @param effects the cells that changed and the events
 */
record TraceRow(String actor, String label, Seq<String> details, Seq<String> effects) {

    static TraceRow of(ToldStep step) {
        Seq<String> details = function(step)
                .appendAll(step.said())
                .appendAll(step.choices())
                .appendAll(
                        step.kept().isEmpty()
                                ? Vector.empty()
                                : Vector.of("[" + step.kept().mkString(", ") + "]"));
        return new TraceRow(step.actor(), step.label(), details, step.effects());
    }

    /** The same in a column for several actors, behind the name of its own. */
    TraceRow under(String column) {
        return new TraceRow(column, actor + ": " + label, details, effects);
    }

    private static Vector<String> function(ToldStep step) {
        String function = step.function();
        if (function.isEmpty()) {
            return step.file().isEmpty() ? Vector.empty() : Vector.of(step.file());
        }
        boolean bare = Character.isJavaIdentifierPart(function.charAt(function.length() - 1));
        return Vector.of(bare ? function + "()" : function);
    }
}
