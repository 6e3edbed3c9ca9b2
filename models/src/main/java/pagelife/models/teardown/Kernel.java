package pagelife.models.teardown;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import pagelife.checker.model.Cell;
import pagelife.checker.model.Model;
import pagelife.checker.model.ModelBuilder;
import pagelife.checker.model.StepView;
import pagelife.checker.model.View;
import pagelife.models.kernel.PercpuRef;
import pagelife.models.kernel.Rcu;
import pagelife.models.page.Books;
import pagelife.models.page.Counting;
import pagelife.models.page.Holds;
import pagelife.models.page.Owner;
import pagelife.models.page.Page;
import pagelife.models.page.PageId;
import pagelife.models.page.Pagemap;

/** A pagemap with one page: its reference, its lookup, and how the page is counted. */
final class Kernel {
    static final PageId PAGE = new PageId(0);

    private final Rules rules;
    private final Cell<Page> page;
    private final Cell<Pagemap> pagemap;
    private final Cell<Lookup> lookup;
    private final Cell<RefData> refData;
    private final Rcu rcu;

    /** Whether a lookup finds the pagemap. */
    enum Lookup {
        /** It does. */
        STORED,
        /** It does not: the range is erased from the XArray. */
        ERASED
    }

    Kernel(ModelBuilder model, Rules rules) {
        this.rules = rules;
        page = model.cell("page", Page.counting(1));
        pagemap = model.cell("pagemap", Pagemap.live(1));
        lookup = model.cell("lookup", Lookup.STORED);
        refData = model.cell("refData", RefData.ALLOCATED);
        rcu = Rcu.declare(model, "rcu");
    }

    Rules rules() {
        return rules;
    }

    Cell<Page> page() {
        return page;
    }

    Cell<Pagemap> pagemap() {
        return pagemap;
    }

    /** What there still is of the pagemap. */
    Seq<Cell<?>> left(View view) {
        return Vector.<Cell<?>>empty()
                .appendAll(Option.when(!view.read(pagemap).isGone(), pagemap))
                .appendAll(Option.when(view.read(lookup) != Lookup.ERASED, lookup))
                .appendAll(Option.when(view.read(refData) != RefData.FREED, refData));
    }

    Cell<Lookup> lookup() {
        return lookup;
    }

    Cell<RefData> refData() {
        return refData;
    }

    /** Who reads under {@code rcu_read_lock}. */
    Rcu rcu() {
        return rcu;
    }

    boolean grab(StepView view, Owner owner) {
        return Counting.getUnlessZero(view, page, PAGE, 1, owner);
    }

    /** A page in use holds the pagemap. */
    Books books(Model model) {
        Holds used = new Holds(Pagemap.Id.PAGEMAP, new Owner.UsedPage(PAGE), 1);
        return Books.of(model)
                .page(PAGE, page)
                .pagemap(pagemap)
                .holder(page, now -> now.refs() > 0 ? Vector.of(used) : Vector.empty());
    }

    /** {@code put_page}: the last put lets go of the pagemap. */
    void put(StepView view, Owner owner) {
        if (Counting.put(view, page, PAGE, 1, owner) == 0) {
            PercpuRef.of(pagemap).putMany(view, 1, new Owner.UsedPage(PAGE));
        }
    }
}
