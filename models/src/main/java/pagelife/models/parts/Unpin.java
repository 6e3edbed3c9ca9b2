package pagelife.models.parts;

import static pagelife.checker.model.Fairness.NONE;
import static pagelife.checker.model.Fairness.STRONG;

import io.vavr.control.Option;
import java.util.function.Function;
import pagelife.checker.model.Cell;
import pagelife.checker.model.Now;
import pagelife.checker.model.Operation;
import pagelife.checker.model.Script;
import pagelife.checker.model.Source;
import pagelife.checker.model.Task;
import pagelife.models.page.Owner;
import pagelife.models.page.Pin;
import pagelife.models.page.Pins;
import pagelife.models.page.PteAt;
import pagelife.models.page.TaskId;

/**
 * The end of a pin, some day. A task that has no such pin does nothing, and takes no step.
 *
 * @param function what its step stands for
 * @param put how the references of a pin are dropped
 */
public record Unpin(Source function, Put put) {
    /** The step that drops a pin. */
    public static final String STEP = "s3";

    /** What the end of a pin that was taken through one page-table entry is, in words. */
    public static final String THERE = "drop the pin that was taken there";

    /** How the references of a pin are dropped. */
    @FunctionalInterface
    public interface Put {
        /** Drops them for {@code owner}, whose task does not hold the pin any more. */
        void put(Now now, Pin pin, Owner owner);
    }

    /** The operation that ends the pin that its task took last. */
    public Operation last() {
        return Operation.of(Calls.UNPIN, "drop the pin that was taken last", task -> script(task, Pins::last));
    }

    /** The end of the pin that {@code task} took last through {@code entry}. */
    public Script through(Task task, PteAt entry) {
        return script(task, held -> held.last(entry));
    }

    /** The end of one of the pins of {@code task}: of none when it holds none of the sort. */
    public Script script(Task task, Function<Pins, Option<Pin>> which) {
        Cell<Pins> pins = Pins.of(task);
        Owner owner = new Owner.Pin(TaskId.of(task));
        return new Script()
                .fairness(NONE)
                .begins(now -> {
                    if (which.apply(now.read(pins)).isEmpty()) {
                        now.end();
                    }
                })
                .in(function)
                .owes(STRONG)
                .step(STEP + " unpin", now -> {
                    Pin pin = which.apply(now.read(pins)).get();
                    now.change(pins, held -> held.drop(pin));
                    put.put(now, pin, owner);
                });
    }
}
