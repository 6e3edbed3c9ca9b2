package pagelife.models.waitwake;

import pagelife.models.Choices;
import pagelife.models.page.WaitKey;

/**
 * How this variant waits and wakes. An unused page counts 1.
 *
 * @param enqueuesFirst whether the waiter queues before it looks
 * @param requeues whether a woken waiter queues again before it looks again
 * @param changesFirst whether the waker changes the count before it looks for waiters
 * @param wakerKey what the waker names; the waiter listens to {@link WaitKey#REFCOUNT}
 * @param wakesAt at which count a put wakes
 * @param atMost whether the waiter takes any count up to 1 for idle
 * @param alwaysRetries whether the waiter looks at all pages again even if it did not sleep
 * @param puts how many references the end of a hold drops
 * @param exclusive whether waiters are exclusive and a wake stops at the first
 */
public record Rules(
        boolean enqueuesFirst,
        boolean requeues,
        boolean changesFirst,
        WaitKey wakerKey,
        int wakesAt,
        boolean atMost,
        boolean alwaysRetries,
        int puts,
        boolean exclusive) {
    /** The count of an unused page. */
    public static final int IDLE = 1;

    static Rules of(Choices rules) {
        return new Rules(
                rules.get("waiter").equals("enqueuesFirst"),
                rules.on("requeues"),
                rules.get("waker").equals("changesFirst"),
                rules.get("wakerKey").equals("same") ? WaitKey.REFCOUNT : WaitKey.FOLIO,
                rules.number("wakesAt"),
                rules.get("idleTest").equals("atMost"),
                rules.on("alwaysRetries"),
                rules.get("puts").equals("twice") ? 2 : 1,
                rules.get("wakes").equals("one"));
    }

    boolean looksIdle(int refs) {
        return atMost ? refs <= IDLE : refs == IDLE;
    }
}
