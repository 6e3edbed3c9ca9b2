package pagelife.specs.ledger;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.function.Predicate;
import pagelife.checker.model.Actor;
import pagelife.checker.model.Cell;
import pagelife.checker.model.Move;
import pagelife.checker.model.State;
import pagelife.checker.result.Trace;
import pagelife.checker.result.TraceStep;
import pagelife.models.page.Books;
import pagelife.models.page.Counted;
import pagelife.models.page.PageEvent;
import pagelife.models.page.TaskId;
import pagelife.models.page.WaitKey;
import pagelife.models.page.WaitQueue;
import pagelife.specs.ledger.StuckWaiter.Cause;

/** Finds out why a sleeper is not woken. Steps are counted from 1. */
final class Inquest {
    private final Books books;
    private final Trace trace;
    private final Actor waiter;
    private final TaskId task;
    private final Option<Counted> what;
    private final int asleep;
    private final Option<Cell<WaitQueue>> queue;

    Inquest(Books books, Trace trace, Actor waiter, Stance sleeper) {
        this.books = books;
        this.trace = trace;
        this.waiter = waiter;
        this.task = new TaskId(waiter.name());
        this.what = sleeper.awaits();
        this.asleep = StuckWaiter.lastStep(trace, waiter);
        this.queue = queues().maxBy(this::lastQueued).filter(cell -> lastQueued(cell) > 0);
    }

    @SuppressWarnings("unchecked") // the type of the cell is that of its values
    private Seq<Cell<WaitQueue>> queues() {
        return trace.initial()
                .model()
                .cells()
                .filter(cell -> cell.type() == WaitQueue.class)
                .map(cell -> (Cell<WaitQueue>) cell);
    }

    /** The last step after which the task was in a queue; 0 if it never was. */
    private int lastQueued(Cell<WaitQueue> cell) {
        return 1 + trace.steps().lastIndexWhere(step -> step.after().read(cell).holds(task));
    }

    private boolean isQueued(State state) {
        return queue.exists(cell -> state.read(cell).holds(task));
    }

    StuckWaiter finding() {
        Option<Actor> blocked = holders().find(actor -> Move.isBlocked(trace.last(), actor));
        if (blocked.isDefined()) {
            return found(
                    Cause.WAKER_BLOCKED,
                    StuckWaiter.lastStep(trace, blocked.get()),
                    blocked.get().name());
        }
        int lost = lastChange(actor -> true);
        if (lost > 0 && lost < tested() && !isHeld()) {
            return found(Cause.CONDITION_LOST, lost);
        }
        int changed = lastChange(actor -> actor != waiter);
        int missed = wrongKey();
        if (missed > 0) {
            return found(Cause.WRONG_KEY, missed);
        }
        int early = lookedTooEarly(changed);
        return early > 0 ? found(Cause.WOKEN_BEFORE_IT_SLEPT, early) : found(Cause.NEVER_WOKEN, changed);
    }

    private StuckWaiter found(Cause cause, int step) {
        return found(cause, step, step == 0 ? "" : actor(step).name());
    }

    private StuckWaiter found(Cause cause, int step, String who) {
        return new StuckWaiter(task.name(), queue.map(Cell::name).getOrElse(""), asleep, cause, step, who);
    }

    private TraceStep step(int number) {
        return trace.steps().get(number - 1);
    }

    private Actor actor(int number) {
        return step(number).step().actor();
    }

    /** Those who hold what it waits for. */
    private Seq<Actor> holders() {
        State last = trace.last();
        return last.model()
                .actors()
                .filter(actor -> books.task(last, actor).exists(held -> what.contains(held.what())));
    }

    private boolean isHeld() {
        return what.exists(counted -> !books.users(trace.last(), counted).isEmpty());
    }

    /** The last step of one of these that changed the count, or unlocked or deleted the entry; 0 if none did. */
    private int lastChange(Predicate<Actor> by) {
        return 1
                + trace.steps()
                        .lastIndexWhere(step -> by.test(step.step().actor())
                                && step.events()
                                        .exists(event -> event instanceof PageEvent.OnCount on
                                                        && what.contains(on.what())
                                                        && on.before() != on.after()
                                                || what.isEmpty() && event instanceof PageEvent.WakeEntry));
    }

    /** The step with which it looked at the count for the last time; for an entry the one with which it queued. */
    private int tested() {
        Vector<Integer> own = Vector.rangeClosed(1, asleep).filter(number -> actor(number) == waiter);
        return what.isEmpty()
                ? asleep
                : own.reverse()
                        .find(number -> what.flatMap(books::cell)
                                .exists(cell -> step(number).reads().contains(cell)))
                        .getOrElse(0);
    }

    /** The last wake that named another key while it was queued. */
    private int wrongKey() {
        Option<WaitKey> key = queue.flatMap(cell ->
                        trace.last().read(cell).waiters().find(one -> one.task().equals(task)))
                .map(one -> one.key());
        return Vector.rangeClosed(1, trace.length())
                .reverse()
                .find(number -> isQueued(trace.before(number - 1))
                        && queue.exists(step(number).reads()::contains)
                        && step(number)
                                .events()
                                .exists(event -> event instanceof PageEvent.Wake wake
                                        && key.exists(own -> !own.equals(wake.key()))))
                .getOrElse(0);
    }

    /**
     * The step with which who made the last change looked at the queue, if never after the waiter was in it for good.
     */
    private int lookedTooEarly(int changed) {
        if (changed == 0) {
            return 0;
        }
        Seq<Integer> looks = Vector.rangeClosed(1, trace.length())
                .filter(number -> actor(number) == actor(changed)
                        && queue.exists(step(number).reads()::contains));
        Option<Integer> last = looks.lastOption();
        return last.filter(number -> !isQueued(trace.before(number - 1))).getOrElse(0);
    }
}
