package pagelife.models.devdax;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.util.function.Predicate;
import pagelife.checker.model.Actor;
import pagelife.checker.model.Control;
import pagelife.checker.model.Model;
import pagelife.checker.model.ModelBuilder;
import pagelife.checker.model.Operations;
import pagelife.checker.model.View;
import pagelife.models.Choices;
import pagelife.models.Protocol;
import pagelife.models.Workload;
import pagelife.models.page.Books;
import pagelife.models.page.Frame;
import pagelife.models.page.Holds;
import pagelife.models.page.Owner;
import pagelife.models.page.Page;
import pagelife.models.page.PageId;
import pagelife.models.page.Pagemap;
import pagelife.models.page.TaskId;
import pagelife.models.parts.Calls;
import pagelife.models.parts.Memunmap;

/** Device-dax, ready to be checked. */
public final class Devdax implements Protocol {
    private final Kernel kernel;
    private final Operations operations;
    private final Workload workload;
    private final Model model;
    private final Seq<Actor> removals;

    private Devdax(String name, Choices ruled, Choices bounds, Workload workload) {
        ModelBuilder builder = Model.builder(name);
        Rules rules = new Rules(ruled);
        World world = Bounds.world(bounds);
        Seq<TaskId> walkers = workload.callers(Calls.PIN_FAST);
        this.kernel = new Kernel(rules, world, new Cells(builder, rules, world, walkers));
        this.operations = new DevdaxOperations(kernel, walkers).all();
        this.workload = workload;
        workload.declare(builder, operations);
        this.model = builder.build();
        this.removals = model.actors().filter(actor -> actor.runs(Calls.REMOVE));
    }

    static Devdax make(String name, Choices rules, Choices bounds, Workload workload) {
        return new Devdax(name, rules, bounds, workload);
    }

    @Override
    public Model model() {
        return model;
    }

    @Override
    public Operations operations() {
        return operations;
    }

    /** What its tasks are asked to do. */
    public Workload workload() {
        return workload;
    }

    /** The rules it obeys. */
    public Rules rules() {
        return kernel.rules();
    }

    /** What there is. */
    public World world() {
        return kernel.world();
    }

    /** Handles on its shared cells. */
    public Cells cells() {
        return kernel.cells();
    }

    @Override
    public Books books() {
        Books counted = world().pages()
                .foldLeft(
                        Books.of(model).pagemap(cells().pagemap()),
                        (books, page) -> books.page(page, cells().page(page)));
        return world().ptes()
                .foldLeft(counted, (books, at) -> books.entry(at, cells().pte(at)))
                .standing(this::bases)
                .standing(this::ofPagemap);
    }

    private Seq<Holds> bases(View view) {
        return world().pages().filter(page -> hasBase(view, page)).map(page -> new Holds(page, Owner.Base.PAGEMAP, 1));
    }

    /** Whether the pagemap still holds its base reference of {@code page}. */
    private boolean hasBase(View view, PageId page) {
        Frame.Kind kind = view.read(cells().frame(page), Frame::kind);
        boolean counts = kind == Frame.Kind.BASE || kind == Frame.Kind.HEAD;
        return counts && (!rules().waitsForPages() || isBefore(view, at -> Memunmap.isBeforePut(at, page)));
    }

    /** Whether no removal has come so far yet: none has killed the pagemap, or one that has is {@code before} it. */
    private boolean isBefore(View view, Predicate<Control> before) {
        return view.read(cells().pagemap(), Pagemap::isLive)
                || removals.exists(removal -> view.at(removal, before::test));
    }

    /** What the pagemap holds of itself, and what its pages hold of it as long as they are in use. */
    private Seq<Holds> ofPagemap(View view) {
        if (!cells().probe().isDone(view)) {
            return Vector.empty();
        }
        boolean bulk = rules().waitsForPages() || isBefore(view, Memunmap::isBeforeBulk);
        Seq<Holds> used = rules().waitsForPages()
                ? world().pages()
                        .filter(page -> kernel.counts(page) && view.read(cells().page(page), Page::isUsed))
                        .map(page -> new Holds(Pagemap.Id.PAGEMAP, new Owner.UsedPage(page), 1))
                : Vector.empty();
        return bulk && kernel.bulkRefs() > 0
                ? used.append(new Holds(Pagemap.Id.PAGEMAP, Owner.Base.PAGEMAP, kernel.bulkRefs()))
                : used;
    }
}
