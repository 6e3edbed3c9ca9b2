package pagelife.specs.fsdax;

import static pagelife.checker.ltl.Formulas.always;
import static pagelife.checker.ltl.Formulas.any;
import static pagelife.checker.ltl.Formulas.eventually;
import static pagelife.checker.ltl.Formulas.finished;
import static pagelife.checker.ltl.Formulas.holds;
import static pagelife.checker.ltl.Formulas.not;
import static pagelife.checker.ltl.Formulas.taken;

import io.vavr.Tuple;
import io.vavr.Tuple2;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import pagelife.checker.ltl.Formula;
import pagelife.checker.ltl.Formulas;
import pagelife.checker.model.Actor;
import pagelife.checker.model.Step;
import pagelife.checker.property.Property;
import pagelife.checker.property.Temporal;
import pagelife.models.fsdax.FastGup;
import pagelife.models.fsdax.Fault;
import pagelife.models.fsdax.FsdaxProtocol;
import pagelife.models.fsdax.Removal;
import pagelife.models.fsdax.SlowGup;
import pagelife.models.fsdax.Truncate;

/**
 * What must happen in the end, on every run that is fair: the kernel goes on where it can (weak fairness), each pin is
 * dropped some day (strong fairness), and no program owes anybody a fault, a pin or an unmapping.
 *
 * <p>These claims need the whole graph of states, so they are put only when asked for by name.
 */
final class Liveness {
    private final FsdaxProtocol protocol;
    private final Waits waits;

    Liveness(FsdaxProtocol protocol, Ghosts ghosts) {
        this.protocol = protocol;
        this.waits = new Waits(protocol, ghosts);
    }

    /** No wake-up is lost: idle is meant as in {@link Progress#stuckWaiter}. */
    Property pinWakes() {
        return leadsTo(
                "LTL-1 PinWakes",
                "who waits for a page that nobody holds any more is woken in the end",
                waiters((truncate, page) -> Tuple.of(
                        waits.waitsFor(truncate, page).and(waits.idle(page)), not(waits.waitsFor(truncate, page)))));
    }

    /** Idle is meant as in {@link Progress#waitsForPin}: where PTEs hold references, a mapping may keep the waiter. */
    Property unpinEndsWait() {
        return leadsTo(
                "LTL-1u UnpinEndsWait",
                "who waits for a page that is not pinned any more is woken in the end",
                waiters((truncate, page) -> Tuple.of(
                        waits.waitsFor(truncate, page).and(waits.unpinned(page)),
                        not(waits.waitsFor(truncate, page)))));
    }

    /** The same for each pin by itself, however it is dropped. */
    Property everyPinWakes() {
        Seq<Step> unpins = unpins();
        return leadsTo(
                "every pin wakes the waiter",
                "when the pin that was the last obstacle is dropped, who waits for the page is woken in the end",
                waiters((truncate, page) -> Tuple.of(
                        waits.waitsFor(truncate, page)
                                .and(any(unpins.map(
                                        step -> waits.isLast(step.actor(), page).and(taken(step))))),
                        not(waits.waitsFor(truncate, page)))));
    }

    private Seq<Step> unpins() {
        return protocol.actors(SlowGup.class)
                .map(gup -> gup.step("s3"))
                .appendAll(protocol.actors(FastGup.class).map(gup -> gup.step("g6")));
    }

    Property removalEnds() {
        return leadsTo(
                "LTL-2 RemovalEnds",
                "a removal of the device that has begun ends",
                protocol.actors(Removal.class).map(removal -> Tuple.of(begun(removal), finished(removal))));
    }

    /** Not so where faults and pins may repeat without end: the truncate drops its lock whenever it sleeps. */
    Property truncateEnds() {
        return leadsTo(
                "LTL-3 TruncateEnds",
                "a truncate that has begun ends",
                protocol.actors(Truncate.class).map(truncate -> Tuple.of(begun(truncate), finished(truncate))));
    }

    /** A claim about states, put here since it speaks of the end of a run. */
    Property noLeak() {
        Formula quiet = Formulas.all(
                        protocol.model().actors().map(actor -> finished(actor).or(not(begun(actor)))))
                .and(waits.unmapped());
        return Temporal.of(
                "LTL-4 NoLeak",
                "when nobody is under way and nothing is mapped, no page and no pagemap counts too much",
                always(quiet.implies(waits.clean())));
    }

    Property entryLockProgress() {
        return leadsTo(
                "LTL-5 EntryLockProgress",
                "who sleeps for the lock of a DAX entry gets on in the end",
                protocol.model()
                        .actors()
                        .filter(Liveness::locksEntries)
                        .map(actor -> Tuple.of(waits.awaitsEntry(actor), not(waits.awaitsEntry(actor)))));
    }

    private static boolean locksEntries(Actor actor) {
        return actor.family() == Fault.class || actor.family() == Truncate.class || actor.family() == Removal.class;
    }

    private Formula begun(Actor actor) {
        return holds(
                "begun " + actor, view -> !view.at(actor).equals(actor.control().initial()));
    }

    private Seq<Tuple2<Formula, Formula>> waiters(Waits.About about) {
        return protocol.actors(Truncate.class)
                .flatMap(truncate -> protocol.bounds().pages().map(page -> about.claim(truncate, page)));
    }

    /** Each first formula leads to the second one; the claim is not put in vain when one of the first comes true. */
    private static Property leadsTo(String name, String claim, Seq<Tuple2<Formula, Formula>> pairs) {
        Formula formula = Formulas.all(pairs.map(pair -> always(pair._1().implies(eventually(pair._2())))));
        return Temporal.of(name, claim, formula).given(any(pairs.map(pair -> pair._1())));
    }

    /** The claims that some run within {@code scope} can put to the test. */
    Seq<Property> all(Scope scope) {
        Vector<Property> claims =
                scope.waited() ? Vector.of(pinWakes(), unpinEndsWait(), everyPinWakes()) : Vector.empty();
        claims = scope.removed() ? claims.append(removalEnds()) : claims;
        claims = scope.truncated() ? claims.append(truncateEnds()) : claims;
        claims = scope.mapped() ? claims.append(noLeak()) : claims;
        return scope.mapped() && scope.contended() ? claims.append(entryLockProgress()) : claims;
    }
}
