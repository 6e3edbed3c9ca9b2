package pagelife.models.kernel;

import pagelife.checker.model.Cell;
import pagelife.checker.model.ModelBuilder;
import pagelife.checker.model.Now;
import pagelife.checker.model.StepView;
import pagelife.checker.model.View;

/**
 * The lock bit of a folio, {@code PG_locked}: one task takes it, another may give it back, such as the end of an I/O.
 * {@code folio_lock}, mm/filemap.c, include/linux/pagemap.h, 6.12.
 *
 * @param cell whether it is locked
 */
public record FolioLock(Cell<Bit> cell) {
    /** The bit. */
    public enum Bit {
        /** Clear. */
        UNLOCKED,
        /** Set. */
        LOCKED
    }

    /** Declares an unlocked one. */
    public static FolioLock declare(ModelBuilder model, String name) {
        return new FolioLock(model.cell(name, Bit.UNLOCKED));
    }

    /** {@code folio_lock}: sleeps until it is clear, and sets it. */
    public void lock(Now now) {
        now.await(!isLocked(now));
        now.write(cell, Bit.LOCKED);
    }

    /** {@code folio_trylock}: whether it was clear, and is set now. */
    public boolean tryLock(StepView view) {
        boolean clear = !isLocked(view);
        if (clear) {
            view.write(cell, Bit.LOCKED);
        }
        return clear;
    }

    /** {@code folio_unlock}: by whomever; an error when it is clear. */
    public void unlock(StepView view) {
        if (!isLocked(view)) {
            throw new IllegalStateException(
                    cell + " is unlocked but is not locked: VM_BUG_ON_FOLIO in folio_unlock; lock it first");
        }
        view.write(cell, Bit.UNLOCKED);
    }

    /** {@code folio_wait_locked}: sleeps until it is clear, and leaves it so. */
    public void waitUnlocked(Now now) {
        now.await(!isLocked(now));
    }

    /** {@code folio_test_locked}. */
    public boolean isLocked(View view) {
        return view.read(cell) == Bit.LOCKED;
    }
}
