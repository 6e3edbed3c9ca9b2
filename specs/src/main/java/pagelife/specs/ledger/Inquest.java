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
import pagelife.models.page.Holds;
import pagelife.models.page.Owner;
import pagelife.models.page.PageEvent;
import pagelife.models.page.Sleepers;
import pagelife.models.page.TaskId;
import pagelife.models.page.WaitKey;
import pagelife.specs.ledger.StuckWaiter.Cause;

/** Finds out why a sleeper is not woken. Steps are counted from 1. */
final class Inquest {
    private final Books books;
    private final Trace trace;
    private final Actor waiter;
    private final TaskId task;
    private final Option<Counted> what;
    private final int asleep;
    private final Cell<? extends Sleepers> queue;

    Inquest(Books books, Trace trace, Actor waiter, Stance sleeper) {
        this.books = books;
        this.trace = trace;
        this.waiter = waiter;
        this.task = new TaskId(waiter.name());
        this.what = sleeper.awaits();
        this.asleep = StuckWaiter.lastStep(trace, waiter);
        this.queue = sleeper.queue().get();
    }

    private boolean isQueued(int moment) {
        return trace.before(moment).read(queue).holds(task);
    }

    StuckWaiter finding() {
        return blockedWaker()
                .orElse(this::stillHeld)
                .orElse(this::conditionLost)
                .orElse(this::handedToAnother)
                .orElse(this::wrongKey)
                .orElse(this::lookedTooEarly)
                .orElse(this::waitedFor)
                .getOrElse(() -> found(Cause.NEVER_WOKEN, lastChange(actor -> actor != waiter)));
    }

    private StuckWaiter found(Cause cause, int step) {
        return found(cause, step, step == 0 ? "" : actor(step).name());
    }

    private StuckWaiter found(Cause cause, int step, String who) {
        return found(cause, step, who, "");
    }

    private StuckWaiter found(Cause cause, int step, String who, String other) {
        return new StuckWaiter(task.name(), queue.name(), asleep, cause, step, who, other, 0, 0);
    }

    private TraceStep step(int number) {
        return trace.steps().get(number - 1);
    }

    private Actor actor(int number) {
        return step(number).step().actor();
    }

    private Seq<Integer> steps() {
        return Vector.rangeClosed(1, trace.length());
    }

    /** Who holds what it waits for, and cannot go on. */
    private Option<StuckWaiter> blockedWaker() {
        State last = trace.last();
        return last.model()
                .actors()
                .filter(actor -> actor != waiter)
                .filter(actor -> books.task(last, actor).exists(held -> what.contains(held.what())))
                .find(actor -> Move.isBlocked(last, actor))
                .map(actor -> found(Cause.WAKER_BLOCKED, StuckWaiter.lastStep(trace, actor), actor.name()));
    }

    /** Where nobody has changed what it waits for: who waits for something that it changed last itself. */
    private Option<StuckWaiter> waitedFor() {
        if (lastChange(actor -> actor != waiter) > 0) {
            return Option.none();
        }
        State last = trace.last();
        return last.model()
                .actors()
                .filter(actor -> actor != waiter && Move.isBlocked(last, actor))
                .flatMap(actor -> Move.blockers(last, actor)
                        .filter(cell -> !((Object) last.read(cell) instanceof Sleepers) && isItsOwn(cell))
                        .map(cell -> circle(actor, cell)))
                .headOption();
    }

    private boolean isItsOwn(Cell<?> cell) {
        int changed = lastChange(Vector.of(cell), actor -> true);
        return changed > 0 && actor(changed) == waiter;
    }

    private StuckWaiter circle(Actor other, Cell<?> cell) {
        int changed = lastChange(Vector.of(cell), actor -> true);
        return found(Cause.WAITED_FOR, changed, other.name(), cell.name());
    }

    /** Who holds what it waits for, though nobody who waits. */
    private Option<StuckWaiter> stillHeld() {
        return what.flatMap(counted -> books.users(trace.last(), counted)
                .find(held -> held.refs() > 0)
                .map(held -> found(
                        Cause.STILL_HELD,
                        heldSince(counted, held.owner()),
                        held.owner().toString())));
    }

    private int heldSince(Counted counted, Owner owner) {
        int step = trace.length();
        while (step > 0
                && holds(trace.before(step - 1), counted)
                        .exists(held -> held.owner().equals(owner))) {
            step--;
        }
        return step;
    }

    private Seq<Holds> holds(State state, Counted counted) {
        return books.users(state, counted).filter(held -> held.refs() > 0);
    }

    /** Nothing that it waits for changed any more after it looked. */
    private Option<StuckWaiter> conditionLost() {
        int lost = lastChange(actor -> true);
        return Option.when(
                lost > 0 && lost < looked(),
                () -> found(
                        Cause.CONDITION_LOST,
                        lost,
                        actor(lost).name(),
                        what.filter(this::isKept).map(this::keepers).getOrElse("")));
    }

    /** Whether books say who holds it: nobody is said to hold nothing where they know of no holder at any time. */
    private boolean isKept(Counted counted) {
        return counted.isReferences()
                && (books.count(trace.last(), counted).contains(0)
                        || Vector.rangeClosed(0, trace.length())
                                .exists(moment -> books.holds(trace.before(moment), counted)
                                        .exists(held -> held.refs() > 0)));
    }

    private String keepers(Counted counted) {
        Seq<String> all = books.holds(trace.last(), counted)
                .filter(held -> held.refs() > 0)
                .map(held -> held.owner().toString())
                .distinct();
        return all.isEmpty() ? StuckWaiter.NOBODY : "only " + all.mkString(" and ");
    }

    /** The last step of one of these that changed what it waits for; 0 if none did. */
    private int lastChange(Predicate<Actor> by) {
        return lastChange(awaited(), by);
    }

    /** The last step of one of these that changed one of these cells; 0 if none did. */
    private int lastChange(Seq<Cell<?>> cells, Predicate<Actor> by) {
        return steps().reverse()
                .find(number -> by.test(actor(number)) && cells.exists(cell -> changes(number, cell)))
                .getOrElse(0);
    }

    private boolean changes(int number, Cell<?> cell) {
        State before = trace.before(number - 1);
        State after = trace.before(number);
        Option<Counted> counted = what.filter(one -> books.cell(one).contains(cell));
        return counted.isDefined()
                ? !counted.flatMap(one -> books.count(before, one))
                        .equals(counted.flatMap(one -> books.count(after, one)))
                : !before.read(cell).equals(after.read(cell));
    }

    /**
     * The cell of the count that it waits for; else what it looked at since it queued, or where it looked at nothing then, in
     * its last step before that in which it did.
     */
    private Seq<Cell<?>> awaited() {
        return what.flatMap(books::cell)
                .map(cell -> (Seq<Cell<?>>) Vector.<Cell<?>>of(cell))
                .getOrElse(() -> Vector.of(sinceQueued())
                        .appendAll(Vector.rangeClosedBy(queued() - 1, 1, -1)
                                .filter(number -> actor(number) == waiter)
                                .map(this::lookedAt))
                        .find(Seq::nonEmpty)
                        .getOrElse(Vector.empty()));
    }

    private Seq<Cell<?>> sinceQueued() {
        return steps().filter(number -> number >= queued() && actor(number) == waiter)
                .flatMap(this::lookedAt)
                .distinct();
    }

    private Seq<Cell<?>> lookedAt(int number) {
        return step(number).reads().filter(cell -> cell != queue && cell.owner().isEmpty());
    }

    /** The step with which it queued for the last time. */
    private int queued() {
        return steps().reverse()
                .find(number -> !isQueued(number - 1) && isQueued(number))
                .getOrElse(asleep);
    }

    /** The step with which it looked for the last time at what it waits for. */
    private int looked() {
        Seq<Cell<?>> awaited = awaited();
        return steps().reverse()
                .find(number ->
                        actor(number) == waiter && awaited.exists(step(number).reads()::contains))
                .getOrElse(0);
    }

    /** The last wake of its key that reached others only, who then woke nobody. */
    private Option<StuckWaiter> handedToAnother() {
        return wakes().filter(number -> isQueued(number) && !others(number).isEmpty())
                .filter(number -> !wakings(number).exists(wake -> wake.woken().contains(task)))
                .filter(number -> wakesFor(
                        number,
                        key -> trace.before(number - 1).read(queue).key(task).forAll(key::equals)))
                .lastOption()
                .flatMap(this::passedOver);
    }

    private Option<StuckWaiter> passedOver(int number) {
        TaskId other = others(number).last(); // those that are not exclusive are woken beside the one that is
        int then = steps().find(later -> later > number && actor(later).name().equals(other.name()))
                .getOrElse(0);
        boolean wokeOn = steps().exists(later -> later > number
                && actor(later).name().equals(other.name())
                && !woken(later).isEmpty());
        return Option.when(
                then > number && !wokeOn,
                () -> new StuckWaiter(
                        task.name(),
                        queue.name(),
                        asleep,
                        Cause.HANDED_TO_ANOTHER,
                        number,
                        actor(number).name(),
                        other.name(),
                        then,
                        asleepAgain(other, number)));
    }

    /** The step with which somebody who was woken fell asleep in the queue again; 0 where it does not sleep there. */
    private int asleepAgain(TaskId other, int woken) {
        Actor actor = trace.last().model().actor(other.name());
        boolean sleeps = Stance.of(trace.last(), actor).queue().contains(queue)
                && trace.last().read(queue).holds(other);
        int last = StuckWaiter.lastStep(trace, actor);
        return sleeps && last > woken ? last : 0;
    }

    /** The steps that woke, or might have woken, somebody in the queue while it was there. */
    private Seq<Integer> wakes() {
        return steps().filter(number -> isQueued(number - 1)
                && (step(number).writes().contains(queue)
                        || step(number).reads().contains(queue)));
    }

    /** Whom a step woke in its queue, but for itself: a wake-up may leave in the queue whom it woke. */
    private Seq<TaskId> others(int number) {
        return woken(number).reject(task::equals);
    }

    private Seq<TaskId> woken(int number) {
        return wakings(number)
                .flatMap(PageEvent.Waking::woken)
                .filter(one -> trace.before(number - 1).read(queue).holds(one));
    }

    private Seq<PageEvent.Waking> wakings(int number) {
        return PageEvent.Waking.in(step(number).events());
    }

    /** Whether a step that looked at the queue may have meant it: it woke nobody's key but its own. */
    private boolean mayBeForIt(int number) {
        return wakings(number).isEmpty()
                || wakesFor(number, key -> trace.last().read(queue).key(task).forAll(key::equals));
    }

    private boolean wakesFor(int number, Predicate<WaitKey> keys) {
        return wakings(number).exists(waking -> keys.test(waking.key()));
    }

    /** The last wake in its queue that named another key while it was there, by who had changed what it waits for. */
    private Option<StuckWaiter> wrongKey() {
        int changed = lastChange(actor -> actor != waiter);
        return wakes().filter(number -> changed > 0 && number >= changed && actor(number) == actor(changed))
                .filter(number -> wakesFor(
                        number,
                        key -> trace.before(number - 1).read(queue).key(task).exists(own -> !own.equals(key))))
                .lastOption()
                .map(number -> found(Cause.WRONG_KEY, number));
    }

    /**
     * The step with which who made the last change looked at the queue, if never after the waiter was in it for good.
     */
    private Option<StuckWaiter> lookedTooEarly() {
        int changed = lastChange(actor -> actor != waiter);
        return Option.when(changed > 0, () -> actor(changed))
                .flatMap(waker -> steps().filter(number ->
                                actor(number) == waker && step(number).reads().contains(queue))
                        .filter(this::mayBeForIt)
                        .lastOption())
                .filter(number -> !isQueued(number - 1))
                .map(number -> found(Cause.WOKEN_BEFORE_IT_SLEPT, number));
    }
}
