package pagelife.checker.views;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vavr.collection.HashSet;
import io.vavr.collection.Seq;
import io.vavr.collection.Set;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.Random;
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
import pagelife.checker.property.StepProperty;

/**
 * Random protocols of tasks that are named: in a queue, as the holder of a lock, in a set of readers. What some number
 * breaks, as a naive search finds, is never proved, and every view of what larger numbers reach is known.
 */
class RandomCrowdsTest {
    private static final int PLACES = 4;
    private static final int MOST_TASKS = 4;
    private static final int IN_BUILD = 6;
    private static final int IN_SOAK = 3_000;

    private record Place(int number) implements Control {}

    /** One that waits, as in a kernel: who, and whether a wake-up of one stops at it. */
    private record Entry(String task, boolean exclusive) {}

    private enum Guard {
        ALWAYS,
        QUEUED,
        NOT_QUEUED,
        FIRST,
        NOBODY_QUEUED,
        FREE,
        MINE,
        READING,
        NOBODY_READS,
        FLAG,
        NO_FLAG
    }

    private enum Act {
        NOTHING,
        QUEUE,
        QUEUE_EXCLUSIVE,
        LEAVE_QUEUE,
        WAKE_ONE,
        WAKE_ALL,
        HAND_OVER,
        LOCK,
        UNLOCK,
        READ,
        STOP_READING,
        SET,
        CLEAR
    }

    private record Rolled(int from, Guard guard, Act act, int to) {
        static Rolled of(Random random) {
            return new Rolled(
                    random.nextInt(PLACES),
                    Guard.values()[random.nextInt(Guard.values().length)],
                    Act.values()[random.nextInt(Act.values().length)],
                    random.nextInt(PLACES));
        }
    }

    /** The steps of each task, those of another one, and where it should not be. */
    private record Protocol(Seq<Rolled> steps, Seq<Rolled> others, int bad) {
        static Protocol of(Random random) {
            Vector<Rolled> steps = Vector.fill(3 + random.nextInt(4), () -> Rolled.of(random));
            return new Protocol(
                    steps.update(0, first -> new Rolled(0, Guard.ALWAYS, first.act(), first.to())),
                    Vector.fill(1 + random.nextInt(2), () -> Rolled.of(random)),
                    random.nextInt(PLACES));
        }

        Built with(int tasks) {
            return new Built(this, tasks);
        }
    }

    private static final class Built {
        private final ModelBuilder builder = Model.builder("random");
        private final Cell<Vector<Entry>> queue = builder.cell("queue", Vector.<Entry>empty());
        private final Cell<Option<String>> lock = builder.cell("lock", Option.<String>none());
        private final Cell<Set<String>> readers = builder.cell("readers", HashSet.<String>empty());
        private final Cell<Boolean> flag = builder.cell("flag", false);
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
            steps.zipWithIndex()
                    .forEach(step -> task.step(
                            "s" + step._2(),
                            "does",
                            Source.NONE,
                            Place.class,
                            (at, now) -> taken(step._1(), at, now, name)));
        }

        private Control taken(Rolled step, Place at, StepView now, String self) {
            if (at.number() != step.from() || !isOpen(step.guard(), now, self)) {
                return now.waits();
            }
            act(step.act(), now, self);
            return new Place(step.to());
        }

        private boolean isQueued(View now, String self) {
            return now.read(queue).exists(entry -> entry.task().equals(self));
        }

        private boolean isOpen(Guard guard, View now, String self) {
            return switch (guard) {
                case ALWAYS -> true;
                case QUEUED -> isQueued(now, self);
                case NOT_QUEUED -> !isQueued(now, self);
                case FIRST ->
                    now.read(queue).headOption().exists(entry -> entry.task().equals(self));
                case NOBODY_QUEUED -> now.read(queue).isEmpty();
                case FREE -> now.read(lock).isEmpty();
                case MINE -> now.read(lock).contains(self);
                case READING -> now.read(readers).contains(self);
                case NOBODY_READS -> now.read(readers).isEmpty();
                case FLAG -> now.read(flag);
                case NO_FLAG -> !now.read(flag);
            };
        }

        private void act(Act act, StepView now, String self) {
            Vector<Entry> queued = now.read(queue);
            Vector<Entry> others = queued.filter(entry -> !entry.task().equals(self));
            switch (act) {
                case NOTHING -> {}
                case QUEUE -> now.write(queue, others.prepend(new Entry(self, false)));
                case QUEUE_EXCLUSIVE -> now.write(queue, others.append(new Entry(self, true)));
                case LEAVE_QUEUE -> now.write(queue, others);
                case WAKE_ONE -> {
                    Option<Entry> first = queued.find(Entry::exclusive);
                    now.write(queue, queued.filter(entry -> entry.exclusive() && !first.contains(entry)));
                }
                case WAKE_ALL -> now.write(queue, Vector.empty());
                case HAND_OVER -> {
                    now.write(lock, queued.headOption().map(Entry::task));
                    now.write(queue, queued.drop(1));
                }
                case LOCK -> now.write(lock, Option.some(self));
                case UNLOCK -> now.write(lock, Option.none());
                case READ -> now.write(readers, now.read(readers).add(self));
                case STOP_READING -> now.write(readers, now.read(readers).remove(self));
                case SET -> now.write(flag, true);
                case CLEAR -> now.write(flag, false);
            }
        }

        private int at(View view) {
            return model.actors().take(tasks).count(actor -> view.at(actor).equals(new Place(bad)));
        }

        Seq<Property> claims() {
            return Vector.of(
                    Invariant.always("one at a time", "", view -> at(view) < 2),
                    Invariant.always(
                            "nobody there while locked",
                            "",
                            view -> at(view) == 0 || view.read(lock).isEmpty()),
                    Invariant.always(
                            "two wait at most", "", view -> view.read(queue).size() < 3),
                    Invariant.always(
                            "two read at most", "", view -> view.read(readers).size() < 3),
                    Invariant.always(
                            "who waits does not hold",
                            "",
                            view -> view.read(lock).forAll(holder -> !isQueued(view, holder))),
                    Invariant.always(
                            "who is there waits",
                            "",
                            view -> model.actors()
                                    .take(tasks)
                                    .filter(actor -> view.at(actor).equals(new Place(bad)))
                                    .forAll(actor -> isQueued(view, actor.name()))),
                    Invariant.always(
                            "some task is there while one waits",
                            "",
                            view -> view.read(queue).isEmpty() || at(view) > 0),
                    Invariant.always(
                            "flag while one reads",
                            "",
                            view -> view.read(readers).isEmpty() || view.read(flag)),
                    NoDeadlock.strict(),
                    new StepProperty(
                            "nobody enters while locked",
                            "",
                            step -> !step.after(step.step().actor().control()).equals(new Place(bad))
                                    || step.before(lock).isEmpty()));
        }

        Instance instance() {
            return new Instance(model, model.actors().take(tasks), Vector.empty(), claims());
        }

        Seq<String> broken() {
            return BrokenByNumber.in(model, claims());
        }
    }

    /** What came of random protocols. */
    private static final class Tally {
        private int proved;
        private int brokenByMany;
        private int closed;

        private void add(Protocol protocol) {
            Views views = new Views(tasks -> protocol.with(tasks).instance(), 2, 2_000, () -> false);
            Outlook outlook = views.run();
            BrokenByNumber broken =
                    BrokenByNumber.of(MOST_TASKS, tasks -> protocol.with(tasks).broken());
            brokenByMany += broken.requireUnproved(outlook, protocol.toString());
            proved += outlook.answers()
                    .count(answer -> answer.isProved()
                            && !broken.fewest().containsKey(answer.claim().name()));
            if (outlook.closed()) {
                closed++;
                Views.Coverage coverage = views.audit(outlook.members(), 3, 3_000);
                assertEquals(0, coverage.missing(), protocol.toString());
                assertTrue(coverage.states() > 1, protocol.toString());
            }
        }

        @Override
        public String toString() {
            return proved + " proved, " + brokenByMany + " broken by more than a view shows, " + closed + " closed";
        }
    }

    private static Tally tally(int protocols, long seed) {
        Tally tally = new Tally();
        Random random = new Random(seed);
        for (int n = 0; n < protocols; n++) {
            tally.add(Protocol.of(random));
        }
        return tally;
    }

    @Test
    void whatSomeNumberBreaksIsNotProved() {
        assertEquals(
                "30 proved, 4 broken by more than a view shows, 6 closed",
                tally(IN_BUILD, 2013).toString());
    }

    @Test
    @Tag("soak")
    void whatSomeNumberBreaksIsNotProvedOfManyProtocols() {
        Tally tally = tally(IN_SOAK, 1996);
        assertTrue(tally.closed > IN_SOAK / 2 && tally.proved > IN_SOAK, tally.toString());
    }
}
