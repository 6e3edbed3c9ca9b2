package pagelife.specs.litmus;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import pagelife.checker.model.Actor;
import pagelife.checker.model.Control;
import pagelife.checker.model.Model;
import pagelife.checker.model.Move;
import pagelife.checker.model.State;
import pagelife.checker.model.Step;
import pagelife.checker.model.TextException;
import pagelife.checker.model.Word;

/**
 * Walks a model as a schedule says. Where a step can be taken in several ways, it follows them all as far as they lead.
 */
final class Replay {
    private final Model model;
    private Vector<Run> runs;
    private int taken;

    private Replay(Model model) {
        this.model = model;
        this.runs = model.initialStates().toVector().map(state -> new Run(state, Vector.empty()));
    }

    /**
     * The runs: at least one, and several where the schedule leaves it open how a step is taken.
     *
     * @throws TextException at the first step that is not possible where it is
     */
    static Seq<Run> of(Schedule schedule, Model model) {
        Replay replay = new Replay(model);
        for (Schedule.Turn turn : schedule.turns()) {
            Actor actor = replay.actor(turn.task());
            turn.steps().forEach(step -> replay.take(actor, step));
        }
        return replay.runs;
    }

    private Actor actor(Word task) {
        return model.actors()
                .find(actor -> actor.name().equals(task.text()))
                .getOrElseThrow(() -> new TextException(
                        "there is no task " + task + ": there are "
                                + model.actors().map(Actor::name).mkString(", "),
                        task.at()));
    }

    private void take(Actor actor, Word step) {
        Vector<Run> next = runs.flatMap(run -> Move.in(run.last(), actor)
                        .filter(move -> Run.isMeant(move, step.text()))
                        .map(run::and))
                .distinctBy(Run::last);
        if (next.isEmpty()) {
            throw new TextException(impossible(actor, step), step.at());
        }
        runs = next;
        taken++;
    }

    /** A step as a schedule writes it, with all that it chooses. */
    static String text(Step step, Seq<String> choices) {
        String chosen = choices.map(choice -> choice.substring(choice.indexOf(" = ") + " = ".length()))
                .mkString(", ");
        return step.id() + (chosen.isEmpty() ? "" : "[" + chosen + "]");
    }

    private String impossible(Actor actor, Word step) {
        State state = runs.head().last();
        return "step " + (taken + 1) + " of the schedule, " + actor + ": " + step + ", cannot be taken where it is: "
                + where(state, actor) + "; what can be taken there is " + possible(state);
    }

    private static String where(State state, Actor actor) {
        if (state.at(actor) == Control.finished()) {
            return actor + " has finished";
        }
        return Move.isBlocked(state, actor)
                ? actor + " waits at " + state.at(actor) + " for "
                        + Move.blockers(state, actor)
                                .map(cell -> cell + " = " + state.read(cell) + " to change")
                                .mkString(", ")
                : actor + " is at " + state.at(actor);
    }

    private static String possible(State state) {
        Seq<Move> moves = Move.in(state);
        return moves.isEmpty()
                ? "nothing"
                : moves.groupBy(move -> move.step().actor())
                        .toVector()
                        .sortBy(entry -> entry._1().index())
                        .map(entry ->
                                entry._1() + ": " + entry._2().map(Run::text).mkString(" or "))
                        .mkString("; ");
    }
}
