package pagelife.specs.fsdax;

import static pagelife.checker.ltl.Formulas.always;
import static pagelife.checker.ltl.Formulas.any;
import static pagelife.checker.ltl.Formulas.eventually;
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
import pagelife.checker.property.Counterexample;
import pagelife.checker.property.Property;
import pagelife.checker.property.Temporal;
import pagelife.models.fsdax.FsdaxOperations;
import pagelife.models.fsdax.FsdaxProtocol;
import pagelife.models.parts.Calls;
import pagelife.models.parts.Unpin;
import pagelife.specs.claims.RunClaims;
import pagelife.specs.claims.Sentences;

/**
 * What must happen in the end, on every run that is fair: the kernel goes on where it can (weak fairness), each pin is
 * dropped some day (strong fairness), and no program owes anybody a fault, a pin or an unmapping.
 *
 * <p>These claims need the whole graph of states, so they are put only when asked for by name.
 */
final class Liveness {
    private static final Seq<String> LOCKING =
            Vector.of(Calls.TOUCH, FsdaxOperations.READ, FsdaxOperations.WRITE, Calls.TRUNCATE, Calls.REMOVE);

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
                "a task that waits for a page that nobody holds any more is eventually woken",
                waiters((truncate, page) -> Tuple.of(
                        waits.waitsFor(truncate, page).and(waits.idle(page)), not(waits.waitsFor(truncate, page)))));
    }

    /** Idle is meant as in {@link Progress#waitsForPin}: where PTEs hold references, a mapping may keep the waiter. */
    Property unpinEndsWait() {
        return leadsTo(
                "LTL-1u UnpinEndsWait",
                "a task that waits for a page that is no longer pinned is eventually woken",
                waiters((truncate, page) -> Tuple.of(
                        waits.waitsFor(truncate, page).and(waits.unpinned(page)),
                        not(waits.waitsFor(truncate, page)))));
    }

    /** The same for each pin by itself, however it is dropped. */
    Property everyPinWakes() {
        Seq<Step> unpins = unpins();
        return leadsTo(
                "every pin wakes the waiter",
                "when the pin that was the last obstacle is dropped, the task that waits for the page is eventually woken",
                waiters((truncate, page) -> Tuple.of(
                        waits.waitsFor(truncate, page)
                                .and(any(unpins.map(
                                        step -> waits.isLast(step.actor(), page).and(taken(step))))),
                        not(waits.waitsFor(truncate, page)))));
    }

    private Seq<Step> unpins() {
        return protocol.calling(Calls.UNPIN).flatMap(actor -> actor.steps(Unpin.STEP));
    }

    Property removalEnds() {
        return leadsTo("LTL-2 RemovalEnds", "a removal of the device that has begun completes", ends(Calls.REMOVE));
    }

    /** Not so where faults and pins may repeat without end: the truncate drops its lock whenever it sleeps. */
    Property truncateEnds() {
        return leadsTo("LTL-3 TruncateEnds", "a truncate that has begun completes", ends(Calls.TRUNCATE));
    }

    /** Whoever is on the way through the operation comes to its end. */
    private Seq<Tuple2<Formula, Formula>> ends(String operation) {
        return protocol.calling(operation).map(actor -> {
            Formula underWay = holds(actor + " is under way", view -> Ghosts.isUnderWay(view, actor, operation));
            return Tuple.of(underWay, not(underWay));
        });
    }

    /** A claim about states, put here since it speaks of the end of a run. */
    Property noLeak() {
        Formula quiet = Formulas.all(protocol.model().actors().map(actor -> not(underWay(actor))))
                .and(waits.unmapped());
        return Temporal.of(
                        "LTL-4 NoLeak",
                        "when no task is under way and nothing is mapped, no page and no pagemap has a reference too many",
                        always(quiet.implies(waits.clean())))
                .told(run -> leaked(run, quiet));
    }

    private String leaked(Counterexample run, Formula quiet) {
        int moment = Vector.rangeClosed(0, run.length())
                .find(at -> run.isTrue(quiet.and(not(waits.clean())), at))
                .get();
        String balance = protocol.books()
                .counted()
                .find(what -> !Sentences.isBalanced(protocol.books(), run.state(moment), what))
                .map(what -> Sentences.balance(run, moment, protocol.books(), what))
                .getOrElse("a page still counts as mapped");
        return "nobody is under way and nothing is mapped (after step " + moment + "), but " + balance;
    }

    Property entryLockProgress() {
        return RunClaims.entryLockProgress(
                protocol.model().actors().filter(Liveness::locksEntries).map(waits::awaitsEntry));
    }

    private static boolean locksEntries(Actor actor) {
        return LOCKING.exists(actor::runs);
    }

    private static Formula underWay(Actor actor) {
        return holds(actor + " is under way", view -> Ghosts.isUnderWay(view, actor));
    }

    private Seq<Tuple2<Formula, Formula>> waiters(Waits.About about) {
        return protocol.freeing()
                .flatMap(truncate -> protocol.world().pages().map(page -> about.claim(truncate, page)));
    }

    /** Each first formula leads to the second one; the claim is not put in vain when one of the first comes true. */
    private static Property leadsTo(String name, String claim, Seq<Tuple2<Formula, Formula>> pairs) {
        Formula formula = Formulas.all(pairs.map(pair -> always(pair._1().implies(eventually(pair._2())))));
        return Temporal.of(name, claim, formula)
                .given(any(pairs.map(pair -> pair._1())))
                .told(Sentences.neverComes(pairs.map(pair -> new Sentences.Pair(pair._1(), pair._2()))));
    }

    /** The claims that some run within {@code scope} can put to the test. */
    Seq<Property> all(Scope scope) {
        Vector<Property> claims =
                scope.waited() ? Vector.of(pinWakes(), unpinEndsWait(), everyPinWakes()) : Vector.empty();
        claims = scope.removed() ? claims.append(removalEnds()) : claims;
        claims = protocol.calling(Calls.TRUNCATE).isEmpty() ? claims : claims.append(truncateEnds());
        claims = scope.mapped() ? claims.append(noLeak()) : claims;
        return scope.mapped() && scope.contended() ? claims.append(entryLockProgress()) : claims;
    }
}
