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
}
