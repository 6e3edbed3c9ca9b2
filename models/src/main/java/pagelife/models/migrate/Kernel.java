package pagelife.models.migrate;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import pagelife.checker.model.Cell;
import pagelife.checker.model.CellFamily;
import pagelife.checker.model.Model;
import pagelife.checker.model.ModelBuilder;
import pagelife.checker.model.Source;
import pagelife.checker.model.StepView;
import pagelife.models.kernel.FolioLock;
import pagelife.models.kernel.PercpuRef;
import pagelife.models.page.Books;
import pagelife.models.page.Counting;
import pagelife.models.page.Holds;
import pagelife.models.page.Index;
import pagelife.models.page.MmId;
import pagelife.models.page.Owner;
import pagelife.models.page.Page;
import pagelife.models.page.PageId;
import pagelife.models.page.Pagemap;
import pagelife.models.page.Pte;
import pagelife.models.page.PteAt;
import pagelife.models.page.TaskId;

/** The two pages, the entries that refer to them, and how they are counted. */
final class Kernel {
    static final PageId HOST = new PageId(0);
    static final PageId DEVICE = new PageId(1);

    private final Rules rules;
    private final Seq<MmId> mms;
    private final CellFamily<MmId, Pte> pte;
    private final CellFamily<PageId, Page> page;
    private final FolioLock lock;
    private final Cell<Pagemap> pagemap;
    private final CellFamily<TaskId, Boolean> spins;

    /**
     * @param first where the memory is
     * @param cpus the tasks that may spin in the kernel, where that matters
     */
    Kernel(ModelBuilder model, Rules rules, Seq<MmId> mms, PageId first, Seq<TaskId> cpus) {
        this.rules = rules;
        this.mms = mms;
        Pte mapped = first.equals(DEVICE) ? rules.entry(DEVICE) : Pte.normal(HOST);
        pte = model.cells("pte", mms, Pte.class, mm -> mm.equals(MigrateOperations.PARENT) ? mapped : Pte.NONE);
        page = model.cells("page", Vector.of(HOST, DEVICE), Page.class, of -> used(of.equals(first)));
        lock = FolioLock.declare(model, "lock(" + DEVICE + ")");
        pagemap = model.cell("pagemap", Pagemap.live(first.equals(DEVICE) ? 1 : 0));
        spins = model.cells("spins", cpus, Boolean.class, task -> false);
    }

    private static Page used(boolean used) {
        return used ? Page.counting(1).addMappings(1) : Page.counting(0);
    }

    /**
     * Every entry that refers to a page got a reference of it when it was set; a device page in use holds the pagemap.
     */
    Books books(Model model) {
        Holds used = new Holds(Pagemap.Id.PAGEMAP, new Owner.UsedPage(DEVICE), 1);
        Books pages = Books.of(model)
                .page(HOST, page(HOST))
                .page(DEVICE, page(DEVICE))
                .pagemap(pagemap, DEVICE::equals)
                .holder(page(DEVICE), page -> page.refs() > 0 ? Vector.of(used) : Vector.empty());
        return pte.cells().foldLeft(pages, (books, cell) -> books.holder(cell, Kernel::holds));
    }

    private static Seq<Holds> holds(Pte pte) {
        return pte.page().map(page -> new Holds(page, Owner.Entries.ALL, 1)).toVector();
    }

    Rules rules() {
        return rules;
    }

    Source source(String file, String function) {
        return Source.kernel(file, function, "6.1");
    }

    Seq<MmId> mms() {
        return mms;
    }

    /** Where the entry of an address space stands: it has one page of memory. */
    static PteAt pteAt(MmId mm) {
        return new PteAt(mm, Index.FIRST);
    }

    Cell<Pte> pte(MmId mm) {
        return pte.of(mm);
    }

    Seq<Cell<Pte>> ptes() {
        return pte.cells();
    }

    Cell<Page> page(PageId of) {
        return page.of(of);
    }

    /** The lock of the device page. */
    FolioLock lock() {
        return lock;
    }

    Cell<Pagemap> pagemap() {
        return pagemap;
    }

    void get(StepView view, PageId page, Owner owner) {
        Counting.get(view, page(page), page, 1, owner);
    }

    /** The first reference of a page that was just allocated. */
    void getFirst(StepView view, PageId page, Owner owner) {
        Counting.getLicensed(view, page(page), page, 1, owner);
    }

    /** Takes a mapping off a page. */
    void unmap(StepView view, PageId page) {
        view.write(page(page), view.read(page(page)).addMappings(-1));
    }

    /** Adds a mapping to a page, with its reference. */
    void map(StepView view, PageId page, Owner owner) {
        get(view, page, owner);
        view.write(page(page), view.read(page(page)).addMappings(1));
    }

    /** Drops a reference. The last one of the device page gives it back to the driver, and lets go of the pagemap. */
    void put(StepView view, PageId page, Owner owner) {
        if (Counting.put(view, page(page), page, 1, owner) == 0 && page.equals(DEVICE)) {
            PercpuRef.of(pagemap).putMany(view, 1, new Owner.UsedPage(DEVICE));
        }
    }

    /** Whether migrations wait for work on all CPUs. */
    boolean drains() {
        return !spins.keys().isEmpty();
    }

    /** Whether every CPU gets to the work that is queued on it: one that spins in the kernel does not. */
    boolean nobodySpins(StepView view) {
        return spins.cells().forAll(cell -> !view.read(cell));
    }

    void spins(StepView view, TaskId task, boolean now) {
        view.write(spins.of(task), now);
    }
}
