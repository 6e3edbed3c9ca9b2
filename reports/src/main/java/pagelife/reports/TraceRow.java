package pagelife.reports;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import pagelife.checker.model.Actor;
import pagelife.checker.model.Source;
import pagelife.checker.model.State;
import pagelife.checker.result.TraceStep;

/**
 * One step as it stands in a table.
 *
 * @param actor who took it
 * @param label what was done
 * @param details the kernel function, the choices, what the actor keeps in mind
 * @param effects the cells that changed and the events
 */
record TraceRow(Actor actor, String label, Seq<String> details, Seq<String> effects) {

    static TraceRow of(State before, TraceStep step) {
        String kept = Changes.locals(before, step);
        Seq<String> details = function(step.step().source())
                .appendAll(step.choices())
                .appendAll(kept.isEmpty() ? Vector.empty() : Vector.of("[" + kept + "]"));
        Seq<String> effects =
                Changes.cells(before, step).appendAll(step.events().map(event -> "* " + event));
        return new TraceRow(step.step().actor(), step.step().label(), details, effects);
    }

    private static Vector<String> function(Source source) {
        String function = source.function();
        if (function.isEmpty()) {
            return source.file().isEmpty() ? Vector.empty() : Vector.of(source.file());
        }
        boolean bare = Character.isJavaIdentifierPart(function.charAt(function.length() - 1));
        return Vector.of(bare ? function + "()" : function);
    }
}
