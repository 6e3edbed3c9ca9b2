package pagelife.models.fsdax;

import io.vavr.collection.Seq;
import io.vavr.control.Option;
import pagelife.checker.model.Cell;
import pagelife.checker.model.StepView;
import pagelife.models.page.MmId;
import pagelife.models.page.Page;
import pagelife.models.page.PageId;
import pagelife.models.page.Pte;
import pagelife.models.page.PteAt;
import pagelife.models.page.TaskId;
import pagelife.models.page.TlbFlush;

/**
 * Clears page-table entries: {@code zap_pte_range}, mm/memory.c. Under the page-table lock the entry is read and
 * cleared and its mapping uncounted; then the TLB is flushed; only then the reference of the entry is dropped.
 */
final class Zap {
    private final Cells cells;
    private final Seq<TaskId> walkers;

    /** @param walkers the tasks whose page-table walk a flush may have to wait for */
    Zap(Cells cells, Seq<TaskId> walkers) {
        this.cells = cells;
        this.walkers = walkers;
    }

    /** Clears an entry. The page is one whose reference the caller must drop after the flush. */
    Option<PageId> clear(StepView view, PteAt at) {
        Pte pte = view.read(cells.pte(at));
        if (!pte.isPresent()) {
            return Option.none();
        }
        view.write(cells.pte(at), Pte.NONE);
        if (!pte.isCounted()) {
            return Option.none(); // vm_normal_page is NULL: no rmap, no reference
        }
        Cell<Page> page = cells.page(pte.page().get());
        view.write(page, view.read(page).addMappings(-1));
        return pte.page();
    }

    /** The flush that follows when entries of {@code mm} were cleared. */
    TlbFlush flush(StepView view, MmId mm) {
        return new TlbFlush(walkers.toVector().filter(walker -> walks(view, walker, mm)));
    }

    private boolean walks(StepView view, TaskId walker, MmId mm) {
        return view.read(cells.irqs(walker)).walks().contains(mm);
    }

    /** Whether the flush still waits for somebody. */
    boolean isPending(StepView view, TlbFlush flush) {
        return flush.walkers().exists(walker -> view.read(cells.irqs(walker)).isOff());
    }
}
