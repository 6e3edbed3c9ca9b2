package pagelife.reports;

import pagelife.specs.ledger.StuckWaiter;
import pagelife.specs.ledger.StuckWaiter.Cause;

/**
 * Who sleeps at the end, and why nobody wakes it.
 *
 * @param task who
 * @param queue where; may be empty
 * @param asleep since which step
 * @param cause why
 * @param step the step to blame
 * @param who who took it
 * @param words the cause as a sentence without a full stop
 */
public record ToldSleeper(String task, String queue, int asleep, Cause cause, int step, String who, String words)
        implements Part {
    static ToldSleeper of(StuckWaiter stuck) {
        return new ToldSleeper(
                stuck.task(),
                stuck.queue(),
                stuck.asleep(),
                stuck.cause(),
                stuck.step(),
                stuck.who(),
                WaiterText.words(stuck));
    }
}
