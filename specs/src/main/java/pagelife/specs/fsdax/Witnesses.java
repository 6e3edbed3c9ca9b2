package pagelife.specs.fsdax;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import pagelife.checker.model.Actor;
import pagelife.checker.model.At;
import pagelife.checker.model.Control;
import pagelife.checker.model.View;
import pagelife.checker.property.Property;
import pagelife.checker.property.Sometimes;
import pagelife.models.fsdax.FsdaxProtocol;
import pagelife.models.page.PageId;
import pagelife.models.parts.BusyWait;
import pagelife.models.parts.Calls;
import pagelife.models.parts.FastPin;

/** What must be possible: a protocol that only forbids may hold since nothing happens. */
final class Witnesses {
    private final FsdaxProtocol protocol;
    private final Seq<PageId> pages;
    private final Ghosts ghosts;

    Witnesses(FsdaxProtocol protocol, Ghosts ghosts) {
        this.protocol = protocol;
        this.pages = protocol.world().pages();
        this.ghosts = ghosts;
    }

    private Property mapped() {
        return new Sometimes(
                "W-1 Mapped",
                "a page is mapped",
                view -> pages.exists(page -> !ghosts.mappings(view, page).isEmpty()));
    }

    private Property pinned() {
        return new Sometimes(
                "W-2 Pinned", "a page is pinned", view -> pages.exists(page -> ghosts.isPinned(view, page)));
    }

    private Property undone() {
        return new Sometimes(
                "W-3 Undone",
                "a GUP-fast has grabbed a page and finds its PTE changed",
                view -> protocol.calling(Calls.PIN_FAST).exists(gup -> findsPteChanged(view, gup)));
    }

    private boolean findsPteChanged(View view, Actor gup) {
        Control at = view.at(gup);
        return at instanceof At place
                && place.at(FastPin.RECHECK)
                        .exists(grabbed -> protocol.place(gup, at)
                                .exists(pte ->
                                        !view.read(protocol.cells().pte(pte)).equals(grabbed.seen())));
    }

    private Property truncated() {
        return new Sometimes("W-4 Truncated", "a truncate has freed its blocks and ended", this::anyTruncated);
    }

    private boolean anyTruncated(View view) {
        return protocol.calling(Calls.TRUNCATE).exists(truncate -> view.at(truncate) == Control.finished())
                && pages.exists(page -> view.read(protocol.cells().block(page)).isFree());
    }

    private Property woken() {
        return new Sometimes(
                "W-5 Woken",
                "a truncate that slept was woken",
                view -> protocol.calling(Calls.TRUNCATE)
                        .exists(truncate -> Ghosts.isAt(view, truncate, BusyWait.RELOCK.name())));
    }

    private Property removed() {
        return new Sometimes(
                "W-6 Removed",
                "the device is removed",
                view -> protocol.calling(Calls.REMOVE).exists(removal -> view.at(removal) == Control.finished()));
    }

    /** Those that can be expected within {@code scope}. */
    Seq<Property> all(Scope scope) {
        Vector<Property> claims = scope.mapped() ? Vector.of(mapped()) : Vector.empty();
        claims = scope.pinned() ? claims.append(pinned()) : claims;
        claims = scope.pinnedFast() && scope.unmapped() ? claims.append(undone()) : claims;
        claims = scope.truncated() ? claims.append(truncated()) : claims;
        claims = scope.waited() ? claims.append(woken()) : claims;
        return scope.removed() ? claims.append(removed()) : claims;
    }
}
