package pagelife.checker.observe;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import pagelife.checker.model.At;
import pagelife.checker.model.Cell;
import pagelife.checker.model.Event;
import pagelife.checker.model.Model;
import pagelife.checker.model.ModelBuilder;
import pagelife.checker.model.Operation;
import pagelife.checker.model.Script;
import pagelife.checker.model.Task;
import pagelife.checker.model.Transition;
import pagelife.checker.property.Invariant;
import pagelife.checker.property.Property;
import pagelife.checker.property.StepProperty;

/**
 * A page that tasks pin and unpin, and a truncate that sleeps until it is idle: a put shows its count, and the wake-up
 * that is part of the same step. That truncate looks, queues and is woken nobody sees; that it frees is seen.
 */
final class PinAndTruncate {
    private static final int IDLE = 1;

    private final ModelBuilder builder = Model.builder("pin and truncate");
    private final Cell<Integer> refs = builder.cell("refs", IDLE);
    private final Cell<Boolean> queued = builder.cell("queued", false);
    private final Cell<Boolean> freed = builder.cell("freed", false);
    private final Model model;

    /** What a step tells. */
    record Told(Label label) implements Event {}

    /** A recording that shows all that is told. */
    static final Reading READING = PinAndTruncate::labels;

    private static Seq<Label> labels(Transition taken) {
        return taken.events().filter(Told.class::isInstance).map(event -> ((Told) event).label());
    }

    /**
     * The model.
     *
     * @param wakes whether the last put wakes the truncate
     * @param pinners the tasks that pin and unpin; {@code truncate} is another
     */
    PinAndTruncate(boolean wakes, String... pinners) {
        Operation pin = Operation.of("pin", "take a reference", this::pin);
        Operation unpin = Operation.of("unpin", "drop it", task -> unpin(task, wakes));
        Operation truncate = Operation.of("truncate", "free the page", task -> truncate());
        for (String pinner : pinners) {
            builder.task(pinner, Recorded.program(Vector.of(pin.call(), unpin.call())));
        }
        builder.task("truncate", Recorded.program(Vector.of(truncate.call())));
        this.model = builder.build();
    }

    private Script pin(Task task) {
        Cell<Integer> pins = pins(task);
        return new Script()
                .step("g1 page there?", now -> now.await(!now.read(freed)))
                .step("g2 get", now -> {
                    now.change(pins, n -> n + 1);
                    now.tell(told("get", now.change(refs, n -> n + 1)));
                });
    }

    private Script unpin(Task task, boolean wakes) {
        Cell<Integer> pins = pins(task);
        return new Script().step("s3 put", now -> {
            now.await(now.read(pins) > 0);
            now.change(pins, n -> n - 1);
            int left = now.change(refs, n -> n - 1);
            now.tell(told("put", left));
            if (left == IDLE && wakes) {
                now.write(queued, false);
                now.tell(new Told(Label.of("wake", "P0")));
            }
        });
    }

    private Script truncate() {
        return new Script()
                .step("t4 busy?", now -> {
                    if (now.read(refs) == IDLE) {
                        now.go("t11");
                    }
                })
                .step("t5 queue", now -> now.write(queued, true))
                .step("t6 idle?", now -> {
                    if (now.read(refs) == IDLE) {
                        now.write(queued, false);
                        now.go("t4");
                    }
                })
                .step("t8 wake up", now -> {
                    now.await(!now.read(queued));
                    now.go("t4");
                })
                .step("t11 free", now -> {
                    now.write(freed, true);
                    now.tell(new Told(Label.of("free", "P0")));
                });
    }

    private static Cell<Integer> pins(Task task) {
        return task.cell("pins", Integer.class, 0);
    }

    private static Told told(String event, int left) {
        return new Told(Label.of(event, "P0").counting(left));
    }

    Model model() {
        return model;
    }

    /** The observer of it. */
    Observer observer() {
        return new Observer(model, READING);
    }

    /** That there is so many references. */
    Sight counts(int wanted) {
        return new Sight.Finds("P0 has " + wanted, view -> view.read(refs) == wanted);
    }

    /** What is freed is not pinned. */
    Property noPinOfFreed() {
        return Invariant.always(
                "INV-4", "a freed block is not pinned", view -> !view.read(freed) || view.read(refs) == IDLE);
    }

    /** Nobody goes to sleep. */
    Property nobodySleeps() {
        return Invariant.always("nobody sleeps", "truncate does not queue", view -> !view.read(queued));
    }

    /** No put leaves a reference. */
    Property everyPutIsTheLast() {
        return new StepProperty(
                "last put",
                "every put is the last",
                taken -> !taken.step().id().equals("s3") || taken.after(refs) == IDLE);
    }

    /** The recording of these words, each {@code task event} or {@code task event count}, a line each. */
    Seq<Observation> recording(String... lines) {
        return recording(Vector.of(lines));
    }

    /** The recording of these words. */
    Seq<Observation> recording(Seq<String> lines) {
        return lines.zipWithIndex((line, at) -> {
            String[] words = line.split(" ", 2);
            return new Observation(at + 1, words[0], sight(words[1]));
        });
    }

    private Sight sight(String words) {
        return switch (words) {
            case "on" -> new Sight.On();
            case "off" -> new Sight.Off();
            case "quiet" -> new Sight.Quiet();
            case "ends" -> new Sight.Ends();
            case "asleep" ->
                new Sight.Finds(
                        "it is asleep", view -> view.read(queued) && At.isAt(view.at(model.actor("truncate")), "t8"));
            default -> words.startsWith("begins ") ? new Sight.Begins(words.substring(7)) : shows(words.split(" "));
        };
    }

    private static Sight shows(String[] words) {
        Label label = Label.of(words[0], "P0");
        return new Sight.Shows(words.length == 1 ? label : label.counting(Integer.parseInt(words[1])));
    }
}
