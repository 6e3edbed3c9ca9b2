package pagelife.specs.ledger;

import io.vavr.collection.Seq;
import pagelife.checker.model.Actor;
import pagelife.checker.model.Move;
import pagelife.checker.model.State;
import pagelife.checker.result.Trace;
import pagelife.models.page.Books;

/**
 * Somebody who sleeps at the end of a trace and whom nobody is about to wake.
 *
 * @param task who sleeps
 * @param queue the queue that it is in, or was in at last
 * @param asleep the step, counted from 1, with which it fell asleep
 * @param cause why nobody wakes it
 * @param step the step that decided it: the put that woke nobody, the wake that came too early or named another key,
 *     the last change of what it waits for
 * @param who who took that step; or who is blocked, and on what
 */
public record StuckWaiter(String task, String queue, int asleep, Cause cause, int step, String who) {
    /** Why a sleeper is not woken. */
    public enum Cause {
        /** What it waits for came true, or might have, and nobody woke it. */
        NEVER_WOKEN,
        /** Who should wake it looked for sleepers when it was not in the queue. */
        WOKEN_BEFORE_IT_SLEPT,
        /** A wake named another key than it listens to. */
        WRONG_KEY,
        /** It went to sleep after the last change of what it waits for: that can no longer come true. */
        CONDITION_LOST,
        /** Who should wake it waits itself. */
        WAKER_BLOCKED
    }

    /** The stuck waiters at the end of a trace; {@code books} say who holds what they wait for. */
    public static Seq<StuckWaiter> of(Books books, Trace trace) {
        State last = trace.last();
        return last.model()
                .actors()
                .filter(actor -> Stance.of(last, actor).sleeps() && Move.isBlocked(last, actor))
                .filter(actor -> lastStep(trace, actor) > 0)
                .map(actor -> new Inquest(books, trace, actor, Stance.of(last, actor)).finding());
    }

    /** The last step that an actor took, counted from 1; 0 if it took none. */
    static int lastStep(Trace trace, Actor actor) {
        return 1 + trace.steps().lastIndexWhere(step -> step.step().actor() == actor);
    }
}
