package pagelife.specs.ledger;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import pagelife.checker.model.Actor;
import pagelife.checker.model.Move;
import pagelife.checker.model.State;
import pagelife.checker.result.Trace;
import pagelife.models.page.Books;
import pagelife.models.page.PageEvent;

/**
 * Somebody who sleeps at the end of a trace, or all along its loop, and whom nobody is about to wake.
 *
 * @param task who sleeps
 * @param queue the queue that it is in
 * @param asleep the step, counted from 1, with which it fell asleep
 * @param cause why nobody wakes it
 * @param step the step that decided it: the put that woke nobody, the wake that came too early, named another key or
 *     woke another alone, the last change of what it waits for, since which step it is held, its own change of what
 *     another waits for; 0 if there is none
 * @param who who took that step; or who is blocked, holds what it waits for, or waits for it
 * @param other who was woken in its place, for {@link Cause#HANDED_TO_ANOTHER}; what the other waits for, for {@link
 *     Cause#WAITED_FOR}; who holds what it waits for at the end and never lets go of it, for {@link
 *     Cause#CONDITION_LOST}: {@code nobody} where none does, empty where nobody keeps books of that; else empty
 * @param then the first step that this other one took after that; 0 but for that cause
 * @param again the step with which this other one fell asleep in the same queue again; 0 where it did not, and but for
 *     that cause
 */
public record StuckWaiter(
        String task, String queue, int asleep, Cause cause, int step, String who, String other, int then, int again) {
    /** The steps that wake nobody after it has fallen asleep. */
    public Seq<Integer> idleWakes(Trace trace) {
        return Vector.rangeClosed(asleep + 1, trace.length()).filter(step -> {
            Seq<PageEvent.Waking> wakes =
                    PageEvent.Waking.in(trace.steps().get(step - 1).events());
            return !wakes.isEmpty() && wakes.forAll(wake -> wake.woken().isEmpty());
        });
    }

    /** That none holds what is waited for. */
    public static final String NOBODY = "nobody";

    /** Why a sleeper is not woken. */
    public enum Cause {
        /** What it waits for changed, and nobody woke it. */
        NEVER_WOKEN,
        /** A wake of one alone woke another, who went on and woke nobody in the queue. */
        HANDED_TO_ANOTHER,
        /** Who should wake it looked for sleepers when it was not in the queue. */
        WOKEN_BEFORE_IT_SLEPT,
        /** A wake named another key than it listens to. */
        WRONG_KEY,
        /** It looked, and went to sleep, after the last change of what it waits for, and none who holds it may let go. */
        CONDITION_LOST,
        /** What it waits for is still held, by somebody who does not wait himself. */
        STILL_HELD,
        /** Who holds what it waits for waits itself. */
        WAKER_BLOCKED,
        /** Nobody changed what it waits for, and another waits in turn for what it changed last itself: a circle. */
        WAITED_FOR
    }

    /** The stuck waiters of a trace; {@code books} say who holds what they wait for. */
    public static Seq<StuckWaiter> of(Books books, Trace trace) {
        return trace.last()
                .model()
                .actors()
                .filter(actor -> sleepsOn(trace, actor))
                .filter(actor -> lastStep(trace, actor) > 0)
                .map(actor -> new Inquest(books, trace, actor, Stance.of(trace.last(), actor)).finding());
    }

    /** Whether an actor sleeps at the end; in a run without end, whether it does all along the loop. */
    private static boolean sleepsOn(Trace trace, Actor actor) {
        int from = trace.loopStart().getOrElse(trace.length());
        return Vector.rangeClosed(from, trace.length()).forAll(moment -> isStuck(trace.before(moment), actor))
                && !trace.loop().exists(step -> step.step().actor() == actor);
    }

    private static boolean isStuck(State state, Actor actor) {
        return Stance.of(state, actor).sleeps() && Move.isBlocked(state, actor);
    }

    /** The last step that an actor took, counted from 1; 0 if it took none. */
    static int lastStep(Trace trace, Actor actor) {
        return 1 + trace.steps().lastIndexWhere(step -> step.step().actor() == actor);
    }
}
