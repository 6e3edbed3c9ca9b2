package pagelife.specs.fsdax;

import static pagelife.checker.ltl.Formulas.holds;

import io.vavr.Tuple2;
import pagelife.checker.ltl.Formula;
import pagelife.checker.model.Actor;
import pagelife.checker.model.View;
import pagelife.models.fsdax.Cells;
import pagelife.models.fsdax.FsdaxProtocol;
import pagelife.models.fsdax.Rules;
import pagelife.models.page.PageId;

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
        this.pteHoldsReference = protocol.rules().is(Rules.PTE_HOLDS_REFERENCE);
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
            int own = ghosts.pinRefs(view, gup, page);
            return own > 0
                    && own == ghosts.pinRefs(view, page)
                    && !ghosts.isHeldShortly(view, page)
                    && !isMapped(view, page);
        });
    }

    Formula unmapped() {
        return holds(
                "nothing is mapped",
                view -> protocol.world()
                        .ptes()
                        .forAll(at -> !view.read(cells.pte(at)).isPresent()));
    }

    /** Every page and the pagemap count what is held of them, and nothing counts as mapped. */
    Formula clean() {
        return holds(
                "nothing is leaked",
                view -> protocol.world().pages().forAll(page -> isClean(view, page)) && isPagemapClean(view));
    }

    private boolean isClean(View view, PageId page) {
        return view.read(cells.page(page)).refs() == ghosts.owned(view, page)
                && view.read(cells.page(page)).mapcount() == 0;
    }

    private boolean isPagemapClean(View view) {
        return view.read(cells.pagemap()).refs() == ghosts.pagemapOwned(view);
    }

    Formula awaitsEntry(Actor actor) {
        return holds(actor + " waits for an entry", view -> ghosts.awaitsEntry(view, actor));
    }
}
