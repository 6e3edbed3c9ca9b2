package pagelife.models.fsdax;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import pagelife.checker.model.Cell;
import pagelife.checker.model.ModelBuilder;
import pagelife.checker.model.Now;
import pagelife.checker.model.Source;
import pagelife.checker.model.StepView;
import pagelife.models.Workload;
import pagelife.models.kernel.DaxEntryLock;
import pagelife.models.page.DaxEntry;
import pagelife.models.page.EntryAt;
import pagelife.models.page.MmId;
import pagelife.models.page.Owner;
import pagelife.models.page.PageEvent;
import pagelife.models.page.PageId;
import pagelife.models.page.Pagemap;
import pagelife.models.page.PteAt;
import pagelife.models.page.TaskId;
import pagelife.models.page.TlbFlush;
import pagelife.models.parts.Calls;
import pagelife.models.parts.Unmap;
import pagelife.models.parts.Zap;

/**
 * What all operations of a model share: its cells, the rules they obey, how they count, clear and wait.
 *
 * @param holes whether a file may have holes
 */
record Kernel(Rules rules, World world, Cells cells, References references, Zap zap, boolean holes)
        implements Unmap.Rules {

    static Kernel declare(ModelBuilder model, Rules rules, World world, Workload workload) {
        Seq<TaskId> walkers = rules.is(Rules.IPI_FLUSH) ? workload.callers(Calls.PIN_FAST) : Vector.empty();
        Cells cells = new Cells(model, rules, world, asksForVmas(rules, workload), walkers);
        boolean holes = world.fileCount() > 1 || workload.calls(Calls.PUNCH);
        return new Kernel(rules, world, cells, new References(rules, cells), new Zap(walkers, cells::irqs), holes);
    }

    /** Whether it matters that a file is mapped where no PTE is. */
    private static boolean asksForVmas(Rules rules, Workload workload) {
        return rules.is(Rules.MAPPED_SHORTCUT)
                || Calls.EVICTING.append(Calls.MADVISE).append(Calls.MMAP).exists(workload::calls);
    }

    /** A function of the kernel whose text this variant follows. */
    Source source(String file, String function) {
        return source(file, function, function, function);
    }

    /** A function that had another name in 5.10, in 6.1 and in 7.2. */
    Source source(String file, String in510, String in61, String in72) {
        if (rules.is(Rules.PTE_HOLDS_REFERENCE)) {
            return Source.kernel(file, in72, "7.2");
        }
        return rules.tie().putsBases() ? Source.kernel(file, in510, "5.10") : Source.kernel(file, in61, "6.1");
    }

    /** A function of the file system at hand. */
    Source source(FsCall call) {
        String[] place = call.place(rules.is(Rules.SHOOTDOWN));
        return source(place[0], place[1]);
    }

    /** Where the TLB is flushed and references of cleared PTEs are dropped. */
    Source flush() {
        return source("mm/mmu_gather.c", "tlb_finish_mmu");
    }

    /** The pagemap, where get_user_pages holds it while it grabs a page. */
    Option<Cell<Pagemap>> gupTakesPagemap() {
        return Option.when(rules.is(Rules.GUP_TAKES_PAGEMAP), cells::pagemap);
    }

    @Override
    public Option<PageId> clear(Now now, PteAt at) {
        if (!now.read(cells.pte(at)).isPresent()) {
            now.saw("nothing mapped");
        }
        return zap(now, at);
    }

    /** Clears an entry, if there is one. The page is one whose reference goes after the flush. */
    Option<PageId> zap(Now now, PteAt at) {
        return Zap.clear(now, at, cells.pte(at), cells::page);
    }

    @Override
    public TlbFlush flush(Now now, MmId mm) {
        return zap.flush(now, mm);
    }

    @Override
    public boolean isPending(Now now, TlbFlush flush) {
        return zap.isPending(now, flush);
    }

    @Override
    public void put(Now now, PageId page, PteAt at) {
        references.putMapping(now, page, at);
    }

    @Override
    public boolean puts() {
        return rules.is(Rules.PTE_HOLDS_REFERENCE);
    }

    @Override
    public boolean waits() {
        return rules.is(Rules.IPI_FLUSH);
    }

    /** The lock bit of an entry, and who sleeps for it. */
    DaxEntryLock lock(EntryAt at) {
        return new DaxEntryLock(at, cells.entry(at), cells.entryWaiters(at));
    }

    /**
     * Takes the association from the page behind an entry, deletes the entry; its waiters are still to be woken. Of a
     * place holder it does not tell: the kernel, which looks at the size of the file first, makes none beyond its end
     * (fs/dax.c dax_iomap_pte_fault of 6.1).
     */
    void deleteEntry(StepView view, EntryAt at) {
        Cell<DaxEntry> entry = cells.entry(at);
        DaxEntry before = view.read(entry);
        if (before.kind() == DaxEntry.Kind.ABSENT) {
            view.saw("no entry");
        }
        for (var page : before.page()) {
            view.write(cells.page(page), view.read(cells.page(page)).disassociate());
            if (rules.tie().isKeptByEntries()) {
                references.putPagemap(view, new Owner.Entry(at));
            }
        }
        if (before.kind() == DaxEntry.Kind.PAGE || before.kind() == DaxEntry.Kind.ZERO) {
            view.tell(new PageEvent.EntryDeleted(at, before.page()));
        }
        view.write(entry, DaxEntry.ABSENT);
    }
}
