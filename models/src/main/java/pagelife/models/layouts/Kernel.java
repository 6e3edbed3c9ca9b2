package pagelife.models.layouts;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import pagelife.checker.model.Cell;
import pagelife.checker.model.CellFamily;
import pagelife.checker.model.ModelBuilder;
import pagelife.checker.model.Source;
import pagelife.checker.model.StepView;
import pagelife.models.kernel.DaxEntryBit;
import pagelife.models.kernel.RwSem;
import pagelife.models.kernel.WaitQueueHead;
import pagelife.models.page.Counting;
import pagelife.models.page.Custody;
import pagelife.models.page.DaxEntry;
import pagelife.models.page.EntryAt;
import pagelife.models.page.FileId;
import pagelife.models.page.Holds;
import pagelife.models.page.Index;
import pagelife.models.page.MmId;
import pagelife.models.page.Owner;
import pagelife.models.page.Page;
import pagelife.models.page.PageEvent;
import pagelife.models.page.PageId;
import pagelife.models.page.Pte;
import pagelife.models.page.PteAt;
import pagelife.models.page.Vma;
import pagelife.models.page.WaitQueue;
import pagelife.models.parts.Insert;
import pagelife.models.parts.Zap;

/** A file with its pages, mapped in one address space: cells, and how pages are counted. */
final class Kernel {
    static final FileId FILE = new FileId(0);
    private static final MmId MM = new MmId(0);

    private final Rules rules;
    private final Seq<Index> indices;
    private final Insert insert;
    private final CellFamily<PageId, Page> page;
    private final CellFamily<PageId, WaitQueue> queue;
    private final CellFamily<PageId, Custody> block;
    private final CellFamily<Index, Pte> pte;
    private final CellFamily<Index, DaxEntry> entry;
    private final Cell<RwSem.Holders> invalidateLock;
    private final Cell<Vma> vma;

    /** Every page is mapped. */
    Kernel(ModelBuilder model, Rules rules, Seq<Index> indices) {
        this.rules = rules;
        this.indices = indices;
        this.insert = Insert.of(rules.counted(), this::page);
        page = model.cells("page", pages(), Page.class, this::first);
        pte = model.cells("pte", indices, Pte.class, at -> insert.to(pageAt(at)));
        entry = model.cells("entry", indices, DaxEntry.class, at -> DaxEntry.ABSENT.insert(pageAt(at)));
        block = model.cells("block", pages(), Custody.class, of -> Custody.of(FILE));
        queue = model.cells("pageWaiters", pages(), WaitQueue.class, of -> WaitQueue.EMPTY);
        invalidateLock = model.cell("invalidateLock", RwSem.Holders.class, RwSem.Holders.NONE);
        vma = model.cell("vma", Vma.class, Vma.MAPPED);
    }

    private Page first(PageId of) {
        Page used = Page.counting(1).associate(new EntryAt(FILE, new Index(of.number())));
        return rules.counted() ? used.addMappings(1) : used;
    }

    Rules rules() {
        return rules;
    }

    Seq<Index> indices() {
        return indices;
    }

    Seq<PageId> pages() {
        return indices.map(Kernel::pageAt);
    }

    /** The page at a place of the file, and the other way round. */
    static PageId pageAt(Index at) {
        return new PageId(at.number());
    }

    Option<Index> after(Index at) {
        return Option.when(at.number() + 1 < indices.size(), at::next);
    }

    Cell<Page> page(PageId of) {
        return page.of(of);
    }

    Cell<WaitQueue> queue(PageId of) {
        return queue.of(of);
    }

    /** Who waits until a page is idle. */
    WaitQueueHead waiters(PageId of) {
        return WaitQueueHead.of(queue(of), rules.key()).until(of);
    }

    Cell<Custody> block(PageId of) {
        return block.of(of);
    }

    Cell<Pte> pte(Index at) {
        return pte.of(at);
    }

    Cell<DaxEntry> entry(Index at) {
        return entry.of(at);
    }

    /** The lock of an entry. Nobody misses a wake-up here: who waits for it just waits. */
    DaxEntryBit entryLock(Index at) {
        return new DaxEntryBit(entry(at));
    }

    Cell<RwSem.Holders> invalidateLock() {
        return invalidateLock;
    }

    /** The invalidate lock. */
    RwSem lock() {
        return RwSem.of(invalidateLock);
    }

    Cell<Vma> vma() {
        return vma;
    }

    Source source(String file, String function) {
        return Source.kernel(file, function, rules.version());
    }

    static PteAt pteAt(Index at) {
        return new PteAt(MM, at);
    }

    static Owner mappingAt(Index at) {
        return new Owner.Mapping(pteAt(at));
    }

    /** What pages count though nobody uses them. */
    Seq<Holds> bases() {
        return rules.idle() == 0
                ? Vector.empty()
                : pages().map(page -> new Holds(page, Owner.Base.PAGEMAP, rules.idle()));
    }

    /** {@code folio_put_refs}: at the idle count it wakes who waits for the page, in one step with the put. */
    void put(StepView view, PageId of, Owner owner) {
        int left = Counting.put(view, page(of), of, 1, owner);
        if (left == 0 && rules.counted()) {
            view.tell(new PageEvent.Freed(of));
        }
        if (left == rules.idle() && rules.is(Rules.PUTS_WAKE)) {
            waiters(of).wakeUpAll(view);
        }
    }

    /** The end of a pin. */
    void unpin(StepView view, PageId of, Owner pin) {
        for (int i = 0; i < rules.unpinPuts(); i++) {
            put(view, of, pin);
        }
    }

    /** Clears an entry of the page table. The page is one whose reference must still be dropped. */
    Option<PageId> clear(StepView view, Index at) {
        return Zap.clear(view, pteAt(at), pte(at), this::page);
    }

    /** Maps a place of the file, if it is not mapped. */
    void map(StepView view, Index at) {
        insert.set(view, pteAt(at), pte(at), pageAt(at));
    }

    /** Whether the scan takes a page for busy: it has references beside its own, or beside those of its mappings. */
    boolean isBusy(StepView view, PageId of) {
        Page now = view.read(page(of));
        return rules.counted() ? now.refs() != now.mapcount() : now.refs() > 1;
    }

    /** Deletes an entry, if it is there, and takes the page from the file. */
    void delete(StepView view, Index at) {
        if (view.read(entry(at)).page().isDefined()) {
            PageId of = pageAt(at);
            view.write(page(of), view.read(page(of)).disassociate());
            view.write(entry(at), DaxEntry.ABSENT);
        }
    }
}
