package pagelife.models.page;

import pagelife.checker.model.Cell;
import pagelife.checker.model.StepView;

/** Takes and drops references, and tells for whom. */
public final class Counting {
    private Counting() {}

    /** {@code get_page}, {@code folio_ref_add}: takes references whatever the count is. */
    public static void get(StepView view, Cell<Page> cell, PageId page, int amount, Owner owner) {
        add(view, cell, page, amount, owner, PageEvent.How.UNCONDITIONALLY);
    }

    /** {@code folio_ref_inc} on a page that may count 0, by somebody who keeps all others away. */
    public static void getLicensed(StepView view, Cell<Page> cell, PageId page, int amount, Owner owner) {
        add(view, cell, page, amount, owner, PageEvent.How.LICENSED);
    }

    /** {@code try_get_page}: takes references unless the count is 0, or overflown below. */
    public static boolean getUnlessZero(StepView view, Cell<Page> cell, PageId page, int amount, Owner owner) {
        int before = view.read(cell).refs();
        if (before <= 0) {
            view.tell(new PageEvent.Refused(page, before, owner));
            return false;
        }
        add(view, cell, page, amount, owner, PageEvent.How.UNLESS_ZERO);
        return true;
    }

    private static void add(StepView view, Cell<Page> cell, PageId page, int amount, Owner owner, PageEvent.How how) {
        Page before = view.read(cell);
        view.write(cell, before.addRefs(amount));
        view.tell(new PageEvent.Get(page, amount, before.refs(), before.refs() + amount, owner, how));
    }

    /**
     * {@code put_page}, {@code folio_put_refs}: drops references.
     *
     * @return the count after it
     */
    public static int put(StepView view, Cell<Page> cell, PageId page, int amount, Owner owner) {
        Page before = view.read(cell);
        Page after = before.addRefs(-amount);
        view.write(cell, after);
        view.tell(new PageEvent.Put(page, amount, before.refs(), after.refs(), owner));
        return after.refs();
    }

    /** {@code set_page_count}: a plain store, whatever came between; {@code owner} holds as many afterwards. */
    public static void store(StepView view, Cell<Page> cell, PageId page, int refs, Owner owner) {
        Page before = view.read(cell);
        view.write(cell, before.addRefs(refs - before.refs()));
        view.tell(new PageEvent.Stored(page, before.refs(), refs, owner));
    }

    /** {@code percpu_ref_tryget_live}: takes a reference of a pagemap that lives. */
    public static boolean tryGet(StepView view, Cell<Pagemap> cell, Owner owner) {
        boolean live = view.read(cell).isLive();
        if (live) {
            change(view, cell, 1, owner);
        }
        return live;
    }

    /** {@code percpu_ref_get_many}: takes references of a pagemap. */
    public static void get(StepView view, Cell<Pagemap> cell, int amount, Owner owner) {
        change(view, cell, amount, owner);
    }

    /** {@code percpu_ref_put_many}: drops references of a pagemap. */
    public static void put(StepView view, Cell<Pagemap> cell, int amount, Owner owner) {
        change(view, cell, -amount, owner);
    }

    /** {@code percpu_ref_kill}: the pagemap lets go of its first reference and gives no new one out. */
    public static void kill(StepView view, Cell<Pagemap> cell) {
        Pagemap before = view.read(cell);
        view.write(cell, before.kill());
        tell(view, before.refs(), -1, Owner.Base.PAGEMAP);
    }

    private static void change(StepView view, Cell<Pagemap> cell, int change, Owner owner) {
        Pagemap before = view.read(cell);
        view.write(cell, before.addRefs(change));
        tell(view, before.refs(), change, owner);
    }

    private static void tell(StepView view, int before, int change, Owner owner) {
        view.tell(new PageEvent.Count(
                Pagemap.Id.PAGEMAP, change, before, before + change, owner, PageEvent.How.UNCONDITIONALLY));
    }
}
