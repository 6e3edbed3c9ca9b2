package pagelife.checker.model;

import io.vavr.collection.LinkedHashSet;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.function.Function;

/** Finds the states that a model starts in: where its setup ends, with each task at its first place. */
final class Start {
    /* A setup is a handful of operations; one that comes to more states than this does not end. */
    private static final int MOST_STATES = 100_000;

    private final Model model;
    private final ModelBuilder declared;

    Start(Model model, ModelBuilder declared) {
        this.model = model;
        this.declared = declared;
    }

    /** The states, no two equal. */
    Seq<State> states() {
        State first = State.of(
                model, model.cells().map(cell -> (Object) cell.initial()).toJavaArray());
        Seq<State> states = declared.initialStates(first);
        for (ModelBuilder.Before before : declared.setup()) {
            states = states.flatMap(state -> begun(state, before.task(), view -> before.begin(view)))
                    .flatMap(state -> ends(state, model.actor(before.task().name())))
                    .distinct();
        }
        for (Declared task : declared.actors()) {
            states = states.flatMap(state -> begun(state, task, task::begin)).distinct();
        }
        return states;
    }

    private void refuse(Move move) {
        throw new ModelException("the setup of model " + model + " fails at " + move.step() + ": "
                + move.events().mkString(", ") + "; each of its operations must end");
    }

    /** The state with a task at its first place, once for each way to choose it. */
    private static Seq<State> begun(State state, Declared task, Function<StepView, Option<Control>> begin) {
        if (state.read(task.control()) != Control.finished()) { // an initial state that says so itself
            return Vector.of(state);
        }
        return Trial.all(state, view -> begin.apply(view).getOrElse(Control::finished))
                .map(trial -> trial.after(state).with(task.control(), trial.next()));
    }

    /** The states in which {@code setup}, going on alone, comes to its end. */
    private Seq<State> ends(State begun, Actor setup) {
        LinkedHashSet<State> met = LinkedHashSet.of(begun);
        Vector<State> ahead = Vector.of(begun);
        Vector<State> ends = Vector.empty();
        while (!ahead.isEmpty()) {
            State state = ahead.head();
            ahead = ahead.tail();
            if (state.at(setup) == Control.finished()) {
                ends = ends.append(state);
                continue;
            }
            Seq<Move> moves = Move.in(state, setup);
            moves.find(Move::fails).forEach(this::refuse);
            Seq<State> next = moves.map(Move::to).removeAll(met);
            if (Move.isBlocked(state, setup)) {
                throw new ModelException("the setup of model " + model + " cannot go on at " + state.at(setup)
                        + Move.blockers(state, setup)
                                .map(cell -> cell + " = " + state.read(cell))
                                .mkString(" (", ", ", ")")
                        + ": it runs alone, and each of its operations must end");
            }
            met = met.addAll(next);
            ahead = ahead.appendAll(next.distinct());
            if (met.size() > MOST_STATES) {
                throw new ModelException("the setup of model " + model + " does not end within " + MOST_STATES
                        + " states: it is a few operations, none of which repeats forever; shorten it");
            }
        }
        return ends;
    }
}
