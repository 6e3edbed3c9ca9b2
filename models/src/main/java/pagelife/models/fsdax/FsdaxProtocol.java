package pagelife.models.fsdax;

import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.control.Option;
import pagelife.checker.model.Actor;
import pagelife.checker.model.Control;
import pagelife.checker.model.Model;
import pagelife.checker.model.View;
import pagelife.models.Protocol;
import pagelife.models.page.Books;
import pagelife.models.page.FileId;
import pagelife.models.page.Holds;
import pagelife.models.page.Owner;
import pagelife.models.page.PageId;
import pagelife.models.page.PteAt;
import pagelife.models.page.TaskId;

/**
 * FS-DAX, ready to be checked.
 *
 * @param model the model
 * @param rules the rules it obeys
 * @param bounds how much of everything it has
 * @param cells handles on its shared cells
 * @param places the PTE through which each fault and each GUP works
 */
public record FsdaxProtocol(Model model, Rules rules, Bounds bounds, Cells cells, Map<TaskId, PteAt> places)
        implements Protocol {
    /** The actors whose controls are of {@code family}, such as all truncates. */
    public Seq<Actor> actors(Class<?> family) {
        return model.actors().filter(actor -> actor.family() == family);
    }

    /** The PTE through which a fault or a GUP works; empty for other actors. */
    public Option<PteAt> place(Actor actor) {
        return places.get(new TaskId(actor.name()));
    }

    /** The file whose mapping a fault or a GUP works through; empty for other actors. */
    public Option<FileId> fileOf(Actor actor) {
        return place(actor).map(at -> bounds.fileOf(at.mm()));
    }

    @Override
    public Books books() {
        Books pages = bounds.pages()
                .foldLeft(Books.of(model).standing(this::bases), (books, page) -> books.page(page, cells.page(page)));
        return bounds.ptes().foldLeft(pages, (books, at) -> books.entry(at, cells.pte(at)));
    }

    private Seq<Holds> bases(View view) {
        return bounds.pages()
                .map(page -> new Holds(page, Owner.Base.PAGEMAP, baseRefs(view, page)))
                .filter(base -> base.refs() > 0);
    }

    /** What an unused page counts, until a removal that puts it has come to this page. */
    public int baseRefs(View view, PageId page) {
        boolean put = rules.pagemapWaitsFor() == PagemapTie.BASES
                && actors(Removal.class).exists(removal -> view.at(removal, at -> hasPutBase(at, page)));
        return put ? 0 : rules.idle();
    }

    private static boolean hasPutBase(Control removal, PageId page) {
        return removal instanceof Removal.PutBase at
                ? at.next().number() > page.number()
                : removal == Control.finished()
                        || removal instanceof Removal.AwaitReferences
                        || removal instanceof Removal.RemoveMemmap;
    }
}
