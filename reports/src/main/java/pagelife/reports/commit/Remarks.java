package pagelife.reports.commit;

import io.vavr.collection.HashSet;
import io.vavr.collection.Seq;
import io.vavr.collection.Set;
import io.vavr.collection.Vector;
import java.util.ArrayDeque;
import pagelife.checker.model.Actor;
import pagelife.checker.model.Move;
import pagelife.checker.model.State;
import pagelife.checker.result.Trace;
import pagelife.checker.result.TraceStep;
import pagelife.models.page.Books;
import pagelife.models.page.Counted;
import pagelife.models.page.PageEvent;
import pagelife.models.page.Sleeps;
import pagelife.models.page.TaskId;

/** What stands in comments: counts where they change, who falls asleep, who is woken. */
final class Remarks {
    /** Beyond so many states nobody says "forever". */
    private static final int MOST_STATES = 2_000;

    private final Books books;
    private final Trace trace;
    private final Seq<Counted> moving;

    /**
     * A count that changed, once or several times.
     *
     * @param what what is counted
     * @param turns what it was first and last, and where it turned round in between
     * @param times how often it changed
     */
    record Change(Counted what, Vector<Integer> turns, int times) {
        static Change of(Counted what, int before, int after) {
            return new Change(what, Vector.of(before, after), 1);
        }

        /** This change and another one of the same count after it. */
        Change then(Change next) {
            Vector<Integer> all = turns;
            for (int value : next.turns.tail()) {
                int last = all.last();
                boolean turns = Integer.signum(value - last) != Integer.signum(last - all.get(all.size() - 2));
                all = (turns ? all : all.init()).append(value);
            }
            return new Change(what, all, times + next.times);
        }

        /** Whether anything is left of it: what was taken and given back at once is not worth a word. */
        boolean isSeen() {
            return times > 2 || !turns.head().equals(turns.last());
        }
    }

    /**
     * The remarks on a trace.
     *
     * @param looked the names of the cells that the claim looks at
     */
    Remarks(Books books, Trace trace, Seq<String> looked) {
        this.books = books;
        this.trace = trace;
        this.moving = books.counted().filter(what -> matters(what, looked)).sortBy(what -> !what.isSubject());
    }

    /** A count of what the protocol is not about matters if the claim looks at it, or if several tasks change it. */
    private boolean matters(Counted what, Seq<String> looked) {
        Seq<Actor> changing = Vector.rangeClosed(1, trace.length())
                .filter(step -> count(step - 1, what) != count(step, what))
                .map(step -> trace.steps().get(step - 1).step().actor())
                .distinct();
        return !changing.isEmpty()
                && (what.isSubject()
                        || changing.size() > 1
                        || books.cell(what).exists(cell -> looked.contains(cell.name())));
    }

    private int count(int moment, Counted what) {
        return books.count(trace.before(moment), what).getOrElse(0);
    }

    /** The counts that {@code step} changes. */
    Seq<Change> changes(int step) {
        return moving.map(what -> Change.of(what, count(step - 1, what), count(step, what)))
                .filter(Change::isSeen);
    }

    /**
     * {@code refs 1 -> 2}, with the name of what is counted where that is not the one thing that it is all about, nor
     * called so itself.
     */
    String text(Change change) {
        boolean one = change.what().isSubject() && moving.count(Counted::isSubject) == 1
                || change.what().toString().equals("refs");
        String what = !change.what().isReferences() ? change.what() + ": " : (one ? "" : change.what() + " ") + "refs ";
        String times = change.turns().size() > 2 ? change.times() + " times, " : "";
        return times + what + change.turns().mkString(" -> ");
    }

    /** What else is to be said of {@code step}. */
    Seq<String> others(int step) {
        return trace.steps()
                .get(step - 1)
                .events()
                .flatMap(event -> event.remark())
                .toVector()
                .appendAll(sleep(step))
                .appendAll(silence(step));
    }

    /** That a step changes what a task waits for that is asleep in the end, and wakes nobody. */
    private Seq<String> silence(int step) {
        TraceStep taken = trace.steps().get(step - 1);
        State last = trace.last();
        boolean missed = last.model()
                .actors()
                .filter(actor -> actor != taken.step().actor() && Sleeps.isAsleep(last, actor))
                .exists(actor ->
                        actor.facts(last.at(actor), Sleeps.class).exists(asleep -> isMissed(step, actor, asleep)));
        return missed && PageEvent.Waking.in(taken.events()).isEmpty() ? Vector.of("no wake-up") : Vector.empty();
    }

    /** Whether a step changes what is waited for, while the task is in the queue. */
    private boolean isMissed(int step, Actor actor, Sleeps asleep) {
        return asleep.awaits().exists(what -> count(step - 1, what) != count(step, what))
                && trace.before(step - 1).read(asleep.queue()).holds(new TaskId(actor.name()));
    }

    private Seq<String> sleep(int step) {
        Actor actor = trace.steps().get(step - 1).step().actor();
        if (Sleeps.isAsleep(trace.before(step - 1), actor) || !Sleeps.isAsleep(trace.before(step), actor)) {
            return Vector.empty();
        }
        boolean lasts =
                Vector.rangeClosed(step, trace.length()).forAll(moment -> Sleeps.isAsleep(trace.before(moment), actor));
        return Vector.of(lasts && isForEver(trace.last(), actor) ? "sleeps forever" : "sleeps");
    }

    /** Whether no run from {@code last} on wakes the actor: all of them are looked at, or the answer is no. */
    private static boolean isForEver(State last, Actor actor) {
        Set<State> met = HashSet.of(last);
        ArrayDeque<State> open = new ArrayDeque<>(met.toJavaList());
        while (!open.isEmpty()) {
            for (Move move : Move.in(open.remove())) {
                if (!Sleeps.isAsleep(move.to(), actor) || met.size() > MOST_STATES) {
                    return false;
                }
                if (!met.contains(move.to())) {
                    met = met.add(move.to());
                    open.add(move.to());
                }
            }
        }
        return true;
    }
}
