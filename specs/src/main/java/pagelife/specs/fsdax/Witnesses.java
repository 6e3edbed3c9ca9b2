package pagelife.specs.fsdax;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import pagelife.checker.model.Actor;
import pagelife.checker.model.At;
import pagelife.checker.model.Control;
import pagelife.checker.model.View;
import pagelife.checker.property.Property;
import pagelife.checker.property.Sometimes;
import pagelife.models.fsdax.FsdaxOperations;
import pagelife.models.fsdax.FsdaxProtocol;
import pagelife.models.page.DaxEntry;
import pagelife.models.page.PageId;
import pagelife.models.page.PteAt;
import pagelife.models.parts.BusyWait;
import pagelife.models.parts.Calls;
import pagelife.models.parts.FastPin;

/** What must be possible: a protocol that only forbids may hold since nothing happens. */
final class Witnesses {
    /* What sets a PTE, or takes one away with more than that. */
    private static final Seq<String> CHANGING = Vector.of(
                    Calls.TOUCH, FsdaxOperations.READ, FsdaxOperations.WRITE, FsdaxOperations.INVALIDATE)
            .appendAll(Calls.FREEING);

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
        return protocol.freeing().exists(truncate -> view.at(truncate) == Control.finished())
                && pages.exists(page -> view.read(protocol.cells().block(page)).isFree());
    }

    private Property woken() {
        return new Sometimes(
                "W-5 Woken",
                "a truncate that slept was woken",
                view -> protocol.freeing()
                        .exists(truncate -> Ghosts.isAt(view, truncate, BusyWait.RELOCK.name())
                                || isEvictionWoken(view, truncate)));
    }

    /** It has no lock to take again. */
    private boolean isEvictionWoken(View view, Actor actor) {
        return Calls.EVICTING.exists(call -> Ghosts.isUnderWay(view, actor, call))
                && ghosts.sleepsFor(view, actor).exists(page -> !ghosts.isQueued(view, page, actor));
    }

    private Property removed() {
        return new Sometimes(
                "W-6 Removed",
                "the device is removed",
                view -> protocol.calling(Calls.REMOVE).exists(removal -> view.at(removal) == Control.finished()));
    }

    /** With neither a truncate nor an invalidation on its way, it was the munmap that took the mapping away. */
    private Property unmapped() {
        return new Sometimes(
                "W-7 Unmapped",
                "a munmap has ended, and a page that is still its file's is no longer mapped",
                view -> protocol.calling(Calls.MUNMAP).exists(munmap -> view.at(munmap) == Control.finished())
                        && !CHANGING.flatMap(protocol::calling).exists(other -> Ghosts.isUnderWay(view, other))
                        && protocol.world().ptes().exists(at -> isUnmapped(view, at)));
    }

    private boolean isUnmapped(View view, PteAt at) {
        DaxEntry entry = view.read(protocol.cells().entry(protocol.world().entry(at)));
        return entry.kind() == DaxEntry.Kind.PAGE
                && !entry.locked()
                && !view.read(protocol.cells().pte(at)).isPresent();
    }

    /** Else the page may never have been mapped there. */
    private boolean isMappedOnce() {
        return protocol.world().ptes().map(protocol.world()::entry).distinct().size()
                == protocol.world().ptes().size();
    }

    /** Those that can be expected within {@code scope}. */
    Seq<Property> all(Scope scope) {
        Vector<Property> claims = scope.mapped() ? Vector.of(mapped()) : Vector.empty();
        claims = scope.pinned() ? claims.append(pinned()) : claims;
        claims = scope.pinnedFast() && scope.unmapped() ? claims.append(undone()) : claims;
        claims = scope.truncated() ? claims.append(truncated()) : claims;
        claims = scope.mapped() && protocol.workload().calls(Calls.MUNMAP) && isMappedOnce()
                ? claims.append(unmapped())
                : claims;
        claims = scope.waited() ? claims.append(woken()) : claims;
        return scope.removed() ? claims.append(removed()) : claims;
    }
}
