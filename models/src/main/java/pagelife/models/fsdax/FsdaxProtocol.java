package pagelife.models.fsdax;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.function.Predicate;
import pagelife.checker.model.Actor;
import pagelife.checker.model.Control;
import pagelife.checker.model.Model;
import pagelife.checker.model.ModelBuilder;
import pagelife.checker.model.Operations;
import pagelife.checker.model.Program;
import pagelife.checker.model.View;
import pagelife.models.Choices;
import pagelife.models.Protocol;
import pagelife.models.Workload;
import pagelife.models.page.Books;
import pagelife.models.page.DaxEntry;
import pagelife.models.page.Holds;
import pagelife.models.page.Index;
import pagelife.models.page.MmId;
import pagelife.models.page.Owner;
import pagelife.models.page.Page;
import pagelife.models.page.PageId;
import pagelife.models.page.Pagemap;
import pagelife.models.page.PteAt;
import pagelife.models.parts.Calls;
import pagelife.models.parts.Memunmap;

/**
 * FS-DAX, ready to be checked.
 *
 * @param model the model
 * @param rules the rules it obeys
 * @param world what there is
 * @param cells handles on its shared cells
 * @param operations what its tasks can be asked to do
 * @param workload what they are asked to do
 */
public record FsdaxProtocol(
        Model model, Rules rules, World world, Cells cells, Operations operations, Workload workload)
        implements Protocol {
    static FsdaxProtocol make(String name, Choices ruled, Choices bounds, Workload workload) {
        return make(name, new Rules(ruled), Bounds.world(bounds), bounds.get(Bounds.SIGNALS) > 0, workload);
    }

    /** The protocol of tasks that were recorded; a signal may end a sleep. */
    static FsdaxProtocol recorded(String name, Choices ruled, World world, Workload workload) {
        return make(name, new Rules(ruled), world, true, workload);
    }

    private static FsdaxProtocol make(String name, Rules rules, World world, boolean signals, Workload workload) {
        ModelBuilder model = Model.builder(name);
        Kernel kernel = Kernel.declare(model, rules, world, workload);
        Operations operations = new FsdaxOperations(kernel, signals).all();
        workload.declare(model, operations);
        return new FsdaxProtocol(model.build(), rules, world, kernel.cells(), operations, workload);
    }

    /** The tasks that call an operation, such as all that truncate. */
    public Seq<Actor> calling(String operation) {
        return model.actors().filter(actor -> actor.runs(operation));
    }

    /** The tasks that take blocks from a file, and may wait for its pages: by truncation, a hole, or an eviction. */
    public Seq<Actor> freeing() {
        return model.actors().filter(actor -> Calls.FREEING.exists(actor::runs));
    }

    /** The PTE through which a fault or a GUP works at {@code at}; empty for other operations. */
    public Option<PteAt> place(Actor actor, Control at) {
        return actor.call(at).flatMap(FsdaxProtocol::place);
    }

    private static Option<PteAt> place(Program.Call call) {
        Seq<Object> given = call.arguments().takeRight(2);
        return given.size() == 2 && given.get(0) instanceof MmId mm && given.get(1) instanceof Index index
                ? Option.some(new PteAt(mm, index))
                : Option.none();
    }

    @Override
    public Books books() {
        Books counted = world.pages()
                .foldLeft(
                        Books.of(model).pagemap(cells.pagemap()), (books, page) -> books.page(page, cells.page(page)));
        Books mapped = world.ptes().foldLeft(counted, (books, at) -> books.entry(at, cells.pte(at)));
        Books kept = rules.tie().isKeptByEntries() ? entriesKeepPagemap(mapped) : mapped;
        Seq<Actor> removals = calling(Calls.REMOVE);
        return (rules.tie().isKeptByPages() ? pagesKeepPagemap(kept) : kept.standing(view -> bulk(view, removals)))
                .standing(view -> bases(view, removals));
    }

    private Books entriesKeepPagemap(Books books) {
        return world.entries()
                .foldLeft(
                        books,
                        (all, at) -> all.holder(
                                cells.entry(at),
                                (DaxEntry entry) -> entry.page()
                                        .map(page -> new Holds(Pagemap.Id.PAGEMAP, new Owner.Entry(at), 1))
                                        .toVector()));
    }

    private Books pagesKeepPagemap(Books books) {
        return world.pages()
                .foldLeft(
                        books,
                        (all, page) -> all.standing(view -> view.read(cells.page(page), Page::isUsed)
                                ? Vector.of(new Holds(Pagemap.Id.PAGEMAP, new Owner.UsedPage(page), 1))
                                : Vector.empty()));
    }

    /** What the pagemap holds of itself, one reference for each page, until a removal puts them in bulk. */
    private Seq<Holds> bulk(View view, Seq<Actor> removals) {
        return isPast(view, removals, Memunmap::hasPutAll)
                ? Vector.empty()
                : Vector.of(new Holds(
                        Pagemap.Id.PAGEMAP, Owner.Base.PAGEMAP, world.pages().size()));
    }

    private Seq<Holds> bases(View view, Seq<Actor> removals) {
        return world.pages()
                .map(page -> new Holds(page, Owner.Base.PAGEMAP, baseRefs(view, page, removals)))
                .filter(base -> base.refs() > 0);
    }

    /** What an unused page counts, until a removal that puts it has come to this page. */
    public int baseRefs(View view, PageId page) {
        return baseRefs(view, page, calling(Calls.REMOVE));
    }

    private int baseRefs(View view, PageId page, Seq<Actor> removals) {
        boolean put = rules.tie().putsBases() && isPast(view, removals, at -> Memunmap.hasPut(at, page));
        return put ? 0 : rules.idle();
    }

    /** Whether one of the removals has come so far, or to its end. */
    private boolean isPast(View view, Seq<Actor> removals, Predicate<Control> far) {
        return removals.exists(removal -> view.at(removal, far::test)) || view.read(cells.pagemap(), Pagemap::isGone);
    }
}
