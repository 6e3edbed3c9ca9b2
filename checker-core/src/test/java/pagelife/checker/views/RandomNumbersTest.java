package pagelife.checker.views;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import pagelife.checker.model.ActorBuilder;
import pagelife.checker.model.Cell;
import pagelife.checker.model.Control;
import pagelife.checker.model.Model;
import pagelife.checker.model.ModelBuilder;
import pagelife.checker.model.Source;
import pagelife.checker.model.StepView;
import pagelife.checker.model.View;
import pagelife.checker.property.Invariant;
import pagelife.checker.property.NoDeadlock;
import pagelife.checker.property.Property;

/** Random protocols of any number of tasks: what some number breaks, as a naive search finds, is never proved. */
class RandomNumbersTest {
    private static final int PLACES = 4;
    private static final int VALUES = 3;
    private static final int MOST_TASKS = 4;
    private static final int IN_BUILD = 50;
    private static final int IN_SOAK = 5_000;

    /** Where a task is. */
    private record Place(int number) implements Control {}

    private enum Guard {
        ALWAYS,
        SHARED_IS,
        COUNT_AT_LEAST,
        COUNT_AT_MOST
    }

    private enum Act {
        NOTHING,
        SHARED,
        GET,
        PUT
    }

    /** A step from one place to another; who gets owns one more, who puts one less. */
    private record Rolled(int from, Guard guard, int asked, Act act, int value, int to) {
        static Rolled of(Random random) {
            return new Rolled(
                    random.nextInt(PLACES),
                    Guard.values()[random.nextInt(Guard.values().length)],
                    random.nextInt(MOST_TASKS + 1),
                    Act.values()[random.nextInt(Act.values().length)],
                    random.nextInt(VALUES),
                    random.nextInt(PLACES));
        }
    }

    /** The steps of each task, those of another one, and what is claimed. */
    private record Protocol(Seq<Rolled> steps, Seq<Rolled> others, int bad) {
        static Protocol of(Random random) {
            return new Protocol(
                    Vector.fill(3 + random.nextInt(4), () -> Rolled.of(random)),
                    Vector.fill(1 + random.nextInt(2), () -> Rolled.of(random)),
                    random.nextInt(PLACES));
        }

        Built with(int tasks) {
            return new Built(this, tasks);
        }
    }

    private static final class Built {
        private final ModelBuilder builder = Model.builder("random");
        private final Cell<Integer> shared = builder.cell("shared", 0);
        private final Cell<Integer> count = builder.cell("count", 0);
        private final List<Cell<Integer>> owned = new ArrayList<>();
        private final int tasks;
        private final int bad;
        private final Model model;

        Built(Protocol protocol, int tasks) {
            this.tasks = tasks;
            this.bad = protocol.bad();
            for (int task = 0; task < tasks; task++) {
                declare("task" + task, protocol.steps());
            }
            declare("other", protocol.others());
            this.model = builder.build();
        }

        private void declare(String name, Seq<Rolled> steps) {
            ActorBuilder<Place> task = builder.actor(name, Place.class, new Place(0));
            Cell<Integer> own = task.cell("owned by " + name, Integer.class, 0);
            owned.add(own);
            steps.zipWithIndex()
                    .forEach(step -> task.step(
                            "s" + step._2(),
                            "does",
                            Source.NONE,
                            Place.class,
                            (at, now) -> taken(step._1(), at, now, own)));
        }

        private Control taken(Rolled step, Place at, StepView now, Cell<Integer> own) {
            return at.number() == step.from() && isOpen(step, now) && acts(step, now, own)
                    ? new Place(step.to())
                    : now.waits();
        }

        private boolean isOpen(Rolled step, View now) {
            return switch (step.guard()) {
                case ALWAYS -> true;
                case SHARED_IS -> now.read(shared) == step.asked();
                case COUNT_AT_LEAST -> now.read(count) >= step.asked();
                case COUNT_AT_MOST -> now.read(count) <= step.asked();
            };
        }

        /** Nobody owns more than one, and nobody puts what he does not own. */
        private boolean acts(Rolled step, StepView now, Cell<Integer> own) {
            return switch (step.act()) {
                case NOTHING -> true;
                case SHARED -> {
                    now.write(shared, step.value());
                    yield true;
                }
                case GET -> changes(now, own, 0, 1);
                case PUT -> changes(now, own, 1, -1);
            };
        }

        private boolean changes(StepView now, Cell<Integer> own, int from, int by) {
            if (now.read(own) != from) {
                return false;
            }
            now.write(own, from + by);
            now.write(count, now.read(count) + by);
            return true;
        }

        Seq<Property> claims() {
            return Vector.of(
                    NoDeadlock.strict(),
                    Invariant.always("value", "", view -> view.read(shared) != VALUES - 1),
                    Invariant.always("one at a time", "", view -> at(view) < 2),
                    Invariant.always("two at a time", "", view -> at(view) < 3),
                    Invariant.always("counted", "", view -> at(view) == 0 || view.read(count) > 0));
        }

        private int at(View view) {
            return model.actors().take(tasks).count(actor -> view.at(actor).equals(new Place(bad)));
        }

        Instance instance() {
            Conserved<Integer> conserved = new Conserved<>(
                    "count",
                    count,
                    n -> n,
                    (before, n) -> n,
                    view -> owned.stream().mapToInt(view::read).sum());
            return new Instance(model, model.actors().take(tasks), Vector.of(conserved), claims());
        }

        Seq<String> broken() {
            return BrokenByNumber.in(model, claims());
        }
    }

    /** What came of random protocols. */
    private static final class Tally {
        private int proved;
        private int brokenByMany;

        private void add(Protocol protocol) {
            Outlook outlook = new Views(tasks -> protocol.with(tasks).instance(), 2, 3_000, () -> false).run();
            brokenByMany += BrokenByNumber.of(
                            MOST_TASKS, tasks -> protocol.with(tasks).broken())
                    .requireUnproved(outlook, protocol.toString());
            proved += outlook.answers().count((Predicate<Answer>) Answer::isProved);
        }

        @Override
        public String toString() {
            return proved + " proved, " + brokenByMany + " broken by more than a view shows";
        }
    }

    private static Tally tally(int protocols) {
        Tally tally = new Tally();
        Random random = new Random(2013);
        for (int n = 0; n < protocols; n++) {
            tally.add(Protocol.of(random));
        }
        return tally;
    }

    @Test
    void whatSomeNumberBreaksIsNotProved() {
        assertEquals(
                "52 proved, 15 broken by more than a view shows",
                tally(IN_BUILD).toString());
    }

    @Test
    @Tag("soak")
    void whatSomeNumberBreaksIsNotProvedOfManyProtocols() {
        Tally tally = tally(IN_SOAK);
        assertTrue(tally.proved > IN_SOAK / 2 && tally.brokenByMany > IN_SOAK / 10, tally.toString());
    }
}
