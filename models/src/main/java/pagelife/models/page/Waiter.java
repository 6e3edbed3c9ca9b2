package pagelife.models.page;

/**
 * A task in a wait queue.
 *
 * @param task who sleeps
 * @param key what it wants to hear
 * @param exclusive whether a wake-up of one may stop here
 */
public record Waiter(TaskId task, WaitKey key, boolean exclusive) {
    @Override
    public String toString() {
        return task + (exclusive ? " (exclusive)" : "");
    }
}
