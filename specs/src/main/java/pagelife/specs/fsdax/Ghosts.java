package pagelife.specs.fsdax;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import pagelife.checker.model.Actor;
import pagelife.checker.model.Control;
import pagelife.checker.model.View;
import pagelife.models.fsdax.FsdaxProtocol;
import pagelife.models.fsdax.Truncate;
import pagelife.models.page.FileId;
import pagelife.models.page.Held;
import pagelife.models.page.Holder;
import pagelife.models.page.PageId;
import pagelife.models.page.PteAt;
import pagelife.models.page.TaskId;

/** Who holds what in a state. No cell keeps these books: they follow from the PTEs and from where the actors are. */
final class Ghosts {
    private final FsdaxProtocol protocol;
    private final Seq<PteAt> ptes;
    private final Seq<Actor> holders;

    Ghosts(FsdaxProtocol protocol) {
        this.protocol = protocol;
        this.ptes = protocol.bounds().ptes();
        this.holders = protocol.model().actors().filter(actor -> canHold(actor.family()));
    }

    private static boolean canHold(Class<?> type) {
        return Holder.class.isAssignableFrom(type)
                || type.isSealed() && Vector.of(type.getPermittedSubclasses()).exists(Ghosts::canHold);
    }

    /** The present PTEs that point to {@code page}. */
    Seq<PteAt> mappings(View view, PageId page) {
        return ptes.filter(at -> view.read(protocol.cells().pte(at), pte -> pte.pointsTo(page)));
    }

    /** References held as pins, in counts. */
    int pinRefs(View view, PageId page) {
        return held(view, page, Held.Kind.PIN);
    }

    /** Whether anybody holds a pin. */
    boolean isPinned(View view, PageId page) {
        return isHeld(view, page, Held.Kind.PIN);
    }

    /** Whether anybody holds a reference for a few steps. */
    boolean isHeldShortly(View view, PageId page) {
        return isHeld(view, page, Held.Kind.TRANSIENT);
    }

    private boolean isHeld(View view, PageId page, Held.Kind kind) {
        return holders.exists(actor -> view.at(actor, at -> refs(at, page, kind) > 0));
    }

    /** References held by anybody: the pagemap, counted PTEs, pins, and who holds one for a few steps. */
    int owned(View view, PageId page) {
        int refs = protocol.baseRefs(view, page);
        for (PteAt at : ptes) {
            refs += view.read(protocol.cells().pte(at), pte -> pte.isCounted() && pte.pointsTo(page)) ? 1 : 0;
        }
        for (Actor actor : holders) {
            refs += view.at(actor, at -> refs(at, page));
        }
        return refs;
    }

    private int held(View view, PageId page, Held.Kind kind) {
        int refs = 0;
        for (Actor actor : holders) {
            refs += view.at(actor, at -> refs(at, page, kind));
        }
        return refs;
    }

    private static int refs(Control at, PageId page) {
        int refs = 0;
        for (Held.Kind kind : Held.Kind.values()) {
            refs += refs(at, page, kind);
        }
        return refs;
    }

    private static int refs(Control at, PageId page, Held.Kind kind) {
        int refs = 0;
        if (at instanceof Holder holder) {
            for (Held held : holder.held()) {
                refs += held.kind() == kind && held.page().equals(page) ? held.refs() : 0;
            }
        }
        return refs;
    }

    /** Whether {@code page} is pinned through a mapping of another file than {@code file}. */
    boolean isPinnedThroughOther(View view, PageId page, FileId file) {
        for (Actor actor : holders) {
            if (view.at(actor, at -> refs(at, page, Held.Kind.PIN) > 0)
                    && !protocol.fileOf(actor).contains(file)) {
                return true;
            }
        }
        return false;
    }

    /**
     * Whether {@code actor} takes no further step unless a program wills it or somebody else moves first: it has
     * finished, has not begun, or sleeps and was not woken.
     */
    boolean isAtRest(View view, Actor actor) {
        return view.at(
                        actor,
                        at -> at == Control.finished()
                                || at.equals(actor.control().initial()))
                || view.at(actor, Ghosts::sleepsFor).exists(page -> isQueued(view, page, actor));
    }

    private static Option<PageId> sleepsFor(Control at) {
        return at instanceof Truncate.Asleep asleep ? Option.some(asleep.busy()) : Option.none();
    }

    /** Whether the task of {@code actor} is queued for {@code page}, and so not woken. */
    boolean isQueued(View view, PageId page, Actor actor) {
        return view.read(protocol.cells().pageWaiters(page), queue -> queue.holds(new TaskId(actor.name())));
    }
}
