package pagelife.specs.claims;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import pagelife.checker.model.Actor;
import pagelife.checker.model.Control;
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
        return sum(holders.map(actor -> view.at(actor, at -> pins(at, page))));
    }

    /** Whether somebody pins {@code page}. */
    public boolean isPinned(View view, PageId page) {
        return holders.exists(actor -> view.at(actor, at -> pins(at, page) > 0));
    }

    /** References on {@code page} held by actors, be it as pins or for a few steps, in counts. */
    public int refs(View view, PageId page) {
        return sum(holders.map(actor -> view.at(actor, at -> refs(held(at, page)))));
    }

    /** References of the pagemap held by actors. */
    public int pagemapRefs(View view) {
        return sum(pagemapHolders.map(actor -> view.at(actor, Ledger::pagemapRefs)));
    }

    private static int pins(Control at, PageId page) {
        return refs(held(at, page).filter(held -> held.kind() == Held.Kind.PIN));
    }

    private static Seq<Held> held(Control at, PageId page) {
        return at instanceof Holder holder
                ? holder.held().filter(held -> held.page().equals(page))
                : Vector.empty();
    }

    private static int refs(Seq<Held> held) {
        return sum(held.map(Held::refs));
    }

    private static int pagemapRefs(Control at) {
        return at instanceof PagemapHolder holder ? holder.pagemapRefs() : 0;
    }

    private static int sum(Seq<Integer> numbers) {
        return numbers.sum().intValue();
    }
}
