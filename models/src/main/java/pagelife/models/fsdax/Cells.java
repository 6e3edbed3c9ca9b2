package pagelife.models.fsdax;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import pagelife.checker.model.Cell;
import pagelife.checker.model.CellFamily;
import pagelife.checker.model.ModelBuilder;
import pagelife.models.kernel.RwSem;
import pagelife.models.page.Custody;
import pagelife.models.page.DaxDevice;
import pagelife.models.page.DaxEntry;
import pagelife.models.page.EntryAt;
import pagelife.models.page.Extent;
import pagelife.models.page.FileId;
import pagelife.models.page.FileSystem;
import pagelife.models.page.Freeze;
import pagelife.models.page.Irqs;
import pagelife.models.page.MmId;
import pagelife.models.page.Page;
import pagelife.models.page.PageId;
import pagelife.models.page.Pagemap;
import pagelife.models.page.Pte;
import pagelife.models.page.PteAt;
import pagelife.models.page.TaskId;
import pagelife.models.page.Vma;
import pagelife.models.page.WaitQueue;

/** The shared variables of FS-DAX. One cell per page, per PTE, per entry, per lock: a step reads only what it needs. */
public final class Cells {
    private final CellFamily<PageId, Page> page;
    private final CellFamily<PageId, WaitQueue> pageWaiters;
    private final CellFamily<PageId, Custody> block;
    private final CellFamily<PteAt, Pte> pte;
    private final CellFamily<EntryAt, DaxEntry> entry;
    private final CellFamily<EntryAt, WaitQueue> entryWaiters;
    private final CellFamily<EntryAt, Extent> extent;
    private final CellFamily<FileId, RwSem.Holders> invalidateLock;
    private final Cell<Pagemap> pagemap;
    private final Cell<DaxDevice> device;
    private final boolean vmas;
    private final CellFamily<MmId, Vma> vma;
    private final CellFamily<TaskId, Irqs> irqs;
    private final Cell<Freeze> freeze;
    private final Cell<FileSystem> fileSystem;

    /**
     * @param vmas whether VMAs come and go
     * @param walkers the tasks that walk page tables without locks, as far as somebody asks
     */
    Cells(ModelBuilder model, Rules rules, World world, boolean vmas, Seq<TaskId> walkers) {
        this.vmas = vmas;
        page = model.cells("page", world.pages(), Page.class, p -> Page.counting(rules.idle()));
        pte = model.cells("pte", world.ptes(), Pte.class, at -> Pte.NONE);
        entry = model.cells("entry", world.entries(), DaxEntry.class, at -> DaxEntry.ABSENT);
        invalidateLock = model.cells("invalidateLock", world.files(), RwSem.Holders.class, f -> RwSem.Holders.NONE);
        pagemap = model.cell("pagemap", Pagemap.class, Pagemap.live(referencesOfPages(rules, world)));
        device = model.cell("device", DaxDevice.class, DaxDevice.ALIVE);
        block = model.cells(
                "block",
                world.pages(),
                Custody.class,
                p -> world.isSpare(p) ? Custody.FREE : Custody.of(world.files().head()));
        extent = model.cells("extent", world.entries(), Extent.class, Cells::firstExtent);
        pageWaiters = model.cells("pageWaiters", world.pages(), WaitQueue.class, p -> WaitQueue.EMPTY);
        entryWaiters = model.cells("entryWaiters", world.entries(), WaitQueue.class, at -> WaitQueue.EMPTY);
        vma = model.cells("vma", only(vmas, world.mms()), Vma.class, mm -> Vma.MAPPED);
        irqs = model.cells("irqs", walkers, Irqs.class, task -> Irqs.ON);
        freeze = model.cell("freeze", Freeze.class, Freeze.THAWED);
        fileSystem = model.cell("fileSystem", FileSystem.class, FileSystem.UP);
    }

    /** The pagemap has a reference for every page, unless pages take one when they come into use. */
    private static int referencesOfPages(Rules rules, World world) {
        return rules.tie().isTakenByPages() ? 0 : world.pages().size();
    }

    /** The first file owns all blocks, in order; the others are holes. */
    private static Extent firstExtent(EntryAt at) {
        return at.file().number() == 0 ? Extent.of(new PageId(at.index().number())) : Extent.HOLE;
    }

    private static <T> Seq<T> only(boolean needed, Seq<T> keys) {
        return needed ? keys : Vector.empty();
    }

    /** {@code struct page}. */
    public Cell<Page> page(PageId of) {
        return page.of(of);
    }

    /** Who waits for a page to become idle. */
    public Cell<WaitQueue> pageWaiters(PageId of) {
        return pageWaiters.of(of);
    }

    /** Who owns the storage behind a page. */
    public Cell<Custody> block(PageId of) {
        return block.of(of);
    }

    /** A page-table entry. */
    public Cell<Pte> pte(PteAt at) {
        return pte.of(at);
    }

    /** A DAX entry with its lock. */
    public Cell<DaxEntry> entry(EntryAt at) {
        return entry.of(at);
    }

    /** Who waits for a DAX entry to be unlocked. */
    public Cell<WaitQueue> entryWaiters(EntryAt at) {
        return entryWaiters.of(at);
    }

    /** What the file system says is at a place of a file. */
    public Cell<Extent> extent(EntryAt at) {
        return extent.of(at);
    }

    /** {@code mapping->invalidate_lock}; XFS calls it MMAPLOCK. */
    public Cell<RwSem.Holders> invalidateLock(FileId file) {
        return invalidateLock.of(file);
    }

    /** The pagemap. */
    public Cell<Pagemap> pagemap() {
        return pagemap;
    }

    /** Whether the device is alive. */
    public Cell<DaxDevice> device() {
        return device;
    }

    /**
     * Whether VMAs come and go. Where they do not, a file stays mapped after an unmapping, which may be {@code
     * MADV_DONTNEED}.
     */
    public boolean hasVmas() {
        return vmas;
    }

    /** The mapping of its file in an address space; there only if {@link #hasVmas}. */
    public Cell<Vma> vma(MmId mm) {
        return vma.of(mm);
    }

    /** Whether a page-table walker takes interrupts; there only with {@code ipiFlush}. */
    public Cell<Irqs> irqs(TaskId walker) {
        return irqs.of(walker);
    }

    /** The page-fault level of the superblock's freeze. */
    public Cell<Freeze> freeze() {
        return freeze;
    }

    /** Whether the file system works. */
    public Cell<FileSystem> fileSystem() {
        return fileSystem;
    }
}
