package pagelife.reports.told;

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
 * @param other who was woken in its place, what another waits for, or who holds what it waits for; may be empty
 * @param then the first step that this other one took after that; 0 where there is none
 * @param again the step with which this other one fell asleep in the same queue again; 0 where it did not
 * @param words the cause as a sentence without a full stop
 */
public record ToldSleeper(
        String task,
        String queue,
        int asleep,
        Cause cause,
        int step,
        String who,
        String other,
        int then,
        int again,
        String words)
        implements Part {
    static ToldSleeper of(StuckWaiter stuck) {
        return new ToldSleeper(
                stuck.task(),
                stuck.queue(),
                stuck.asleep(),
                stuck.cause(),
                stuck.step(),
                stuck.who(),
                stuck.other(),
                stuck.then(),
                stuck.again(),
                WaiterText.words(stuck));
    }
}
