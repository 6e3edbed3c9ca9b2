package pagelife.specs.claims;

import static pagelife.checker.ltl.Formulas.all;
import static pagelife.checker.ltl.Formulas.any;
import static pagelife.checker.ltl.Formulas.holds;
import static pagelife.checker.ltl.Formulas.not;
import static pagelife.checker.ltl.Formulas.stuck;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import pagelife.checker.ltl.Assumptions;
import pagelife.checker.ltl.Formula;
import pagelife.checker.model.Actor;
import pagelife.checker.model.Cell;
import pagelife.checker.model.Control;
import pagelife.checker.model.Fairness;
import pagelife.checker.model.Model;
import pagelife.checker.model.View;
import pagelife.checker.property.Invariant;
import pagelife.checker.property.NoDeadlock;
import pagelife.checker.property.Property;
import pagelife.checker.property.Temporal;
import pagelife.models.page.Sleeps;
import pagelife.models.page.TaskId;
import pagelife.models.page.WaitQueue;

/** What can be claimed of sleepers in any protocol whose tasks say where they sleep. */
public final class WaitClaims {
    /** The name of the claim that nobody sleeps where nobody can go on. */
    public static final String NO_STUCK_WAITER = "no stuck waiter";

    /** The name of the claim that nobody sleeps forever while others go on. */
    public static final String SLEEPERS_ARE_WOKEN = "every sleeper is woken";

    /** The name of the claim that who has ended waits for nothing. */
    public static final String ENDED_IS_QUEUED_NOWHERE = "INV-18 EndedNotQueued";

    /** The name of the claim that nobody is left asleep for an idle page. */
    public static final String STUCK_WAITER = "LTL-1' StuckWaiter";

    /**
     * What {@link #STUCK_WAITER} claims. Who sleeps is left asleep unless somebody is about to wake it: where a put and its
     * wake-up are two steps, who has put and not yet woken.
     */
    public static final String LEFT_ASLEEP = "no task is left asleep for a page to which nobody holds a reference";

    /** The name of the claim that the last to end leaves no lock held. */
    public static final String NOTHING_HELD = "INV-14 NothingHeld";

    /** What {@link #NOTHING_HELD} claims, of each lock and queue that the family has. */
    public static final String NO_LOCK_IS_HELD = "when all tasks have ended no lock is held, and nobody is queued";

    private WaitClaims() {}

    /**
     * That nobody sleeps where nobody can go on, so that nobody can wake it any more; nothing where no task sleeps.
     *
     * <p>It is what the claims about runs say of sleepers ("who sleeps is woken"), as far as a run with an end can
     * break them: of tasks that have an end, one that cannot be woken any more sleeps in every end that can still come.
     * And that nobody sleeps forever while others go on without end, as all do that can: of tasks without an end
     * nobody ever is where nobody can go on.
     */
    public static Seq<Property> noStuckWaiter(Model model) {
        Seq<Actor> sleepers = model.actors().filter(Actor::hasFacts);
        return sleepers.isEmpty() ? Vector.empty() : Vector.of(claim(model), woken(model, sleepers));
    }

    /** Told of runs without end only: where nobody can go on the claim above says it. */
    private static Property woken(Model model, Seq<Actor> sleepers) {
        Seq<Formula> asleep = sleepers.map(task -> holds(task + " sleeps", view -> Sleeps.isAsleep(view, task)));
        Formula over = stuck(model);
        return Temporal.of(
                        SLEEPERS_ARE_WOKEN,
                        "nobody sleeps forever while others go on",
                        all(asleep.map(sleeps -> sleeps.leadsTo(not(sleeps).or(over)))))
                .given(any(asleep))
                .under(Assumptions.every(Fairness.WEAK))
                .told(Sentences.neverComes(asleep.map(sleeps -> new Sentences.Pair(sleeps, not(sleeps)))));
    }

    /**
     * That nobody is left in a queue once it has ended: a wake-up that is meant for one would reach nobody, and a queue
     * that looks as if somebody waited is never taken for empty.
     */
    public static Invariant endedIsQueuedNowhere(Seq<Actor> tasks, Seq<Cell<WaitQueue>> queues) {
        return Invariant.whenever(
                        ENDED_IS_QUEUED_NOWHERE,
                        "a task that has ended is in no queue",
                        view -> tasks.exists(task -> hasEnded(view, task)),
                        view -> tasks.forAll(task -> !hasEnded(view, task)
                                || queued(view, task, queues).isEmpty()))
                .told(run -> {
                    Actor task = tasks.find(one -> hasEnded(run.end(), one)
                                    && queued(run.end(), one, queues).isDefined())
                            .get();
                    Cell<WaitQueue> queue = queued(run.end(), task, queues).get();
                    return Clause.of(
                                    run,
                                    run.length(),
                                    task.name() + " has ended",
                                    who -> who + " ends",
                                    view -> hasEnded(view, task))
                            .meets(Clause.of(
                                    run,
                                    run.length(),
                                    "it is in " + queue.name(),
                                    who -> who + " queues it in " + queue.name(),
                                    view -> view.read(queue).holds(new TaskId(task.name()))));
                });
    }

    private static boolean hasEnded(View view, Actor task) {
        return view.at(task).equals(Control.finished());
    }

    private static Option<Cell<WaitQueue>> queued(View view, Actor task, Seq<Cell<WaitQueue>> queues) {
        return queues.find(queue -> view.read(queue).holds(new TaskId(task.name())));
    }

    private static Property claim(Model model) {
        return new NoDeadlock(
                        NO_STUCK_WAITER,
                        "nobody sleeps in a state in which nobody can wake it any more",
                        view -> model.actors().forAll(actor -> !Sleeps.isAsleep(view, actor)))
                .told(Sentences.stuck());
    }
}
