package pagelife.specs.kept;

import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.Set;
import io.vavr.collection.Vector;
import pagelife.checker.model.Actor;
import pagelife.checker.model.Control;
import pagelife.checker.model.Model;
import pagelife.checker.model.Move;
import pagelife.checker.model.State;
import pagelife.checker.model.Step;
import pagelife.specs.Renames;
import pagelife.specs.kept.Refusal.Why;
import pagelife.specs.litmus.Kept;
import pagelife.specs.litmus.Run;

/**
 * Finds out why a step cannot be taken.
 *
 * @param model the model
 * @param known the steps of each task in the model that the run was kept of
 * @param renames what became of steps
 * @param path the run so far
 */
record Refuser(Model model, Map<String, Set<String>> known, Renames renames, Run path) {

    Refusal refusal(int number, Kept.Taken wanted, Actor actor) {
        Seq<Step> called = actor.steps().filter(step -> step.id().equals(wanted.id()));
        if (called.isEmpty()) {
            return unanswered(number, wanted, Why.UNKNOWN_STEP, heirs(wanted, actor));
        }
        if (!wanted.function().isEmpty()
                && called.forAll(step -> !renames.areAlike(step.source().function(), wanted.function()))) {
            return unanswered(number, wanted, Why.UNKNOWN_STEP, called.map(Refuser::named));
        }
        State state = path.last();
        Control at = state.at(actor);
        Seq<Step> here = actor.steps().filter(step -> step.startsAt(at));
        Seq<Step> waits = here.exists(called::contains) ? called.filter(here::contains) : here.reject(this::isKnown);
        if (!waits.isEmpty()) {
            return waiting(number, wanted, actor, waits);
        }
        return elsewhere(number, wanted, actor, at == Control.finished() ? Why.FINISHED : led(actor));
    }

    private boolean isKnown(Step step) {
        return known.get(step.actor().name()).exists(ids -> ids.contains(step.id()));
    }

    private Why led(Actor actor) {
        return path.moves().findLast(move -> move.step().actor() == actor).exists(move -> !isKnown(move.step()))
                ? Why.LED_AWAY
                : Why.WENT_ANOTHER_WAY;
    }

    private static Refusal unanswered(int number, Kept.Taken wanted, Why why, Seq<String> others) {
        return new Refusal(number, wanted.toString(), wanted.function(), why, "", 0, Vector.empty(), others);
    }

    /** Steps that may have come of one that is gone: of the same function, or with a longer name. */
    private static Seq<String> heirs(Kept.Taken wanted, Actor actor) {
        return actor.steps()
                .filter(step -> step.id().startsWith(wanted.id())
                        || !wanted.function().isEmpty()
                                && step.source().function().equals(wanted.function()))
                .map(Refuser::named)
                .distinct();
    }

    static String named(Step step) {
        String function = step.source().function();
        return function.isEmpty() ? step.id() : step.id() + " " + function + "()";
    }

    /** It is where it should be, and has to wait or to choose otherwise. */
    private Refusal waiting(int number, Kept.Taken wanted, Actor actor, Seq<Step> steps) {
        State state = path.last();
        Seq<Move> moves = steps.flatMap(step -> Move.in(state, step));
        return new Refusal(
                number,
                wanted.toString(),
                wanted.function(),
                moves.isEmpty() ? Why.WAITS : Why.OTHER_CHOICE,
                state.at(actor).toString(),
                since(actor),
                moves.isEmpty()
                        ? Reading.of(Move.blockers(state, actor), state)
                        : Reading.of(moves.head().reads(), state),
                moves.map(Run::text).distinct());
    }

    /** Its last step led it elsewhere: what that read, decided. */
    private Refusal elsewhere(int number, Kept.Taken wanted, Actor actor, Why why) {
        Seq<Reading> reads = path.moves()
                .filter(move -> move.step().actor() == actor)
                .lastOption()
                .map(move -> Reading.of(move.reads(), move.from()))
                .getOrElse(Vector.empty());
        return new Refusal(
                number,
                wanted.toString(),
                wanted.function(),
                why,
                path.last().at(actor).toString(),
                since(actor),
                reads,
                Vector.empty());
    }

    /** The number of the last step that the actor took. */
    private int since(Actor actor) {
        return path.moves().lastIndexWhere(move -> move.step().actor() == actor) + 1;
    }
}
