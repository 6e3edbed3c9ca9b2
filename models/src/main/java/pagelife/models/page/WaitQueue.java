package pagelife.models.page;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import pagelife.checker.value.InParts;

/**
 * A wait queue with one-shot entries: a wake-up takes the entry out, so that who is not in the queue is awake, and a
 * waiter must queue again before it looks again. kernel/sched/wait.c, wait_bit.c.
 *
 * @param waiters in the order they are met by a wake-up: those that are not exclusive first, the latest of them ahead;
 *     then the exclusive ones, the latest of them last
 */
public record WaitQueue(Vector<Waiter> waiters) implements InParts, Sleepers {
    /** Nobody sleeps. */
    public static final WaitQueue EMPTY = new WaitQueue(Vector.empty());

    /** {@code prepare_to_wait}: this queue with {@code waiter} in it. */
    public WaitQueue add(Waiter waiter) {
        return new WaitQueue(waiter.exclusive() ? waiters.append(waiter) : waiters.prepend(waiter));
    }

    /** {@code finish_wait}: this queue without {@code task}. */
    public WaitQueue remove(TaskId task) {
        return new WaitQueue(waiters.filter(waiter -> !waiter.task().equals(task)));
    }

    @Override
    public boolean holds(TaskId task) {
        return entry(task).isDefined();
    }

    @Override
    public Option<WaitKey> key(TaskId task) {
        return entry(task).map(Waiter::key);
    }

    @Override
    public boolean isExclusive(TaskId task) {
        return entry(task).exists(Waiter::exclusive);
    }

    private Option<Waiter> entry(TaskId task) {
        return waiters.find(waiter -> waiter.task().equals(task));
    }

    /** Whom a wake-up of all waiters for {@code key} wakes. */
    public Vector<TaskId> all(WaitKey key) {
        return waiters.filter(waiter -> waiter.key().equals(key)).map(Waiter::task);
    }

    /** Whom a wake-up of one waiter for {@code key} wakes: those not exclusive, and the first exclusive one. */
    public Vector<TaskId> one(WaitKey key) {
        Vector<Waiter> listening = waiters.filter(waiter -> waiter.key().equals(key));
        Vector<Waiter> shared = listening.filter(waiter -> !waiter.exclusive());
        return shared.appendAll(listening.find(Waiter::exclusive)).map(Waiter::task);
    }

    /** This queue after {@code woken} were woken. */
    public WaitQueue wake(Vector<TaskId> woken) {
        return new WaitQueue(waiters.filter(waiter -> !woken.contains(waiter.task())));
    }

    @Override
    public Seq<String> parts() {
        return waiters.isEmpty() ? Vector.of("empty") : waiters.map(Waiter::toString);
    }

    @Override
    public String toString() {
        return parts().mkString(", ");
    }
}
