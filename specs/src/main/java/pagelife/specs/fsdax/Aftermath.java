package pagelife.specs.fsdax;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import pagelife.checker.model.Actor;
import pagelife.checker.model.Cell;
import pagelife.checker.model.Control;
import pagelife.checker.model.View;
import pagelife.checker.property.Counterexample;
import pagelife.checker.property.Invariant;
import pagelife.checker.property.Property;
import pagelife.models.fsdax.Cells;
import pagelife.models.fsdax.FsdaxProtocol;
import pagelife.models.fsdax.World;
import pagelife.models.kernel.RwSem;
import pagelife.models.page.DaxDevice;
import pagelife.models.page.DaxEntry;
import pagelife.models.page.EntryAt;
import pagelife.models.page.Extent;
import pagelife.models.page.Freeze;
import pagelife.models.page.PageId;
import pagelife.models.page.WaitQueue;
import pagelife.specs.claims.Clause;
import pagelife.specs.claims.WaitClaims;

/** What must be so when something is over: nothing is left that should have gone with it. */
final class Aftermath {
    private final World world;
    private final Cells cells;
    private final Seq<Actor> actors;

    Aftermath(FsdaxProtocol protocol) {
        this.world = protocol.world();
        this.cells = protocol.cells();
        this.actors = protocol.model().actors();
    }

    /**
     * Truncate frees blocks once what stood for them is gone (truncate_pagecache), so that nobody finds the old page.
     */
    Property beyondEof() {
        return Invariant.whenever(
                        "INV-12 BeyondEof",
                        "beyond the end of its file no entry has a page, and no page belongs there",
                        view -> world.entries().exists(at -> isBeyond(view, at)),
                        view -> remnant(view).isEmpty())
                .told(run -> {
                    EntryAt at = world.entries()
                            .find(one -> isBeyond(run.end(), one)
                                    && remnant(run.end(), one).isDefined())
                            .get();
                    return Clause.is(run, run.length(), remnant(run.end(), at).get())
                            .meets(Clause.is(run, run.length(), cells.extent(at)));
                });
    }

    private boolean isBeyond(View view, EntryAt at) {
        return view.read(cells.extent(at)).kind() == Extent.Kind.BEYOND_EOF;
    }

    private Option<Cell<?>> remnant(View view) {
        return world.entries()
                .filter(at -> isBeyond(view, at))
                .flatMap(at -> remnant(view, at))
                .headOption();
    }

    /** What still stands for what was at this place. */
    private Option<Cell<?>> remnant(View view, EntryAt at) {
        Option<PageId> page =
                world.pages().find(one -> view.read(cells.page(one)).mapping().is(at));
        return view.read(cells.entry(at)).kind() == DaxEntry.Kind.PAGE
                ? Option.some(cells.entry(at))
                : page.map(cells::page);
    }

    /** Whoever finds the device alive may count on its pagemap (kill_dax before memunmap_pages). */
    Property deadFirst() {
        return Invariant.whenever(
                        "INV-13 DeadFirst",
                        "a device whose pagemap is dying or gone is not alive",
                        view -> !view.read(cells.pagemap()).isLive(),
                        view -> view.read(cells.device()) == DaxDevice.DEAD)
                .told(run -> Clause.is(run, run.length(), cells.device())
                        .meets(Clause.is(run, run.length(), cells.pagemap())));
    }

    /** Whoever ends lets go. */
    Property nothingHeld() {
        return Invariant.whenever(
                        WaitClaims.NOTHING_HELD,
                        WaitClaims.NO_LOCK_IS_HELD,
                        this::haveEnded,
                        view -> held(view).isEmpty())
                .told(this::stillHeld);
    }

    private boolean haveEnded(View view) {
        return actors.forAll(actor -> view.at(actor, at -> at == Control.finished()));
    }

    private String stillHeld(Counterexample run) {
        return Clause.is(run, run.length(), held(run.end()).head())
                .meets(Clause.of(
                        run, run.length(), "all tasks have ended", who -> who + " ends as the last", this::haveEnded));
    }

    private Seq<Cell<?>> held(View view) {
        return Vector.<Cell<?>>empty()
                .appendAll(world.files()
                        .map(cells::invalidateLock)
                        .reject(lock -> view.read(lock, RwSem.Holders.NONE::equals)))
                .appendAll(world.entries().map(cells::entry).filter(entry -> view.read(entry, DaxEntry::locked)))
                .appendAll(world.entries()
                        .map(cells::entryWaiters)
                        .reject(queue -> view.read(queue, WaitQueue.EMPTY::equals)))
                .appendAll(world.pages()
                        .map(cells::pageWaiters)
                        .reject(queue -> view.read(queue, WaitQueue.EMPTY::equals)))
                .appendAll(Vector.of(cells.freeze()).reject(freeze -> view.read(freeze, Freeze.THAWED::equals)));
    }

    /** The claims that some state within {@code scope} can put to the test. */
    Seq<Property> all(Scope scope) {
        Vector<Property> claims = scope.truncated() ? Vector.of(beyondEof()) : Vector.empty();
        claims = scope.removed() ? claims.append(deadFirst()) : claims;
        return claims.append(nothingHeld());
    }
}
