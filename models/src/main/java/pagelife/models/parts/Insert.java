package pagelife.models.parts;

import java.util.function.Function;
import java.util.function.UnaryOperator;
import pagelife.checker.model.Cell;
import pagelife.checker.model.StepView;
import pagelife.models.page.Counting;
import pagelife.models.page.Owner;
import pagelife.models.page.Page;
import pagelife.models.page.PageEvent;
import pagelife.models.page.PageId;
import pagelife.models.page.Pte;
import pagelife.models.page.PteAt;

/**
 * Sets page-table entries, as every fault does in the end: under the page-table lock, and only where there is none yet.
 * {@code insert_pfn} and {@code insert_page_into_pte_locked}, mm/memory.c; {@code insert_pfn_pmd} and {@code
 * vmf_insert_folio_pmd}, mm/huge_memory.c. {@link Zap} clears them.
 *
 * @param counted whether an entry holds a reference and counts as a mapping: {@code vm_normal_page} finds its page
 * @param head the page that counts for a page
 * @param pages where a page counts
 */
public record Insert(boolean counted, UnaryOperator<PageId> head, Function<PageId, Cell<Page>> pages) {
    /** Of pages that each count for themselves. */
    public static Insert of(boolean counted, Function<PageId, Cell<Page>> pages) {
        return new Insert(counted, page -> page, pages);
    }

    /** An entry that maps a page. */
    public Pte to(PageId page) {
        return counted ? Pte.normal(page) : Pte.devmap(page);
    }

    /** Sets an entry, unless there is one: then that stays, whatever it maps. Whether there was none. */
    public boolean set(StepView view, PteAt at, Cell<Pte> entry, PageId page) {
        if (view.read(entry).isPresent()) {
            return false;
        }
        view.write(entry, to(page));
        view.tell(new PageEvent.PteSet(at, page));
        if (counted) {
            PageId counting = head.apply(page);
            Cell<Page> cell = pages.apply(counting);
            Counting.get(view, cell, counting, 1, new Owner.Mapping(at));
            view.write(cell, view.read(cell).addMappings(1));
        }
        return true;
    }
}
