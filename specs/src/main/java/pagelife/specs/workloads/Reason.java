package pagelife.specs.workloads;

import io.vavr.collection.Seq;
import io.vavr.collection.SortedSet;
import io.vavr.collection.TreeSet;
import pagelife.checker.model.Actor;
import pagelife.checker.model.At;
import pagelife.checker.model.Control;
import pagelife.checker.model.State;
import pagelife.checker.property.Kind;
import pagelife.checker.result.Finding;
import pagelife.checker.result.Trace;

/**
 * How a claim is broken, as far as two ways to break it are told apart: by the step that does it, or by where those
 * stand who do not get on.
 *
 * @param places steps or places, each with its operation
 */
record Reason(SortedSet<String> places) {
    /** The way in which the trace of a finding breaks its claim. */
    static Reason of(Finding finding) {
        Trace trace = finding.trace().get();
        Kind kind = finding.property().kind();
        boolean byStep = (kind == Kind.INVARIANT || kind == Kind.STEP) && trace.length() > 0;
        return byStep ? new Reason(TreeSet.of(last(trace))) : new Reason(TreeSet.ofAll(standing(trace.last())));
    }

    private static String last(Trace trace) {
        var step = trace.steps().last().step();
        State before = trace.before(trace.length() - 1);
        return named(step.actor(), before.at(step.actor()), step.id());
    }

    private static Seq<String> standing(State state) {
        return state.model()
                .actors()
                .filter(actor -> state.at(actor) != Control.finished())
                .map(actor -> named(actor, state.at(actor), place(state.at(actor))));
    }

    private static String place(Control control) {
        return control instanceof At at ? at.place() : control.getClass().getSimpleName();
    }

    private static String named(Actor actor, Control control, String place) {
        return actor.call(control).map(call -> call.operation().name()).getOrElse(actor.name()) + " " + place;
    }

    @Override
    public String toString() {
        return places.mkString(", ");
    }
}
