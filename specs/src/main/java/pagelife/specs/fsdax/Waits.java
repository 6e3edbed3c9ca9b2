package pagelife.specs.fsdax;

import static pagelife.checker.ltl.Formulas.holds;

import io.vavr.Tuple2;
import pagelife.checker.ltl.Formula;
import pagelife.checker.model.Actor;
import pagelife.checker.model.View;
import pagelife.models.fsdax.Cells;
import pagelife.models.fsdax.Fault;
import pagelife.models.fsdax.FsdaxProtocol;
import pagelife.models.fsdax.PagemapTie;
import pagelife.models.fsdax.Removal;
import pagelife.models.fsdax.Truncate;
import pagelife.models.page.Held;
import pagelife.models.page.Holder;
import pagelife.models.page.PageId;
import pagelife.models.page.Pagemap;

/** The propositions of {@link Liveness}: who waits for what, and what is in the way. */
final class Waits {
    private final FsdaxProtocol protocol;
    private final Cells cells;
    private final Ghosts ghosts;
    private final boolean pteHoldsReference;

    /** Says when something starts to be awaited, and when it is over. */
    interface About {
        Tuple2<Formula, Formula> claim(Actor truncate, PageId page);
    }

    Waits(FsdaxProtocol protocol, Ghosts ghosts) {
        this.protocol = protocol;
        this.cells = protocol.cells();
        this.ghosts = ghosts;
        this.pteHoldsReference = protocol.rules().pteHoldsReference();
    }

    /** It is queued for the page: asleep or about to be, and not woken. */
    Formula waitsFor(Actor truncate, PageId page) {
        return holds(truncate + " waits for " + page, view -> ghosts.isQueued(view, page, truncate));
    }

    /** Nobody holds the page, whatever its count says. */
    Formula idle(PageId page) {
        return holds(page + " is idle", view -> isIdle(view, page));
    }

    private boolean isIdle(View view, PageId page) {
        return isUnpinned(view, page) && !isMapped(view, page);
    }

    private boolean isMapped(View view, PageId page) {
        return pteHoldsReference && !ghosts.mappings(view, page).isEmpty();
    }

    Formula unpinned(PageId page) {
        return holds(page + " is not pinned", view -> isUnpinned(view, page));
    }

    private boolean isUnpinned(View view, PageId page) {
        return !ghosts.isPinned(view, page) && !ghosts.isHeldShortly(view, page);
    }

    /** The actor pins the page, and nobody else holds it. */
    Formula isLast(Actor gup, PageId page) {
        return holds("only " + gup + " holds " + page, view -> {
            int own = pinRefs(view, gup, page);
            return own > 0
                    && own == ghosts.pinRefs(view, page)
                    && !ghosts.isHeldShortly(view, page)
                    && !isMapped(view, page);
        });
    }

    private static int pinRefs(View view, Actor gup, PageId page) {
        int refs = 0;
        if (view.at(gup) instanceof Holder holder) {
            for (Held held : holder.held()) {
                refs += held.kind() == Held.Kind.PIN && held.page().equals(page) ? held.refs() : 0;
            }
        }
        return refs;
    }

    Formula unmapped() {
        return holds(
                "nothing is mapped",
                view -> protocol.bounds()
                        .ptes()
                        .forAll(at -> !view.read(cells.pte(at)).isPresent()));
    }

    /** Every page counts what it did at first, or what a removal left; so does the pagemap, unless entries hold it. */
    Formula clean() {
        return holds(
                "nothing is leaked",
                view -> protocol.bounds().pages().forAll(page -> isClean(view, page)) && isClean(view));
    }

    private boolean isClean(View view, PageId page) {
        return view.read(cells.page(page)).refs() == ghosts.owned(view, page)
                && view.read(cells.page(page)).mapcount() == 0;
    }

    private boolean isClean(View view) {
        Pagemap pagemap = view.read(cells.pagemap());
        int base = pagemap.isGone() ? 0 : cells.pagemap().initial().refs();
        return protocol.rules().pagemapWaitsFor() == PagemapTie.ENTRIES || pagemap.refs() == base;
    }

    Formula awaitsEntry(Actor actor) {
        return holds(actor + " waits for an entry", view -> {
            var at = view.at(actor);
            return at instanceof Fault.AwaitEntry
                    || at instanceof Truncate.AwaitScan
                    || at instanceof Truncate.AwaitDelete
                    || at instanceof Removal.AwaitEntry;
        });
    }
}
