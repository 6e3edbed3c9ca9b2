package pagelife.models.kernel;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import pagelife.checker.value.InParts;
import pagelife.models.page.TaskId;

/**
 * Something to be done later: queued, being done, both, or neither.
 *
 * @param pending whether it is queued
 * @param running whether it is being done
 * @param disabled whether it cannot be queued any more
 * @param behindPending who waits until what is queued has been done
 * @param behindRunning who waits until what is being done has been done
 * @param cancelling who cancels it and waits; until they are done nobody can queue it
 */
public record Deferral(
        boolean pending,
        boolean running,
        boolean disabled,
        Vector<TaskId> behindPending,
        Vector<TaskId> behindRunning,
        Vector<TaskId> cancelling)
        implements InParts {
    static final Deferral IDLE = new Deferral(false, false, false, Vector.empty(), Vector.empty(), Vector.empty());

    Deferral queue() {
        return isClosed() ? this : new Deferral(true, running, false, behindPending, behindRunning, cancelling);
    }

    /** Whether nobody can queue it now. */
    boolean isClosed() {
        return disabled || !cancelling.isEmpty();
    }

    /** Nobody can queue it until the task has {@linkplain #cancelled done} so. */
    Deferral cancelling(TaskId task) {
        return new Deferral(pending, running, disabled, behindPending, behindRunning, cancelling.append(task));
    }

    /** The task does not cancel it any more, if it did. */
    Deferral cancelled(TaskId task) {
        return new Deferral(pending, running, disabled, behindPending, behindRunning, cancelling.remove(task));
    }

    Deferral disable() {
        return new Deferral(pending, running, true, behindPending, behindRunning, cancelling);
    }

    /** Nothing is queued; who waited behind that waits for nothing more. */
    Deferral cancel() {
        return new Deferral(false, running, disabled, Vector.empty(), behindRunning, cancelling);
    }

    Deferral start() {
        return new Deferral(false, true, disabled, Vector.empty(), behindPending, cancelling);
    }

    Deferral done() {
        return new Deferral(pending, false, disabled, behindPending, Vector.empty(), cancelling);
    }

    /** The task waits behind what is queued; if nothing is, behind what is being done; else for nothing. */
    Deferral await(TaskId task) {
        return pending
                ? new Deferral(true, running, disabled, behindPending.append(task), behindRunning, cancelling)
                : awaitRunning(task);
    }

    /** The task waits behind what is being done, if something is. */
    Deferral awaitRunning(TaskId task) {
        return running
                ? new Deferral(pending, true, disabled, behindPending, behindRunning.append(task), cancelling)
                : this;
    }

    boolean isAwaitedBy(TaskId task) {
        return behindPending.contains(task) || behindRunning.contains(task);
    }

    @Override
    public Seq<String> parts() {
        Vector<String> now = (pending ? Vector.of("queued") : Vector.<String>empty())
                .appendAll(running ? Vector.of("running") : Vector.empty())
                .appendAll(disabled ? Vector.of("disabled") : Vector.empty());
        return (now.isEmpty() ? Vector.of("idle") : now)
                .appendAll(behindPending.appendAll(behindRunning).map(task -> task + " waits"))
                .appendAll(cancelling.map(task -> task + " cancels"));
    }

    @Override
    public String toString() {
        return parts().mkString(", ");
    }
}
