package pagelife.models.fsdax;

import io.vavr.collection.Vector;
import pagelife.checker.model.Cell;
import pagelife.checker.model.StepView;
import pagelife.models.page.EntryAt;
import pagelife.models.page.Owner;
import pagelife.models.page.Page;
import pagelife.models.page.PageEvent;
import pagelife.models.page.PageEvent.How;
import pagelife.models.page.PageId;
import pagelife.models.page.Pagemap;
import pagelife.models.page.PteAt;
import pagelife.models.page.TaskId;
import pagelife.models.page.WaitKey;
import pagelife.models.page.WaitQueue;

/** Takes and drops references, and wakes, by the rules of the era. Every get and every put tells of itself. */
final class References {
    private final Rules rules;
    private final Cells cells;

    References(Rules rules, Cells cells) {
        this.rules = rules;
        this.cells = cells;
    }

    /** What waiters for a page wait on. */
    WaitKey key() {
        return rules.pteHoldsReference() ? WaitKey.FOLIO : WaitKey.REFCOUNT;
    }

    /** {@code folio_ref_inc}, {@code get_page}: takes a reference whatever the count is. */
    void get(StepView view, PageId of, Owner owner) {
        add(view, of, 1, owner, How.UNCONDITIONALLY);
    }

    /** {@code folio_try_get}: takes references unless the count is 0, or overflown below. */
    boolean getUnlessZero(StepView view, PageId of, int amount, Owner owner) {
        int before = view.read(cells.page(of)).refs();
        if (before <= 0) {
            view.tell(new PageEvent.Refused(of, before, owner));
            return false;
        }
        add(view, of, amount, owner, How.UNLESS_ZERO);
        return true;
    }

    private void add(StepView view, PageId of, int amount, Owner owner, How how) {
        Cell<Page> cell = cells.page(of);
        Page before = view.read(cell);
        Page after = before.addRefs(amount);
        view.write(cell, after);
        view.tell(new PageEvent.Get(of, amount, before.refs(), after.refs(), owner, how));
    }

    /**
     * {@code folio_put_refs}: drops references. The waiters for an idle page are told when the count comes down to that of
     * an unused page; the last put, which comes down to 0, lets go of the pagemap.
     *
     * @param wakes whether this way of putting tells the waiters
     */
    void put(StepView view, PageId of, int amount, Owner owner, boolean wakes) {
        Cell<Page> cell = cells.page(of);
        Page before = view.read(cell);
        Page after = before.addRefs(-amount);
        view.write(cell, after);
        view.tell(new PageEvent.Put(of, amount, before.refs(), after.refs(), owner));
        if (after.refs() == 0 && rules.idle() == 0) {
            view.tell(new PageEvent.Freed(of));
        }
        if (after.refs() == rules.idle() && wakes) {
            wake(view, of);
        }
        if (after.refs() == 0 && keepsPagemap()) {
            putPagemap(view, new Owner.UsedPage(of));
        }
    }

    /** Drops the reference of a PTE that was cleared, or not, or twice, by the rules. */
    void putMapping(StepView view, PageId of, PteAt at) {
        for (int i = 0; i < rules.zapPuts(); i++) {
            put(view, of, 1, new Owner.Mapping(at), true);
        }
    }

    private boolean keepsPagemap() {
        return rules.pagemapWaitsFor() == PagemapTie.BASES || rules.pagemapWaitsFor() == PagemapTie.PAGES;
    }

    /** {@code wake_up_var}: wakes all who wait for the page. */
    private void wake(StepView view, PageId of) {
        Cell<WaitQueue> cell = cells.pageWaiters(of);
        WaitQueue queue = view.read(cell);
        Vector<TaskId> woken = queue.all(key());
        view.write(cell, queue.wake(woken));
        view.tell(new PageEvent.Wake(of, key(), woken));
    }

    /** {@code dax_unlock_entry} wakes one waiter, the deletion of an entry all of them. */
    void wakeEntry(StepView view, EntryAt at, boolean all) {
        Cell<WaitQueue> cell = cells.entryWaiters(at);
        WaitQueue queue = view.read(cell);
        Vector<TaskId> woken = all ? queue.all(WaitKey.ENTRY) : queue.one(WaitKey.ENTRY);
        view.write(cell, queue.wake(woken));
        view.tell(new PageEvent.WakeEntry(at, woken));
    }

    /** {@code percpu_ref_tryget_live} on the pagemap. */
    boolean getPagemap(StepView view, Owner owner) {
        Pagemap before = view.read(cells.pagemap());
        if (before.isLive()) {
            count(view, before, 1, owner);
        }
        return before.isLive();
    }

    /** {@code percpu_ref_put} on the pagemap. Who waits for the last one looks at the count itself. */
    void putPagemap(StepView view, Owner owner) {
        count(view, view.read(cells.pagemap()), -1, owner);
    }

    /** {@code percpu_ref_put_many} on the pagemap, by the pagemap itself. */
    void putPagemapInBulk(StepView view, int refs) {
        count(view, view.read(cells.pagemap()), -refs, Owner.Base.PAGEMAP);
    }

    private void count(StepView view, Pagemap before, int change, Owner owner) {
        view.write(cells.pagemap(), before.addRefs(change));
        view.tell(new PageEvent.PagemapCount(before.refs(), before.refs() + change, owner));
    }
}
