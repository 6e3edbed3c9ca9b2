package pagelife.models.pagefree;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import pagelife.checker.model.At;
import pagelife.checker.model.Cell;
import pagelife.checker.model.Model;
import pagelife.checker.model.ModelBuilder;
import pagelife.checker.model.Operation;
import pagelife.checker.model.Operations;
import pagelife.checker.model.Script;
import pagelife.checker.model.View;
import pagelife.models.Choices;
import pagelife.models.Protocol;
import pagelife.models.Workload;
import pagelife.models.page.Books;
import pagelife.models.page.Custody;
import pagelife.models.page.Mapping;
import pagelife.models.page.Page;
import pagelife.models.page.PageId;
import pagelife.models.page.Pagemap;
import pagelife.models.page.Pte;
import pagelife.models.page.TaskId;
import pagelife.models.parts.Calls;

/** The free path of device pages, with those who use a page of one type. */
public final class Pagefree implements Protocol {
    /** The operation that uses the page and gives it back. */
    public static final String USE = "use";

    private static final String FAULT = "fault";
    private static final String LARGE_FOLIO = "large folio";

    private final Kernel kernel;
    private final Option<Cell<Pte>> pte;
    private final Operations operations;
    private final boolean larger;
    private final Model model;
    private final Books books;

    private Pagefree(String name, Choices ruled, Choices bounded, Workload workload) {
        ModelBuilder builder = Model.builder(name);
        Rules rules = new Rules(ruled, bounded);
        this.larger = workload.calls(LARGE_FOLIO);
        if (larger) {
            rules.requireLargerFolios();
        }
        this.kernel = new Kernel(builder, rules, larger);
        this.pte = Option.when(rules.type() == PageType.FSDAX, () -> builder.cell("pte", Pte.NONE));
        this.operations = pte.map(this::ofFile).getOrElse(this::ofDriver);
        workload.declare(builder, operations);
        this.model = builder.build();
        Books pages = kernel.books(model);
        this.books = pte.map(cell -> pages.entry(FileUsers.AT, cell)).getOrElse(pages);
    }

    static Pagefree make(String name, Choices rules, Choices bounds, Workload workload) {
        return new Pagefree(name, rules, bounds, workload);
    }

    /** What the tasks do unless somebody says otherwise. */
    static Workload usual(Choices bounds) {
        Workload first = bounds.get(PagefreeFamily.LARGER_FOLIOS) > 0
                ? Workload.NONE.task("driver", LARGE_FOLIO)
                : Workload.NONE;
        return bounds.get(Rules.TYPE) == PageType.FSDAX
                ? first.task("fault", FAULT)
                        .task("gup", Calls.PIN + "; " + Calls.UNPIN)
                        .task("truncate", Calls.TRUNCATE)
                : first.task("A", USE).task("B", USE);
    }

    private Operations ofFile(Cell<Pte> entry) {
        FileUsers users = new FileUsers(kernel, entry);
        return Operations.of(
                Operation.of(FAULT, "associate the page with the file and map it", task -> users.fault()),
                Operation.of(Calls.PIN, "get_user_pages through the mapping", users::pin),
                users.unpin().undoes(Calls.PIN),
                Operation.of(Calls.TRUNCATE, "unmap the page and take it from the file", task -> users.truncate()));
    }

    private Operations ofDriver() {
        return Operations.of(
                Operation.of(
                        USE,
                        kernel.rules().type().isMigratable()
                                ? "migrate memory into the page; exit, or touch it so that it comes back"
                                : "allocate the page, map it, unmap it",
                        task -> user(TaskId.of(task))),
                Operation.of(
                        LARGE_FOLIO,
                        "the driver makes the free page a tail of a larger folio, and frees that",
                        task -> kernel.folio().get().script()));
    }

    private Script user(TaskId task) {
        return kernel.rules().type().isMigratable()
                ? new AnonUser(kernel, task).script()
                : new PeerUser(kernel, task).script();
    }

    @Override
    public Operations operations() {
        return operations;
    }

    /** Whether the driver may build a larger folio of which the page is a tail. */
    public boolean largerFolios() {
        return larger;
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
    public Mapping mapping(View view) {
        return kernel.mapping(view);
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
