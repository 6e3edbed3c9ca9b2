package pagelife.models.pagefree;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import pagelife.checker.model.At;
import pagelife.checker.model.Cell;
import pagelife.checker.model.Model;
import pagelife.checker.model.ModelBuilder;
import pagelife.checker.model.Script;
import pagelife.checker.model.View;
import pagelife.models.Choices;
import pagelife.models.Protocol;
import pagelife.models.page.Books;
import pagelife.models.page.Page;
import pagelife.models.page.PageId;
import pagelife.models.page.Pagemap;
import pagelife.models.page.Pte;
import pagelife.models.page.TaskId;

/** The free path of device pages, with those who use a page of one type. */
public final class Pagefree implements Protocol {
    private final Kernel kernel;
    private final Option<Cell<Pte>> pte;
    private final Model model;
    private final Books books;

    private Pagefree(String name, Choices ruled, Choices bounded) {
        ModelBuilder builder = Model.builder(name);
        this.kernel = new Kernel(builder, Rules.of(ruled, bounded));
        this.pte = declareUsers(builder);
        this.model = builder.build();
        Books pages = kernel.books(model);
        this.books = pte.map(cell -> pages.entry(FileUsers.AT, cell)).getOrElse(pages);
    }

    static Pagefree make(String name, Choices rules, Choices bounds) {
        return new Pagefree(name, rules, bounds);
    }

    private Option<Cell<Pte>> declareUsers(ModelBuilder builder) {
        if (kernel.rules().type() == PageType.FSDAX) {
            Cell<Pte> entry = builder.cell("pte", Pte.NONE);
            new FileUsers(kernel, entry).declare(builder);
            return Option.some(entry);
        }
        Vector.of("A", "B").forEach(name -> builder.task(name, own -> user(new TaskId(name))));
        return Option.none();
    }

    private Script user(TaskId task) {
        return kernel.rules().type().isMigratable()
                ? new AnonUser(kernel, task).script()
                : new PeerUser(kernel, task).script();
    }

    @Override
    public Model model() {
        return model;
    }

    @Override
    public Books books() {
        return books;
    }

    /** The rules it obeys. */
    public Rules rules() {
        return kernel.rules();
    }

    /** The one page. */
    public PageId pageId() {
        return Kernel.PAGE;
    }

    /** {@code struct page}. */
    public Cell<Page> page() {
        return kernel.page();
    }

    /** The programs whose memory is in the page. */
    public Seq<TaskId> inDevice(View view) {
        return kernel.rules().type().isMigratable()
                ? model.actors()
                        .filter(actor -> view.at(actor, at -> At.isAt(at, AnonUser.IN_DEVICE, AnonUser.TOUCHED)))
                        .map(actor -> new TaskId(actor.name()))
                : Vector.empty();
    }

    /** {@code page->mapping}. */
    public Cell<Mapping> mapping() {
        return kernel.mapping();
    }

    /** The mapping of a page of the file. */
    public Mapping fileMapping() {
        return FileUsers.FILE;
    }

    /** Whether the page is charged to a memory cgroup. */
    public Cell<Boolean> charged() {
        return kernel.charged();
    }

    /** Whose turn it is to use the page. */
    public Cell<Custody> custody() {
        return kernel.custody();
    }

    /** The pagemap. */
    public Cell<Pagemap> pagemap() {
        return kernel.pagemap();
    }

    /** The entry that maps the page; there only for a page of a file. */
    public Option<Cell<Pte>> pte() {
        return pte;
    }
}
