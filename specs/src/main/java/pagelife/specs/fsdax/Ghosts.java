package pagelife.specs.fsdax;

import io.vavr.collection.Seq;
import pagelife.checker.model.Actor;
import pagelife.checker.model.At;
import pagelife.checker.model.Cell;
import pagelife.checker.model.Control;
import pagelife.checker.model.View;
import pagelife.models.fsdax.FsdaxProtocol;
import pagelife.models.page.Begun;
import pagelife.models.page.Books;
import pagelife.models.page.FileId;
import pagelife.models.page.PageId;
import pagelife.models.page.Pagemap;
import pagelife.models.page.Pins;
import pagelife.models.page.PteAt;
import pagelife.models.page.Sleeps;
import pagelife.models.page.TaskId;

/** Who holds what in a state, and who is on the way: what the books and the places of tasks say of it. */
final class Ghosts {
    private final FsdaxProtocol protocol;
    private final Books books;
    private final Seq<PteAt> ptes;
    private final Seq<Cell<Pins>> pins;

    Ghosts(FsdaxProtocol protocol) {
        this.protocol = protocol;
        this.books = protocol.books();
        this.ptes = protocol.world().ptes();
        this.pins = books.pinCells();
    }

    /** The present PTEs that point to {@code page}. */
    Seq<PteAt> mappings(View view, PageId page) {
        return ptes.filter(at -> view.read(protocol.cells().pte(at), pte -> pte.pointsTo(page)));
    }

    /** References held as pins, in counts. */
    int pinRefs(View view, PageId page) {
        return books.pins(view, page);
    }

    /** References that {@code actor} holds as pins, in counts. */
    int pinRefs(View view, Actor actor, PageId page) {
        return books.task(view, actor)
                .filter(held -> held.isPin() && held.what().equals(page))
                .map(held -> held.refs())
                .sum()
                .intValue();
    }

    /** Whether anybody holds a pin. */
    boolean isPinned(View view, PageId page) {
        return books.isPinned(view, page);
    }

    /** Whether anybody holds a reference for a few steps. */
    boolean isHeldShortly(View view, PageId page) {
        return books.isHeldShortly(view, page);
    }

    /** References held by anybody: the pagemap, counted PTEs, pins, and who holds one for a few steps. */
    int owned(View view, PageId page) {
        return books.held(view, page);
    }

    /** References of the pagemap held by anybody. */
    int pagemapOwned(View view) {
        return books.held(view, Pagemap.Id.PAGEMAP);
    }

    /** Whether {@code page} is pinned through a mapping of another file than {@code file}. */
    boolean isPinnedThroughOther(View view, PageId page, FileId file) {
        return pins.exists(cell -> view.read(
                cell,
                held -> held.held()
                        .exists(pin -> pin.page().equals(page)
                                && !pin.through()
                                        .exists(at ->
                                                protocol.world().fileOf(at.mm()).equals(file)))));
    }

    /** Whether {@code actor} is on its way through an operation: it has begun, and not ended. */
    static boolean isUnderWay(View view, Actor actor) {
        return view.at(actor, at -> isUnderWay(actor, at));
    }

    /** Whether {@code actor} is on its way through the operation of this name. */
    static boolean isUnderWay(View view, Actor actor, String operation) {
        return view.at(
                actor,
                at -> isUnderWay(actor, at)
                        && actor.call(at).exists(call -> call.operation().name().equals(operation)));
    }

    private static boolean isUnderWay(Actor actor, Control at) {
        return at != Control.finished() && actor.facts(at, Begun.class).isEmpty();
    }

    /**
     * Whether {@code actor} takes no further step unless a program wills it or somebody else moves first: it is not on
     * its way, or it sleeps and was not woken.
     */
    boolean isAtRest(View view, Actor actor) {
        return !isUnderWay(view, actor) || sleepsFor(view, actor).exists(page -> isQueued(view, page, actor));
    }

    /** The page that {@code actor} sleeps for, or thinks that it does. */
    Seq<PageId> sleepsFor(View view, Actor actor) {
        return view.at(
                actor,
                at -> actor.facts(at, Sleeps.class)
                        .flatMap(Sleeps::awaits)
                        .filter(PageId.class::isInstance)
                        .map(PageId.class::cast));
    }

    /** Whether {@code actor} sleeps for the lock of an entry, or thinks that it does. */
    boolean awaitsEntry(View view, Actor actor) {
        return view.at(
                actor,
                at -> actor.facts(at, Sleeps.class)
                        .exists(sleeps -> sleeps.awaits().isEmpty()));
    }

    /** Whether {@code actor} is at the place of this name. */
    static boolean isAt(View view, Actor actor, String place) {
        return view.at(actor, at -> At.isAt(at, place));
    }

    /** Whether the task of {@code actor} is queued for {@code page}, and so not woken. */
    boolean isQueued(View view, PageId page, Actor actor) {
        return view.read(protocol.cells().pageWaiters(page), queue -> queue.holds(new TaskId(actor.name())));
    }
}
