package pagelife.checker.symmetry;

import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
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

/** A random protocol of some rooms with cells, as many tasks in each that do the same, and one task that is in none. */
final class Rooms {
    /** An identity. */
    record Room(int number) {
        @Override
        public String toString() {
            return "R" + number;
        }
    }

    /** An identity with a number, as a key and in values. */
    record Door(Room room, int side) {}

    /** Where a task is, and which room it has seen last. */
    record Place(int number, Option<Room> met) implements Control {}

    private enum Guard {
        ALWAYS,
        NO_LAST,
        LAST_HERE,
        COUNT,
        HEAD_ME,
        LINE_HERE
    }

    private enum Act {
        NOTHING,
        COUNT,
        QUEUE,
        LEAVE,
        LAST,
        CLEAR,
        LINE,
        NEXT,
        OPEN,
        CHOOSE
    }

    private record Rolled(int from, Guard guard, Act act, int to) {}

    private final ModelBuilder builder = Model.builder("rooms");
    private final Vector<Room> rooms;
    private final CellFamily<Room, Integer> count;
    private final CellFamily<Room, Vector<String>> queue;
    private final CellFamily<Door, Option<Door>> open;
    private final Cell<Option<Room>> last = builder.cell("last", Option.class, Option.<Room>none());
    private final Cell<Vector<Room>> line = builder.cell("line", Vector.class, Vector.<Room>empty());
    private final LinkedHashMap<String, Room> tasks;
    private final Random random;
    /** Whether the first room is not like the others in what is done there. */
    private final boolean biased;

    final Model model;

    Rooms(long seed, int howMany, int tasksInEach, boolean biased) {
        this.random = new Random(seed);
        this.biased = biased;
        this.rooms = Vector.range(0, howMany).map(Room::new);
        this.count = builder.cells("count", rooms, Integer.class, room -> 0);
        this.queue = builder.cells("queue", rooms, Vector.class, room -> Vector.<String>empty());
        this.open =
                builder.cells("open", rooms.map(room -> new Door(room, 0)), Option.class, door -> Option.<Door>none());
        List<Rolled> all = rolled();
        LinkedHashMap<String, Room> declared = LinkedHashMap.empty();
        for (int n = 0; n < howMany * tasksInEach; n++) {
            Room room = rooms.get(n % howMany);
            declared = declared.put("p" + n, room);
            declare("p" + n, Option.some(room), all);
        }
        this.tasks = declared;
        declare("other", Option.none(), rolled());
        this.model = builder.build();
    }

    private List<Rolled> rolled() {
        List<Rolled> steps = new ArrayList<>();
        for (int n = 4 + random.nextInt(3); n > 0; n--) {
            steps.add(new Rolled(
                    steps.isEmpty() ? 0 : random.nextInt(3),
                    Guard.values()[random.nextInt(Guard.values().length)],
                    Act.values()[random.nextInt(Act.values().length)],
                    random.nextInt(3)));
        }
        return steps;
    }

    private void declare(String name, Option<Room> room, List<Rolled> steps) {
        ActorBuilder<Place> task = builder.actor(name, Place.class, new Place(0, Option.none()));
        for (int s = 0; s < steps.size(); s++) {
            Rolled rolled = steps.get(s);
            String text = rolled + room.map(there -> " at " + there).getOrElse("");
            task.step("s" + s, text, Source.NONE, Place.class, (at, now) -> {
                if (at.number() != rolled.from()) {
                    return now.waits();
                }
                Room here = room.orElse(at.met()).getOrElse(() -> now.choose("room", rooms));
                return guard(rolled, name, here, now) && act(rolled, name, here, now)
                        ? new Place(rolled.to(), rolled.act() == Act.LAST ? now.read(last) : Option.none())
                        : now.waits();
            });
        }
    }

    private boolean guard(Rolled rolled, String name, Room here, StepView now) {
        return switch (rolled.guard()) {
            case ALWAYS -> !(biased && here.number() == 0 && rolled.act() == Act.COUNT);
            case NO_LAST -> now.read(last).isEmpty();
            case LAST_HERE -> now.read(last).contains(here);
            case COUNT -> now.read(count.of(here)) == 0 && !(biased && here.number() == 0);
            case HEAD_ME -> now.read(queue.of(here)).headOption().contains(name);
            case LINE_HERE -> now.read(line).headOption().contains(here);
        };
    }

    private boolean act(Rolled rolled, String name, Room here, StepView now) {
        switch (rolled.act()) {
            case NOTHING -> {}
            case COUNT -> now.write(count.of(here), 1 - now.read(count.of(here)));
            case QUEUE -> {
                if (now.read(queue.of(here)).size() == 2
                        || now.read(queue.of(here)).contains(name)) {
                    return false;
                }
                now.write(queue.of(here), now.read(queue.of(here)).append(name));
            }
            case LEAVE -> now.write(queue.of(here), now.read(queue.of(here)).remove(name));
            case LAST -> now.write(last, Option.some(here));
            case CLEAR -> now.write(last, Option.none());
            case LINE -> {
                if (now.read(line).contains(here)) {
                    return false;
                }
                now.write(line, now.read(line).append(here));
            }
            case NEXT -> now.write(line, now.read(line).drop(1));
            case OPEN -> now.write(open.of(new Door(here, 0)), now.read(last).map(room -> new Door(room, 1)));
            case CHOOSE -> now.write(last, Option.some(now.choose("any", rooms)));
        }
        return true;
    }

    /** Claims that do not know one room from another. */
    Seq<Property> claims() {
        int sum = 1 + random.nextInt(rooms.size());
        return Vector.of(
                Invariant.always(
                        "not " + sum,
                        "",
                        view -> rooms.map(room -> view.read(count.of(room)))
                                        .sum()
                                        .intValue()
                                != sum),
                Invariant.always("line is short", "", view -> view.read(line).size() < 2),
                Invariant.always(
                        "no room is last and in line",
                        "",
                        view -> view.read(last).forAll(room -> !view.read(line).contains(room))),
                Invariant.always(
                        "who met met what is last",
                        "",
                        view -> model.actors()
                                .forAll(actor -> at(view, actor.name())
                                        .met()
                                        .forAll(room -> view.read(last).contains(room)))),
                NoDeadlock.strict());
    }

    /** A claim that knows the first room from the others. */
    Property aboutTheFirst() {
        return Invariant.always(
                "the first is empty",
                "",
                view -> view.read(count.of(rooms.head())) == 0
                        && view.read(last).forAll(room -> room.number() != 0));
    }

    private Place at(View view, String name) {
        return view.at(model.actor(name)) instanceof Place place ? place : new Place(-1, Option.none());
    }

    /** All ways to give each room the name of one, and each task the name of one that is there then. */
    Seq<Map<Object, Object>> namings() {
        return rooms.permutations().flatMap(order -> {
            Map<Object, Object> named = LinkedHashMap.ofEntries(rooms.zip(order));
            return rooms.foldLeft(Vector.of(named), (all, room) -> {
                Vector<String> here = in(room);
                Vector<String> there = in((Room) named.get(room).get());
                return there.isEmpty()
                        ? all
                        : all.flatMap(before -> there.permutations()
                                .map(others -> before.merge(LinkedHashMap.ofEntries(here.zip(others)))));
            });
        });
    }

    private Vector<String> in(Room room) {
        return tasks.filterValues(room::equals).keySet().toVector();
    }

    /** What a state is with these names, by hand: nothing of what is tested is used. */
    List<Object> image(State state, Map<Object, Object> named) {
        List<Object> image = new ArrayList<>();
        image.add(state.read(last).map(room -> called(named, room)));
        image.add(state.read(line).map(room -> called(named, room)));
        for (Room room : rooms) {
            Room before = (Room) before(named, room);
            image.add(state.read(count.of(before)));
            image.add(state.read(queue.of(before)).map(name -> called(named, name)));
            image.add(state.read(open.of(new Door(before, 0))).map(door -> called(named, door.room())));
        }
        for (String name : tasks.keySet().toVector().append("other")) {
            Place place = at(state, (String) before(named, name));
            image.add(place.number());
            image.add(place.met().map(room -> called(named, room)));
        }
        return image;
    }

    private static Object called(Map<Object, Object> named, Object name) {
        return named.get(name).getOrElse(name);
    }

    private static Object before(Map<Object, Object> named, Object name) {
        return named.find(pair -> pair._2().equals(name)).map(pair -> pair._1()).getOrElse(name);
    }
}
