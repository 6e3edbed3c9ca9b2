package pagelife.models.pagefree;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import pagelife.checker.model.Cell;
import pagelife.checker.model.Model;
import pagelife.checker.model.ModelBuilder;
import pagelife.checker.model.Source;
import pagelife.checker.model.StepView;
import pagelife.checker.model.View;
import pagelife.models.kernel.PercpuRef;
import pagelife.models.page.Books;
import pagelife.models.page.Counting;
import pagelife.models.page.Custody;
import pagelife.models.page.Holds;
import pagelife.models.page.Mapping;
import pagelife.models.page.Owner;
import pagelife.models.page.Page;
import pagelife.models.page.PageEvent;
import pagelife.models.page.PageId;
import pagelife.models.page.Pagemap;
import pagelife.models.pagefree.FreePath.Does;

/** The one page, and how it is counted and freed. */
final class Kernel {
    static final PageId PAGE = new PageId(0);

    /** What a page in use holds, where the era says so. */
    static final Holds PAGEMAP = new Holds(Pagemap.Id.PAGEMAP, new Owner.UsedPage(PAGE), 1);

    private final Rules rules;
    private final Cell<Page> page;
    private final Cell<Boolean> charged;
    private final Cell<Custody> custody;
    private final Cell<Pagemap> pagemap;
    private final Option<LargeFolio> folio;

    /** @param larger whether a driver may build a larger folio of which the page is a tail */
    Kernel(ModelBuilder model, Rules rules, boolean larger) {
        this.rules = rules;
        page = model.cell("page", Page.counting(rules.freePath().unused()));
        charged = model.cell("charged", false);
        custody = model.cell("custody", Custody.class, Custody.FREE);
        pagemap = model.cell("pagemap", Pagemap.live(0));
        folio = Option.when(larger, () -> new LargeFolio(model, this));
    }

    /** A page handed out to a peer gives its own reference away; where the era says so, it holds the pagemap. */
    Books books(Model model) {
        return Books.of(model)
                .page(PAGE, page)
                .pagemap(pagemap)
                .holder(custody, this::baseReference)
                .holder(custody, this::pagemapReference);
    }

    private Seq<Holds> baseReference(Custody now) {
        boolean held = rules.freePath().unused() > 0 && !(now == Custody.OUT && rules.givesBaseAway());
        return held
                ? Vector.of(new Holds(PAGE, Owner.Base.PAGEMAP, rules.freePath().unused()))
                : Vector.empty();
    }

    private Seq<Holds> pagemapReference(Custody now) {
        boolean held = rules.freePath().does(Does.PUTS_PAGEMAP) && now == Custody.OUT;
        return held ? Vector.of(PAGEMAP) : Vector.empty();
    }

    /** The driver's larger folio; there only where it builds one. */
    Option<LargeFolio> folio() {
        return folio;
    }

    Source source(String file, String function) {
        return Source.kernel(file, function, rules.era().version());
    }

    Rules rules() {
        return rules;
    }

    Cell<Page> page() {
        return page;
    }

    /** {@code page->mapping}. */
    Mapping mapping(View view) {
        return view.read(page, Page::mapping);
    }

    void map(StepView view, Mapping whose) {
        view.write(page, view.read(page).of(whose));
    }

    Cell<Boolean> charged() {
        return charged;
    }

    Cell<Custody> custody() {
        return custody;
    }

    Cell<Pagemap> pagemap() {
        return pagemap;
    }

    /**
     * Takes the page off the driver's list: nobody else has it. What the page counts unused is the user's, where
     * the era says so.
     */
    void handOut(StepView view, Owner user) {
        view.tell(new HandedOut(PAGE, view.read(page).refs(), mapping(view)));
        view.write(custody, Custody.OUT);
        if (rules.givesBaseAway()) {
            view.tell(new PageEvent.Passed(PAGE, rules.freePath().unused(), Owner.Base.PAGEMAP, user));
        }
        if (rules.freePath().does(Does.PUTS_PAGEMAP)) {
            PercpuRef.of(pagemap).getMany(view, PAGEMAP.refs(), PAGEMAP.owner());
        }
    }

    /** The first reference of a page that was just handed out. */
    void getFirst(StepView view, Owner owner) {
        Counting.getLicensed(view, page, PAGE, 1, owner);
    }

    boolean getUnlessZero(StepView view, Owner owner) {
        return Counting.getUnlessZero(view, page, PAGE, 1, owner);
    }

    /**
     * Drops a reference, and frees the page with the last one, up to the driver's callback.
     *
     * @return whether the page is freed
     */
    boolean put(StepView view, Owner owner) {
        FreePath path = rules.freePath();
        int left = Counting.put(view, page, PAGE, 1, owner);
        if (!path.freesAt(left)) {
            return false;
        }
        if (path.does(Does.UNCHARGES)) {
            view.write(charged, false);
        }
        if (path.does(Does.CLEARS_MAPPING) && !rules.freesFirst()) {
            map(view, Mapping.NONE);
        }
        if (path.does(Does.RESETS_COUNT)) {
            Counting.get(view, page, PAGE, 1, Owner.Base.PAGEMAP);
        }
        if (path.does(Does.WAKES)) {
            view.tell(new PageEvent.Wake(PAGE, rules.era().waitKey(), Vector.empty()));
        }
        if (path.does(Does.TELLS_DRIVER)) {
            view.write(custody, Custody.FREE);
            view.tell(new PageEvent.Freed(PAGE));
        }
        return true;
    }

    /** A page without users lets go of its pagemap: of the one that it says, or said before the driver had it back. */
    void putPagemap(StepView view) {
        if (rules.readsPagemapLate() && folio.exists(built -> !built.saysPagemap(view))) {
            view.tell(new NotAPagemap(PAGE));
        } else {
            PercpuRef.of(pagemap).putMany(view, PAGEMAP.refs(), PAGEMAP.owner());
        }
    }
}
