package pagelife.checker.symmetry;

import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.TreeSet;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import pagelife.checker.model.ActorBuilder;
import pagelife.checker.model.Cell;
import pagelife.checker.model.CellFamily;
import pagelife.checker.model.Control;
import pagelife.checker.model.Model;
import pagelife.checker.model.ModelBuilder;
import pagelife.checker.model.Source;
import pagelife.checker.model.State;
import pagelife.checker.model.StepView;
import pagelife.checker.model.View;
import pagelife.checker.property.Invariant;
import pagelife.checker.property.NoDeadlock;
import pagelife.checker.property.Property;
import pagelife.checker.property.StepProperty;

/** A random protocol of some tasks that do the same, and one that does something else. */
final class Team {
    /** A name in a record. */
    record Ticket(String holder, int number) {}

    /** Where a task is, and which other one it has seen last. */
    record Place(int number, Option<String> met) implements Control {}

    private enum Guard {
        ALWAYS,
        LOCK_FREE,
        LOCK_MINE,
        HEAD_ME,
        COUNT,
        MINE,
        SEEN_ME
    }

    private enum Act {
        NOTHING,
        TAKE,
        RELEASE,
        QUEUE,
        LEAVE,
        COUNT,
        MINE,
        SEE,
        MEET
    }

    private record Rolled(int from, Guard guard, int asked, Act act, int to) {}

    private static final int MOST_QUEUED = 2;

    private final ModelBuilder builder = Model.builder("team");
    private final Cell<Option<Ticket>> lock = builder.cell("lock", Option.class, Option.<Ticket>none());
    private final Cell<Vector<String>> queue = builder.cell("queue", Vector.class, Vector.<String>empty());
    private final Cell<TreeSet<String>> seen = builder.cell("seen", TreeSet.class, TreeSet.<String>empty());
    private final Cell<Integer> count = builder.cell("count", 0);
    private final CellFamily<String, Integer> mine;
    private final Seq<String> names;
    private final Random random;
    /** Whether the first task is not like the others in what it does at its last place. */
    private final boolean biased;

    final Model model;

    Team(long seed, int members, boolean biased) {
        this.random = new Random(seed);
        this.biased = biased;
        this.names = Vector.range(1, members + 1).map(number -> "p" + number);
        this.mine = builder.cells("mine", names.append("other"), Integer.class, name -> 0);
        List<Rolled> all = rolled();
        names.forEach(name -> declare(name, all));
        declare("other", rolled());
        this.model = builder.build();
    }

    private List<Rolled> rolled() {
        List<Rolled> steps = new ArrayList<>();
        for (int n = 4 + random.nextInt(4); n > 0; n--) {
            steps.add(new Rolled(
                    steps.isEmpty() ? 0 : random.nextInt(3),
                    Guard.values()[random.nextInt(Guard.values().length)],
                    random.nextInt(3),
                    Act.values()[random.nextInt(Act.values().length)],
                    random.nextInt(4)));
        }
        return steps;
    }

    private void declare(String name, List<Rolled> steps) {
        ActorBuilder<Place> task = builder.actor(name, Place.class, new Place(0, Option.none()));
        for (int s = 0; s < steps.size(); s++) {
            Rolled rolled = steps.get(s);
            task.step("s" + s, rolled.toString(), Source.NONE, Place.class, (at, now) -> {
                if (at.number() != rolled.from() || !guard(rolled, name, now) || !act(rolled, name, now)) {
                    return now.waits();
                }
                Option<String> met = rolled.act() == Act.MEET ? now.read(queue).headOption() : at.met();
                return new Place(rolled.to(), met);
            });
        }
    }

    private boolean guard(Rolled rolled, String name, StepView now) {
        return switch (rolled.guard()) {
            case ALWAYS -> true;
            case LOCK_FREE -> now.read(lock).isEmpty();
            case LOCK_MINE -> now.read(lock).exists(ticket -> ticket.holder().equals(name));
            case HEAD_ME -> now.read(queue).headOption().contains(name);
            case COUNT -> now.read(count) == rolled.asked() && !(biased && name.equals("p1"));
            case MINE -> now.read(mine.of(name)) == rolled.asked();
            case SEEN_ME -> now.read(seen).contains(name);
        };
    }

    private boolean act(Rolled rolled, String name, StepView now) {
        switch (rolled.act()) {
            case NOTHING, MEET -> {}
            case TAKE -> now.write(lock, Option.some(new Ticket(name, now.read(count))));
            case RELEASE -> now.write(lock, Option.none());
            case QUEUE -> {
                if (now.read(queue).contains(name) || now.read(queue).size() == MOST_QUEUED) {
                    return false;
                }
                now.write(queue, now.read(queue).append(name));
            }
            case LEAVE -> now.write(queue, now.read(queue).remove(name));
            case COUNT -> now.write(count, (now.read(count) + 1) % 3);
            case MINE -> now.write(mine.of(name), rolled.asked());
            case SEE -> now.write(seen, now.read(seen).add(name));
        }
        return true;
    }

    /** Claims that do not know one task from another. */
    Seq<Property> claims() {
        int sum = 1 + random.nextInt(4);
        int place = 1 + random.nextInt(3);
        return Vector.of(
                Invariant.always("few at " + place, "", view -> names.count(name -> at(view, name) == place) < 2),
                Invariant.always(
                        "not " + sum,
                        "",
                        view -> names.map(name -> view.read(mine.of(name)))
                                        .sum()
                                        .intValue()
                                != sum),
                Invariant.always("queue is short", "", view -> view.read(queue).size() < MOST_QUEUED),
                Invariant.always(
                        "who holds the lock was seen",
                        "",
                        view -> view.read(lock).forAll(ticket -> view.read(seen).contains(ticket.holder()))),
                new StepProperty(
                        "nobody steals",
                        "",
                        step -> step.before(lock).isEmpty()
                                || step.after(lock).isEmpty()
                                || step.before(lock)
                                        .get()
                                        .holder()
                                        .equals(step.after(lock).get().holder())),
                NoDeadlock.strict());
    }

    /** A claim that knows the first task from the others. */
    Property about(String name) {
        return Invariant.always(name + " is not there", "", view -> at(view, name) < 2);
    }

    private int at(View view, String name) {
        Control at = view.at(model.actor(name));
        return at instanceof Place place ? place.number() : -1;
    }

    /**
     * What a state is when each task has the name that {@code named} gives it, by hand: nothing of what is tested is
     * used.
     */
    List<Object> image(State state, Map<String, String> named) {
        List<Object> image = new ArrayList<>();
        image.add(state.read(lock).map(ticket -> called(named, ticket.holder()) + ticket.number()));
        image.add(state.read(queue).map(name -> called(named, name)));
        image.add(state.read(seen).toVector().map(name -> called(named, name)).sorted());
        image.add(state.read(count));
        for (String name : names.append("other")) {
            String before = named.find(pair -> pair._2().equals(name))
                    .map(pair -> pair._1())
                    .getOrElse(name);
            image.add(state.read(mine.of(before)));
            Place place = (Place) state.at(model.actor(before));
            image.add(place.number());
            image.add(place.met().map(met -> called(named, met)));
        }
        return image;
    }

    private static String called(Map<String, String> named, String name) {
        return named.get(name).getOrElse(name);
    }

    /** All ways to give each task the name of one. */
    Seq<Map<String, String>> namings() {
        return names.permutations().map(order -> names.zip(order).toLinkedMap(pair -> pair));
    }
}
