package pagelife.specs.claims;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import pagelife.checker.model.Actor;
import pagelife.checker.model.Model;
import pagelife.checker.model.View;
import pagelife.models.page.Held;
import pagelife.models.page.Holder;
import pagelife.models.page.PageId;
import pagelife.models.page.PagemapHolder;

/** Who holds what in a state. No cell keeps these books: they follow from where the actors are. */
public final class Ledger {
    private final Seq<Actor> holders;
    private final Seq<Actor> pagemapHolders;

    /** The books of a model. */
    public Ledger(Model model) {
        this.holders = model.actors().filter(actor -> some(actor.family(), Holder.class));
        this.pagemapHolders = model.actors().filter(actor -> some(actor.family(), PagemapHolder.class));
    }

    private static boolean some(Class<?> type, Class<?> wanted) {
        return wanted.isAssignableFrom(type)
                || type.isSealed()
                        && Vector.of(type.getPermittedSubclasses()).exists(permitted -> some(permitted, wanted));
    }

    /** References on {@code page} held as pins, in counts. */
    public int pins(View view, PageId page) {
        return held(view, page)
                .filter(held -> held.kind() == Held.Kind.PIN)
                .map(Held::refs)
                .sum()
                .intValue();
    }

    /** Whether somebody pins {@code page}. */
    public boolean isPinned(View view, PageId page) {
        return pins(view, page) > 0;
    }

    /** References on {@code page} held by actors, be it as pins or for a few steps, in counts. */
    public int refs(View view, PageId page) {
        return held(view, page).map(Held::refs).sum().intValue();
    }

    private Seq<Held> held(View view, PageId page) {
        return holders.flatMap(actor -> view.at(actor) instanceof Holder holder
                ? holder.held().filter(held -> held.page().equals(page))
                : Vector.<Held>empty());
    }

    /** References of the pagemap held by actors. */
    public int pagemapRefs(View view) {
        return pagemapHolders
                .map(actor -> view.at(actor) instanceof PagemapHolder holder ? holder.pagemapRefs() : 0)
                .sum()
                .intValue();
    }
}
