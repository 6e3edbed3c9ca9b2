package pagelife.models.layouts;

import io.vavr.collection.Seq;
import pagelife.checker.model.Actor;
import pagelife.checker.model.Cell;
import pagelife.checker.model.Model;
import pagelife.checker.model.ModelBuilder;
import pagelife.checker.model.Operations;
import pagelife.models.Choices;
import pagelife.models.Protocol;
import pagelife.models.Workload;
import pagelife.models.kernel.RwSem;
import pagelife.models.page.Books;
import pagelife.models.page.Custody;
import pagelife.models.page.DaxEntry;
import pagelife.models.page.Page;
import pagelife.models.page.PageId;
import pagelife.models.page.Pte;
import pagelife.models.page.WaitQueue;
import pagelife.models.parts.Calls;

/** A file whose pages are mapped and pinned, and a truncate of it. */
public final class Layouts implements Protocol {
    private final Kernel kernel;
    private final Operations operations;
    private final Model model;
    private final Books books;

    private Layouts(String name, Choices ruled, Choices bounds, Workload workload) {
        ModelBuilder builder = Model.builder(name);
        this.kernel = new Kernel(builder, new Rules(ruled), Bounds.indices(bounds));
        this.operations = new LayoutsOperations(kernel).all();
        workload.declare(builder, operations);
        this.model = builder.build();
        this.books = declareBooks();
    }

    static Layouts make(String name, Choices rules, Choices bounds, Workload workload) {
        return new Layouts(name, rules, bounds, workload);
    }

    @Override
    public Operations operations() {
        return operations;
    }

    /** Who truncates the file. */
    public Seq<Actor> truncates() {
        return model.actors().filter(actor -> actor.runs(Calls.TRUNCATE));
    }

    @Override
    public Model model() {
        return model;
    }

    private Books declareBooks() {
        Books pages = pages().foldLeft(
                        Books.of(model).standing(view -> kernel.bases()),
                        (all, page) -> all.page(page, kernel.page(page)));
        return kernel.indices().foldLeft(pages, (all, at) -> all.entry(Kernel.pteAt(at), kernel.pte(at)));
    }

    @Override
    public Books books() {
        return books;
    }

    /** The rules it obeys. */
    public Rules rules() {
        return kernel.rules();
    }

    /** The pages of the file. */
    public Seq<PageId> pages() {
        return kernel.pages();
    }

    /** {@code struct page}. */
    public Cell<Page> page(PageId of) {
        return kernel.page(of);
    }

    /** Who waits for a page. */
    public Cell<WaitQueue> waiters(PageId of) {
        return kernel.queue(of);
    }

    /** Who owns the storage behind a page. */
    public Cell<Custody> block(PageId of) {
        return kernel.block(of);
    }

    /** The DAX entries of the file. */
    public Seq<Cell<DaxEntry>> entries() {
        return kernel.indices().map(kernel::entry);
    }

    /** Who may change what pages the file has. */
    public Cell<RwSem.Holders> invalidateLock() {
        return kernel.invalidateLock();
    }

    /** The entries of the page table. */
    public Seq<Cell<Pte>> ptes() {
        return kernel.indices().map(kernel::pte);
    }
}
