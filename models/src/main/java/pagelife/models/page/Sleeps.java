package pagelife.models.page;

import io.vavr.control.Option;
import pagelife.checker.model.Actor;
import pagelife.checker.model.Cell;
import pagelife.checker.model.Fact;
import pagelife.checker.model.View;

/**
 * That a task sleeps in a wait queue, or thinks that it does, until somebody wakes it.
 *
 * @param queue the queue
 * @param awaits what it waits for, if that is counted; empty when it waits for something else
 */
public record Sleeps(Cell<? extends Sleepers> queue, Option<Counted> awaits) implements Fact {
    /** Asleep until the count of {@code what} is right. */
    public static Sleeps until(Cell<? extends Sleepers> queue, Counted what) {
        return new Sleeps(queue, Option.some(what));
    }

    /** Asleep for another reason. */
    public static Sleeps in(Cell<? extends Sleepers> queue) {
        return new Sleeps(queue, Option.none());
    }

    /** Whether {@code actor} sleeps in a queue, and was not woken. */
    public static boolean isAsleep(View view, Actor actor) {
        return view.at(actor, at -> actor.facts(at, Sleeps.class))
                .exists(asleep -> view.read(asleep.queue(), queue -> queue.holds(new TaskId(actor.name()))));
    }
}
