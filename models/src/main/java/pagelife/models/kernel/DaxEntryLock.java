package pagelife.models.kernel;

import io.vavr.collection.Vector;
import pagelife.checker.model.Cell;
import pagelife.checker.model.Now;
import pagelife.checker.model.StepView;
import pagelife.checker.model.View;
import pagelife.models.page.DaxEntry;
import pagelife.models.page.EntryAt;
import pagelife.models.page.PageEvent;
import pagelife.models.page.TaskId;
import pagelife.models.page.WaitKey;
import pagelife.models.page.WaitQueue;

/**
 * The {@linkplain DaxEntryBit lock bit} of an entry of an XArray, changed under {@code xa_lock}, and those who sleep
 * until it is clear: fs/dax.c, 6.1 to 7.2. Each call is done in one hold of {@code xa_lock}, wake-ups included.
 *
 * @param at which entry
 * @param entry the entry
 * @param waiters who sleeps
 */
public record DaxEntryLock(EntryAt at, Cell<DaxEntry> entry, Cell<WaitQueue> waiters) {
    /** {@code dax_is_locked}. */
    public boolean isLocked(View view) {
        return bit().isLocked(view);
    }

    private DaxEntryBit bit() {
        return new DaxEntryBit(entry);
    }

    private WaitQueueHead head() {
        return WaitQueueHead.of(waiters, WaitKey.ENTRY);
    }

    /** Sleeps until it is clear, and leaves it so. It is not in the queue, and takes no wake-up from who is. */
    public void waitUnlocked(Now now) {
        bit().waitUnlocked(now);
    }

    /** Queues a task that found the entry locked and does not want it itself: {@code wait_entry_unlocked}. */
    public void enqueue(StepView view, TaskId task) {
        head().prepareToWait(view, task);
    }

    /** Queues a task that found the entry locked and wants it: {@code get_unlocked_entry}. */
    public void enqueueExclusive(StepView view, TaskId task) {
        head().prepareToWaitExclusive(view, task);
    }

    /** Whether a task that queued was not woken yet. */
    public boolean isAsleep(StepView view, TaskId task) {
        return head().isAsleep(view, task);
    }

    /** {@code dax_lock_entry}: an entry that is not locked; where there is none, a place holder. */
    public void lock(StepView view) {
        bit().lock(view);
    }

    /** {@code dax_unlock_entry}: wakes one. */
    public void unlock(StepView view) {
        bit().unlock(view);
        wakeOne(view);
    }

    /** {@code dax_wake_entry} with {@code WAKE_NEXT}: of those that are exclusive the first. */
    public void wakeOne(StepView view) {
        tell(view, head().wakeOne(view));
    }

    /** {@code dax_wake_entry} with {@code WAKE_ALL}. */
    public void wakeAll(StepView view) {
        tell(view, head().wakeAll(view));
    }

    private void tell(StepView view, Vector<TaskId> woken) {
        view.tell(new PageEvent.WakeEntry(at, woken));
    }
}
