package pagelife.specs.ledger;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import pagelife.checker.model.Actor;
import pagelife.checker.model.Control;
import pagelife.checker.model.State;
import pagelife.models.page.Holder;
import pagelife.models.page.Holds;
import pagelife.models.page.PageId;
import pagelife.models.page.Sleeper;
import pagelife.models.page.Sleeps;

/**
 * What an actor has and does where it stands in a state: the references of pages that it holds, and whether it sleeps.
 *
 * @param actor the actor
 * @param at where it is
 */
public record Stance(Actor actor, Control at) {
    /** The stance of an actor in a state. */
    public static Stance of(State state, Actor actor) {
        return new Stance(actor, state.at(actor));
    }

    /** How many references of {@code page} it holds. */
    public int refs(PageId page) {
        int told = actor.facts(at, Holds.class)
                .filter(holds -> holds.what().equals(page))
                .map(Holds::refs)
                .sum()
                .intValue();
        return at instanceof Holder holder
                ? holder.held()
                        .filter(held -> held.page().equals(page))
                        .map(held -> held.refs())
                        .sum()
                        .intValue()
                : told;
    }

    /** The pages of which it holds references. */
    public Seq<PageId> pages() {
        Seq<PageId> told = actor.facts(at, Holds.class)
                .map(Holds::what)
                .filter(PageId.class::isInstance)
                .map(PageId.class::cast);
        return at instanceof Holder holder ? holder.held().map(held -> held.page()) : told;
    }

    /** Whether it sleeps until somebody wakes it. */
    boolean sleeps() {
        return at instanceof Sleeper || !asleep().isEmpty();
    }

    /** The page that it sleeps for; empty when it sleeps for something else. */
    Option<PageId> awaits() {
        return at instanceof Sleeper sleeper
                ? sleeper.awaits()
                : asleep().flatMap(sleeps -> sleeps.awaits())
                        .flatMap(what -> what instanceof PageId page ? Vector.of(page) : Vector.empty())
                        .headOption();
    }

    private Seq<Sleeps> asleep() {
        return actor.facts(at, Sleeps.class);
    }
}
