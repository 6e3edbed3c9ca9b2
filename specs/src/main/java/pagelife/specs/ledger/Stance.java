package pagelife.specs.ledger;

import io.vavr.collection.Seq;
import io.vavr.control.Option;
import pagelife.checker.model.Actor;
import pagelife.checker.model.Cell;
import pagelife.checker.model.Control;
import pagelife.checker.model.State;
import pagelife.models.page.Counted;
import pagelife.models.page.Sleepers;
import pagelife.models.page.Sleeps;

/**
 * Whether an actor sleeps where it stands, and for what.
 *
 * @param actor the actor
 * @param at where it is
 */
record Stance(Actor actor, Control at) {
    /** The stance of an actor in a state. */
    static Stance of(State state, Actor actor) {
        return new Stance(actor, state.at(actor));
    }

    /** Whether it sleeps until somebody wakes it. */
    boolean sleeps() {
        return !asleep().isEmpty();
    }

    /** What it sleeps for, if that is counted; empty when it sleeps for something else. */
    Option<Counted> awaits() {
        return asleep().flatMap(Sleeps::awaits).headOption();
    }

    /** Where it sleeps. */
    Option<Cell<? extends Sleepers>> queue() {
        return asleep().headOption().map(Sleeps::queue);
    }

    private Seq<Sleeps> asleep() {
        return actor.facts(at, Sleeps.class);
    }
}
