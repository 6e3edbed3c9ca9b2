package pagelife.specs.fsdax;

import io.vavr.Tuple;
import io.vavr.Tuple2;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import pagelife.checker.model.Actor;
import pagelife.checker.model.State;
import pagelife.checker.model.View;
import pagelife.checker.property.Counterexample;
import pagelife.checker.property.Invariant;
import pagelife.checker.property.NoDeadlock;
import pagelife.checker.property.Property;
import pagelife.models.fsdax.Cells;
import pagelife.models.fsdax.FsdaxProtocol;
import pagelife.models.fsdax.Rules;
import pagelife.models.page.PageId;
import pagelife.models.parts.Calls;
import pagelife.models.parts.Memunmap;
import pagelife.specs.claims.Clause;
import pagelife.specs.claims.Sentences;
import pagelife.specs.claims.WaitClaims;

/**
 * What must go on, in forms that one state can decide, so that no fairness has to be argued about: a state shows them
 * broken when nothing that is bound to happen can help any more.
 */
final class Progress {
    private final Cells cells;
    private final Ghosts ghosts;
    private final Seq<Actor> all;
    private final Seq<Actor> truncates;
    private final Seq<Actor> removals;
    private final boolean pteHoldsReference;

    Progress(FsdaxProtocol protocol, Ghosts ghosts) {
        this.cells = protocol.cells();
        this.ghosts = ghosts;
        this.all = protocol.model().actors();
        this.truncates = protocol.freeing();
        this.removals = protocol.calling(Calls.REMOVE);
        this.pteHoldsReference = protocol.rules().is(Rules.PTE_HOLDS_REFERENCE);
    }

    /**
     * Nobody sleeps for a page that is idle. Every lost wake-up breaks this, at once. Idle is meant here, not tested:
     * nobody holds a reference, whatever the count says. Where PTEs hold references, a PTE is a holder like any other:
     * a truncate of 7.2 that sleeps while a page it waited for was mapped again has not lost a wake-up, since the put
     * of that mapping will wake it. That it then depends on a program to unmap is the matter of {@link #waitsForPin}.
     */
    Property stuckWaiter() {
        return Invariant.whenever(
                        WaitClaims.STUCK_WAITER,
                        WaitClaims.LEFT_ASLEEP,
                        this::anySleeps,
                        view -> everySleeper(
                                view,
                                page -> isHeld(view, page)
                                        || pteHoldsReference
                                                && !ghosts.mappings(view, page).isEmpty()))
                .told(run -> sleeping(
                        run,
                        (view, page) -> !isHeld(view, page)
                                && !(pteHoldsReference
                                        && !ghosts.mappings(view, page).isEmpty()),
                        pteHoldsReference ? "no task and no PTE holds " : "no task holds "));
    }

    /**
     * The same with a narrower idea of idle: no pin and no reference held for a few steps. It differs where PTEs hold
     * references, and says there that a truncate depends on nobody but holders of pins. Recorded broken in 7.2.13: the
     * page is mapped again while the truncate sleeps, the unpin leaves the count at 1 and wakes nobody.
     */
    Property waitsForPin() {
        return Invariant.whenever(
                        "LTL-1p WaitsForPin",
                        "no task is left asleep for a page that is not pinned",
                        this::anySleeps,
                        view -> everySleeper(view, page -> isHeld(view, page)))
                .told(run -> sleeping(run, (view, page) -> !isHeld(view, page), "no task holds "));
    }

    /** {@code truncate sleeps for P0 (since step 17) and no task holds P0 (since step 16)}. */
    private String sleeping(Counterexample run, BiPredicate<View, PageId> isLeft, String none) {
        State end = run.end();
        Tuple2<Actor, PageId> waits = truncates
                .flatMap(truncate -> ghosts.sleepsFor(end, truncate).map(page -> Tuple.of(truncate, page)))
                .find(pair -> ghosts.isQueued(end, pair._2(), pair._1()) && isLeft.test(end, pair._2()))
                .get();
        Actor truncate = waits._1();
        PageId page = waits._2();
        return Clause.sleeps(
                        run,
                        run.length(),
                        truncate,
                        page,
                        view -> ghosts.sleepsFor(view, truncate).contains(page)
                                && ghosts.isQueued(view, page, truncate))
                .and(Clause.of(run, run.length(), none + page, view -> isLeft.test(view, page)));
    }

    private String stuck(Counterexample run) {
        Actor removal = removals.find(one -> waits(run.end(), one)).get();
        return Clause.of(run, run.length(), removal + " waits", view -> waits(view, removal))
                        .stated() + " while "
                + Clause.is(run, run.length(), cells.pagemap()).stated()
                + ", and nobody else is bound to do anything";
    }

    private boolean isHeld(View view, PageId page) {
        return ghosts.isPinned(view, page) || ghosts.isHeldShortly(view, page);
    }

    private boolean anySleeps(View view) {
        return !everySleeper(view, page -> false);
    }

    private boolean everySleeper(View view, Predicate<PageId> waitsRightly) {
        for (Actor truncate : truncates) {
            for (PageId busy : ghosts.sleepsFor(view, truncate)) {
                if (ghosts.isQueued(view, busy, truncate) && !waitsRightly.test(busy)) {
                    return false;
                }
            }
        }
        return true;
    }

    /**
     * Removal waits only while something that is bound to go on keeps the pagemap: a pin that will be dropped, a path
     * through the kernel that will end. It is broken where all that is left is at the mercy of a program: a mapping
     * that nobody is bound to take away.
     */
    Property stuckRemoval() {
        return Invariant.whenever(
                        "LTL-2' StuckRemoval",
                        "removal never waits for what only a program can end",
                        view -> removals.exists(removal -> Ghosts.isAt(view, removal, Memunmap.AWAIT)),
                        view -> removals.forAll(removal -> !waits(view, removal)
                                || all.exists(other -> other != removal && !ghosts.isAtRest(view, other))))
                .told(this::stuck);
    }

    private boolean waits(View view, Actor removal) {
        return Ghosts.isAt(view, removal, Memunmap.AWAIT)
                && view.read(cells.pagemap()).refs() > 0;
    }

    /** The claims that some state within {@code scope} can put to the test. */
    Seq<Property> all(Scope scope) {
        Vector<Property> claims = scope.waited() ? Vector.of(stuckWaiter()) : Vector.empty();
        claims = scope.waited() && pteHoldsReference ? claims.append(waitsForPin()) : claims;
        claims = scope.removed() ? claims.append(stuckRemoval()) : claims;
        return claims.append(NoDeadlock.strict().told(Sentences.stuck()));
    }
}
