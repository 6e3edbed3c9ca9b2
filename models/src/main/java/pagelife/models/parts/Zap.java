package pagelife.models.parts;

import io.vavr.collection.Seq;
import io.vavr.control.Option;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import pagelife.checker.model.Cell;
import pagelife.checker.model.StepView;
import pagelife.models.page.Irqs;
import pagelife.models.page.MmId;
import pagelife.models.page.Page;
import pagelife.models.page.PageEvent;
import pagelife.models.page.PageId;
import pagelife.models.page.Pte;
import pagelife.models.page.PteAt;
import pagelife.models.page.TaskId;
import pagelife.models.page.TlbFlush;

/**
 * Clears page-table entries: {@code zap_pte_range}, mm/memory.c. Under the page-table lock the entry is read and
 * cleared and its mapping uncounted; then the TLB is flushed; only then the reference of the entry is dropped.
 *
 * <p>7.2 uncounts the mapping of a dirty entry a little later, after a flush of its own ({@code tlb_flush_rmaps}). It is
 * the same hold of the page-table lock; who looks at the mapcount without that lock is the look for busy pages, and it
 * has taken the lock itself, to unmap, after this one left it. So nobody can tell, and it is one step here.
 *
 * @param walkers the tasks whose page-table walk a flush may have to wait for; none where no flush waits
 * @param irqs whether a walker takes interrupts
 */
public record Zap(Seq<TaskId> walkers, Function<TaskId, Cell<Irqs>> irqs) {
    /** Clears an entry. The page is one whose reference the caller must drop after the flush. */
    public static Option<PageId> clear(StepView view, PteAt at, Cell<Pte> entry, Function<PageId, Cell<Page>> pages) {
        return clear(view, at, entry, page -> page, pages);
    }

    /**
     * Clears an entry of a page that may be the tail of a compound one.
     *
     * @param head the page that counts for a page
     */
    public static Option<PageId> clear(
            StepView view, PteAt at, Cell<Pte> entry, UnaryOperator<PageId> head, Function<PageId, Cell<Page>> pages) {
        Pte pte = view.read(entry);
        if (!pte.isPresent()) {
            return Option.none();
        }
        view.write(entry, Pte.NONE);
        pte.page().forEach(page -> view.tell(new PageEvent.PteCleared(at, page)));
        if (!pte.isCounted()) {
            return Option.none(); // vm_normal_page is NULL: no rmap, no reference
        }
        PageId counting = head.apply(pte.page().get());
        Cell<Page> page = pages.apply(counting);
        view.write(page, view.read(page).addMappings(-1));
        return Option.some(counting);
    }

    /** The flush that follows when entries of {@code mm} were cleared: it waits for those who walk its tables. */
    public TlbFlush flush(StepView view, MmId mm) {
        return new TlbFlush(walkers.toVector()
                .filter(walker -> view.read(irqs.apply(walker)).walks().contains(mm)));
    }

    /** Whether the flush still waits for somebody. */
    public boolean isPending(StepView view, TlbFlush flush) {
        return flush.walkers().exists(walker -> view.read(irqs.apply(walker)).isOff());
    }
}
