package pagelife.models.layouts;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import pagelife.checker.model.Cell;
import pagelife.checker.model.Model;
import pagelife.checker.model.ModelBuilder;
import pagelife.models.Choices;
import pagelife.models.Protocol;
import pagelife.models.page.Block;
import pagelife.models.page.Books;
import pagelife.models.page.Index;
import pagelife.models.page.Page;
import pagelife.models.page.PageId;
import pagelife.models.page.Pte;
import pagelife.models.page.TaskId;
import pagelife.models.page.Tasks;
import pagelife.models.page.WaitQueue;

/** A file whose pages are mapped and pinned, and a truncate of it. */
public final class Layouts implements Protocol {
    private final Kernel kernel;
    private final Model model;
    private final Books books;

    private Layouts(String name, Choices ruled, Choices bounds) {
        ModelBuilder builder = Model.builder(name);
        int pages = bounds.number("pages");
        Seq<PageId> pinned = pinned(bounds.get("pinned"), pages);
        this.kernel = new Kernel(builder, Rules.of(ruled), pages, pinned);
        declareUsers(builder, bounds, pinned);
        Writers writers = new Writers(kernel);
        if (bounds.number("writebacks") > 0) {
            builder.task("writeback", own -> writers.writeback());
        }
        if (bounds.number("evictions") > 0) {
            builder.task("evict", own -> writers.eviction());
        }
        builder.task(Truncate.TASK.name(), own -> new Truncate(kernel).script());
        this.model = builder.build();
        this.books = declareBooks();
    }

    private void declareUsers(ModelBuilder builder, Choices bounds, Seq<PageId> pinned) {
        Users users = new Users(kernel);
        for (PageId page : pinned) {
            TaskId task = new TaskId("pin-" + page);
            builder.task(task.name(), own -> users.holder(task, page));
        }
        Tasks.named("gup", bounds.number("gups"))
                .forEach(task -> builder.task(task.name(), own -> users.pinner(task, Index.FIRST)));
        Tasks.named("fault", bounds.number("faults"))
                .forEach(task -> builder.task(task.name(), own -> users.fault(Index.FIRST)));
        if (bounds.number("munmaps") > 0) {
            builder.task("munmap", own -> users.munmap());
        }
    }

    static Layouts make(String name, Choices rules, Choices bounds) {
        return new Layouts(name, rules, bounds);
    }

    private static Seq<PageId> pinned(String which, int pages) {
        Seq<PageId> all = Vector.range(0, pages).map(PageId::new);
        return switch (which) {
            case "all" -> all;
            case "first" -> all.take(1);
            case "last" -> all.takeRight(1);
            default -> Vector.empty();
        };
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
    public Cell<Block> block(PageId of) {
        return kernel.block(of);
    }

    /** The entries of the page table. */
    public Seq<Cell<Pte>> ptes() {
        return kernel.indices().map(kernel::pte);
    }
}
