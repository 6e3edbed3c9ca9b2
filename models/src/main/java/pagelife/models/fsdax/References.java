package pagelife.models.fsdax;

import pagelife.checker.model.StepView;
import pagelife.models.Rule;
import pagelife.models.kernel.PercpuRef;
import pagelife.models.kernel.WaitQueueHead;
import pagelife.models.page.Counting;
import pagelife.models.page.Owner;
import pagelife.models.page.PageEvent;
import pagelife.models.page.PageId;
import pagelife.models.page.PteAt;
import pagelife.models.page.WaitKey;

/** Takes and drops references, and wakes, by the rules of the era. Every get and every put tells of itself. */
final class References {
    private final Rules rules;
    private final Cells cells;

    References(Rules rules, Cells cells) {
        this.rules = rules;
        this.cells = cells;
    }

    /** Who waits until a page is idle, and what they listen to. */
    WaitQueueHead waiters(PageId of) {
        WaitKey key = rules.is(Rules.PTE_HOLDS_REFERENCE) ? WaitKey.FOLIO : WaitKey.REFCOUNT;
        return WaitQueueHead.of(cells.pageWaiters(of), key).until(of);
    }

    /** {@code folio_ref_inc}, {@code get_page}: takes a reference whatever the count is. */
    void get(StepView view, PageId of, Owner owner) {
        Counting.get(view, cells.page(of), of, 1, owner);
    }

    /** {@code folio_try_get}: takes references unless the count is 0, or overflown below. */
    boolean getUnlessZero(StepView view, PageId of, int amount, Owner owner) {
        return Counting.getUnlessZero(view, cells.page(of), of, amount, owner);
    }

    /**
     * {@code folio_put_refs}: drops references. The waiters for an idle page are told when the count comes down to that
     * of an unused page; the last put, which comes down to 0, lets go of the pagemap.
     */
    void put(StepView view, PageId of, int amount, Owner owner) {
        int after = drop(view, of, amount, owner);
        if (after == rules.idle()) {
            waiters(of).wakeUpAll(view);
        }
        release(view, of, after);
    }

    /** Drops references as {@link #put} does, in a way that tells the waiters only if {@code wakes} says so. */
    void put(StepView view, PageId of, int amount, Owner owner, Rule<Boolean> wakes) {
        if (rules.is(wakes)) {
            put(view, of, amount, owner);
        } else {
            release(view, of, drop(view, of, amount, owner));
        }
    }

    private int drop(StepView view, PageId of, int amount, Owner owner) {
        int after = Counting.put(view, cells.page(of), of, amount, owner);
        if (after == 0 && rules.idle() == 0) {
            view.tell(new PageEvent.Freed(of));
        }
        return after;
    }

    private void release(StepView view, PageId of, int refs) {
        if (refs == 0 && rules.tie().isKeptByPages()) {
            putPagemap(view, new Owner.UsedPage(of));
        }
    }

    /** Drops the reference of a PTE that was cleared, or not, or twice, by the rules. */
    void putMapping(StepView view, PageId of, PteAt at) {
        for (int i = 0; i < rules.get(Rules.ZAP_PUTS); i++) {
            put(view, of, 1, new Owner.Mapping(at));
        }
    }

    /** {@code percpu_ref_tryget_live} on the pagemap. */
    boolean getPagemap(StepView view, Owner owner) {
        return PercpuRef.of(cells.pagemap()).trygetLive(view, owner);
    }

    /** {@code percpu_ref_put} on the pagemap. Who waits for the last one looks at the count itself. */
    void putPagemap(StepView view, Owner owner) {
        PercpuRef.of(cells.pagemap()).putMany(view, 1, owner);
    }
}
