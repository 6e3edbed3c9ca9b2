package pagelife.checker.observe;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import pagelife.checker.model.ActorBuilder;
import pagelife.checker.model.Cell;
import pagelife.checker.model.Control;
import pagelife.checker.model.Event;
import pagelife.checker.model.Model;
import pagelife.checker.model.ModelBuilder;
import pagelife.checker.model.Move;
import pagelife.checker.model.Source;
import pagelife.checker.model.State;
import pagelife.checker.model.Transition;

/**
 * Three tasks of a few places, two counters between them, and steps drawn at random, some of which show themselves; and
 * recordings of random runs.
 */
final class RandomScene {
    private static final int TASKS = 3;
    private static final int PLACES = 3;
    private static final int RULES = 12;
    private static final int COUNTERS = 2;
    private static final int MODULUS = 3;
    private static final int SHOWN = 6;

    private static final String ENTER = "enter";

    private static final Reading READING = new Reading() {
        @Override
        public Seq<Label> labels(Transition taken) {
            return taken.events().filter(Told.class::isInstance).map(event -> ((Told) event).label());
        }

        @Override
        public boolean announces(String event) {
            return event.equals(ENTER);
        }
    };

    private final Random random;
    private final List<Cell<Integer>> counters = new ArrayList<>();
    private final Model model;

    /** Where a task is. */
    private record There(int place) implements Control {}

    /** What a step tells. */
    private record Told(Label label) implements Event {}

    /** At a place, when a counter is as given, adds to one, shows some of what it did, and goes to a place. */
    private record Rule(int place, int asked, int value, int changed, List<Integer> added, int shown, int to) {}

    RandomScene(long seed) {
        this.random = new Random(seed);
        ModelBuilder builder = Model.builder("random");
        for (int i = 0; i < COUNTERS; i++) {
            counters.add(builder.cell("c" + i, 0));
        }
        for (int task = 0; task < TASKS; task++) {
            ActorBuilder<There> actor = builder.actor("t" + task, There.class, new There(0));
            for (int i = 0; i < RULES / TASKS; i++) {
                step(actor, "s" + i, rule());
            }
        }
        this.model = builder.build();
    }

    private Rule rule() {
        List<Integer> added = random.nextInt(4) == 0 ? List.of(1, 2) : List.of(1);
        return new Rule(
                random.nextInt(PLACES),
                random.nextInt(COUNTERS),
                random.nextInt(MODULUS),
                random.nextInt(COUNTERS),
                added,
                random.nextInt(SHOWN),
                random.nextInt(PLACES));
    }

    private void step(ActorBuilder<There> actor, String id, Rule rule) {
        actor.step(id, "", Source.NONE, There.class, (at, view) -> {
            if (at.place() != rule.place() || view.read(counters.get(rule.asked())) > rule.value()) {
                return view.waits();
            }
            Cell<Integer> changed = counters.get(rule.changed());
            int value = (view.read(changed) + view.choose("add", Vector.ofAll(rule.added()))) % MODULUS;
            view.write(changed, value);
            if (rule.shown() >= 4) {
                view.tell(new Told(Label.of(ENTER, changed.name())));
            }
            if (rule.shown() >= 2 && rule.shown() < 5) {
                view.tell(new Told(Label.of("add", changed.name()).counting(value)));
            }
            if (rule.shown() == 3) {
                view.tell(new Told(Label.of("wake", changed.name())));
            }
            return new There(rule.to());
        });
    }

    Model model() {
        return model;
    }

    Observer observer() {
        return new Observer(model, reading());
    }

    static Reading reading() {
        return READING;
    }

    /**
     * What is seen of a random run: each task writes the labels of a step before it takes another, others meanwhile do
     * what they like. A count is one that was so between the step and its line.
     *
     * @param late whether the first label of a step may be late, too
     */
    Seq<Observation> recording(int steps, boolean late) {
        List<Deque<Due>> owed = new ArrayList<>();
        for (int task = 0; task < TASKS; task++) {
            owed.add(new ArrayDeque<>());
        }
        Label[] announced = new Label[TASKS];
        List<Observation> lines = new ArrayList<>();
        State state = model.initialStates().head();
        for (int step = 0; step < steps; step++) {
            int task = random.nextInt(TASKS);
            Seq<Move> moves = Move.in(state, model.actors().get(task))
                    .filter(move -> announced[task] == null || announced(move).contains(announced[task]));
            if (!owed.get(task).isEmpty()) {
                write(task, owed.get(task).remove(), lines);
            } else if (!moves.isEmpty()) {
                Move move = moves.get(random.nextInt(moves.size()));
                if (announced(move).isDefined() && announced[task] == null) {
                    announced[task] = announced(move).get();
                    write(task, new Due(announced[task], List.of()), lines);
                } else {
                    announced[task] = null;
                    state = move.to();
                    show(move, owed);
                }
                if (!late && !owed.get(task).isEmpty()) {
                    write(task, owed.get(task).remove(), lines);
                }
            }
        }
        for (int task = 0; task < TASKS; task++) {
            while (!owed.get(task).isEmpty()) {
                write(task, owed.get(task).remove(), lines);
            }
        }
        return Vector.ofAll(lines);
    }

    /** Whether a line is written before what it tells of is done. */
    static boolean isAhead(Observation line) {
        return line.sight() instanceof Sight.Shows shows
                && READING.announces(shows.label().event());
    }

    /** What is written before a step is taken. */
    private static Option<Label> announced(Move move) {
        return READING.labels(move).headOption().filter(label -> READING.announces(label.event()));
    }

    private void show(Move move, List<Deque<Due>> owed) {
        for (Label label : READING.labels(move).drop(announced(move).isDefined() ? 1 : 0)) {
            owed.forEach(all -> all.stream()
                    .filter(due -> due.label.subjects().equals(label.subjects()))
                    .forEach(due -> label.count().forEach(due.counts::add)));
            owed.get(move.step().actor().index())
                    .add(new Due(label, new ArrayList<>(label.count().toJavaList())));
        }
    }

    private void write(int task, Due due, List<Observation> lines) {
        Label label = due.label.count().isEmpty()
                ? due.label
                : due.label.counting(due.counts.get(random.nextInt(due.counts.size())));
        lines.add(new Observation(lines.size() + 1, "t" + task, new Sight.Shows(label)));
    }

    private record Due(Label label, List<Integer> counts) {}

    /** The same with one line dropped, repeated, exchanged with the next, or saying something else. */
    Seq<Observation> edited(Seq<Observation> recording) {
        int at = random.nextInt(recording.size());
        Observation line = recording.get(at);
        Label label = ((Sight.Shows) line.sight()).label();
        Seq<Observation> edited = switch (random.nextInt(6)) {
            case 0 -> recording.removeAt(at);
            case 1 -> recording.insert(at, line);
            case 2 -> recording.removeAt(at).insert(Math.min(at + 1, recording.size() - 1), line);
            case 3 -> recording.update(at, saying(line, label.counting(random.nextInt(MODULUS))));
            default -> recording.update(at, saying(line, Label.of("add", "c1").counting(random.nextInt(MODULUS))));
        };
        return edited.zipWithIndex((each, i) -> new Observation(i + 1, each.task(), each.sight()));
    }

    private static Observation saying(Observation line, Label label) {
        return new Observation(line.line(), line.task(), new Sight.Shows(label));
    }
}
