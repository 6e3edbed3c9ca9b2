package pagelife.models.kernel;

import pagelife.checker.model.Cell;
import pagelife.checker.model.Now;
import pagelife.checker.model.StepView;
import pagelife.checker.model.View;
import pagelife.models.page.DaxEntry;

/**
 * The lock bit of an entry of an XArray, changed under {@code xa_lock}: fs/dax.c, 6.1 to 7.2. It knows no queue, so
 * that who waits for it cannot be missed by a wake-up; where that matters it is part of a {@link DaxEntryLock}.
 *
 * @param entry the entry
 */
public record DaxEntryBit(Cell<DaxEntry> entry) {
    /** {@code dax_is_locked}. */
    public boolean isLocked(View view) {
        return view.read(entry).locked();
    }

    /** Sleeps until it is clear, and leaves it so: {@code get_unlocked_entry}. */
    public void waitUnlocked(Now now) {
        now.await(!isLocked(now));
    }

    /** {@code dax_lock_entry}: an entry that is not locked; where there is none, a place holder. */
    public void lock(StepView view) {
        view.write(entry, view.read(entry).lock());
    }

    /** {@code dax_unlock_entry}, its wake-up left out. */
    public void unlock(StepView view) {
        view.write(entry, view.read(entry).unlock());
    }
}
