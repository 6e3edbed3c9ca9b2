package pagelife.models.kernel;

import pagelife.checker.model.Cell;
import pagelife.checker.model.ModelBuilder;
import pagelife.checker.model.StepView;
import pagelife.checker.model.View;
import pagelife.models.page.Books;
import pagelife.models.page.Counted;
import pagelife.models.page.Holds;
import pagelife.models.page.Owner;
import pagelife.models.page.PageEvent.How;

/**
 * {@code _refcount} of a page or folio, where it is frozen: 0 for all others, while the references are still held.
 * include/linux/page_ref.h, include/linux/mm.h, 6.12. Where nobody freezes, {@link pagelife.models.page.Counting} does.
 */
public final class FolioRef {
    /**
     * The count.
     *
     * @param refs what everybody sees
     * @param frozen the references that a freeze hides; 0 when there is none
     */
    public record Refs(int refs, int frozen) {
        @Override
        public String toString() {
            return frozen == 0 ? Integer.toString(refs) : "0, " + frozen + " frozen";
        }
    }

    private final Cell<Refs> cell;
    private final Counter counter;

    private FolioRef(Cell<Refs> cell, Counted what) {
        this.cell = cell;
        this.counter = new Counter(what);
    }

    /** Declares the count of something: a page, or what its name says. */
    public static FolioRef declare(ModelBuilder model, String name, Counted what, int initial) {
        return new FolioRef(model.cell(name, new Refs(initial, 0)), what);
    }

    /** Declares the count of something that is called as its cell is. */
    public static FolioRef declare(ModelBuilder model, String name, int initial) {
        return declare(model, name, new CountId(name), initial);
    }

    /** What is counted. */
    public Counted what() {
        return counter.what();
    }

    /** Where the count stands. */
    public Cell<Refs> cell() {
        return cell;
    }

    /** {@code folio_ref_count}. */
    public int read(View view) {
        return view.read(cell).refs();
    }

    /** {@code folio_get}: for who holds a reference already. */
    public void get(StepView view, Owner owner) {
        counter.got(view, 1, read(view), owner, How.UNCONDITIONALLY);
        change(view, 1);
    }

    /** {@code page_ref_add_unless}: whether it added. */
    public boolean addUnless(StepView view, int amount, int unless, Owner owner) {
        int before = read(view);
        if (before == unless) {
            return false;
        }
        counter.got(view, amount, before, owner, How.UNLESS_ZERO);
        change(view, amount);
        return true;
    }

    /** {@code folio_try_get}: whether a reference was taken. */
    public boolean tryGet(StepView view, Owner owner) {
        return addUnless(view, 1, 0, owner);
    }

    /** {@code folio_put_testzero}: whether it was the last reference. */
    public boolean putTestzero(StepView view, Owner owner) {
        counter.put(view, 1, read(view), owner);
        change(view, -1);
        return read(view) == 0;
    }

    /**
     * {@code folio_ref_freeze}: if the count is exactly what the caller can explain, nobody sees it from now on.
     * Whether it is frozen.
     */
    public boolean freeze(StepView view, int expected) {
        boolean exact = view.read(cell).equals(new Refs(expected, 0));
        if (exact) {
            view.write(cell, new Refs(0, expected));
        }
        return exact;
    }

    /** {@code folio_ref_unfreeze}: everybody sees it again. A plain store: who came between is lost. */
    public void unfreeze(StepView view) {
        view.write(cell, new Refs(view.read(cell).frozen(), 0));
    }

    private void change(StepView view, int by) {
        Refs before = view.read(cell);
        view.write(cell, new Refs(before.refs() + by, before.frozen()));
    }

    /** That somebody holds a reference: what a place of a script {@code has}. */
    public Holds heldBy(Owner owner) {
        return new Holds(what(), owner, 1);
    }

    /** Those books with this count, the frozen references included. */
    public Books in(Books books) {
        return books.count(
                what(),
                cell,
                refs -> refs.refs() + refs.frozen(),
                (before, refs) -> before.frozen() > 0 ? new Refs(0, refs) : new Refs(refs, 0));
    }
}
