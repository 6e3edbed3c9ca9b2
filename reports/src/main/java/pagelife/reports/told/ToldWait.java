package pagelife.reports.told;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import pagelife.checker.model.Actor;
import pagelife.checker.model.Cell;
import pagelife.checker.model.Move;
import pagelife.checker.model.State;
import pagelife.checker.result.Trace;
import pagelife.checker.result.TraceStep;
import pagelife.models.page.Begun;
import pagelife.models.page.Sleeps;
import pagelife.models.page.TaskId;
import pagelife.models.page.WaitQueue;

/**
 * That a task waits in the course of a trace.
 *
 * @param task who
 * @param how in which way
 * @param on the cells that it waits for: the queue that it is in, or what keeps it from going on
 * @param since from which step on, counted from 1; 0 is before the first
 * @param until the step after which it does no longer, or in another way; empty if it does at the end
 */
public record ToldWait(String task, How how, Seq<String> on, int since, Option<Integer> until) implements Part {
    /** The ways to wait. */
    public enum How {
        /** It stands in a wait queue, and still runs. */
        QUEUED,
        /** It sleeps until somebody wakes it. */
        ASLEEP,
        /** None of its steps can be taken, and it has begun. */
        BLOCKED
    }

    /** Every wait of the tasks that act in a trace, task by task, in the order of steps. */
    static Seq<ToldWait> of(Trace trace) {
        Vector<State> states = trace.steps().toVector().map(TraceStep::after).prepend(trace.initial());
        return trace.steps()
                .map(taken -> taken.step().actor())
                .distinct()
                .sortBy(Actor::index)
                .flatMap(actor -> of(states, actor));
    }

    private static Seq<ToldWait> of(Vector<State> states, Actor actor) {
        Vector<ToldWait> waits = Vector.empty();
        Option<ToldWait> open = Option.none();
        for (int i = 0; i < states.size(); i++) {
            int step = i;
            Option<ToldWait> now = at(states.get(i), actor, i);
            if (!goesOn(open, now)) {
                waits = waits.appendAll(open.map(wait -> wait.endingAt(step)));
                open = now;
            }
        }
        return waits.appendAll(open);
    }

    private static boolean goesOn(Option<ToldWait> before, Option<ToldWait> now) {
        return before.exists(old -> now.exists(wait -> old.how == wait.how && old.on.equals(wait.on)));
    }

    private ToldWait endingAt(int step) {
        return new ToldWait(task, how, on, since, Option.some(step));
    }

    private static Option<ToldWait> at(State state, Actor actor, int step) {
        Seq<Cell<?>> queues = state.model().cells().filter(cell -> isIn(state, cell, actor));
        if (Sleeps.isAsleep(state, actor)) {
            return Option.some(wait(actor, How.ASLEEP, queues, step));
        }
        if (Move.isBlocked(state, actor) && hasBegun(state, actor)) {
            return Option.some(wait(actor, How.BLOCKED, Move.blockers(state, actor), step));
        }
        return Option.when(!queues.isEmpty(), () -> wait(actor, How.QUEUED, queues, step));
    }

    /** Whose operation has not begun waits for nothing yet. */
    private static boolean hasBegun(State state, Actor actor) {
        return actor.facts(state.at(actor), Begun.class).isEmpty();
    }

    private static ToldWait wait(Actor actor, How how, Seq<Cell<?>> on, int since) {
        return new ToldWait(actor.name(), how, on.map(Cell::name), since, Option.none());
    }

    private static boolean isIn(State state, Cell<?> cell, Actor actor) {
        return cell.type() == WaitQueue.class && ((WaitQueue) state.read(cell)).holds(new TaskId(actor.name()));
    }
}
