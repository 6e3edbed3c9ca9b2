package pagelife.models.parts;

import static pagelife.checker.model.Fairness.NONE;
import static pagelife.checker.model.Fairness.STRONG;

import io.vavr.control.Option;
import java.util.function.BiConsumer;
import java.util.function.Function;
import pagelife.checker.model.Cell;
import pagelife.checker.model.Now;
import pagelife.checker.model.Script;
import pagelife.checker.model.Source;
import pagelife.models.page.Pin;
import pagelife.models.page.Pins;
import pagelife.models.page.PteAt;

/**
 * The end of a pin, some day. A task that has no such pin does nothing, and takes no step.
 *
 * @param pins what the task holds
 * @param which the pin of these that goes; empty when it holds none of the sort
 * @param put drops the references of a pin, which its task does not hold any more
 */
public record Unpin(Cell<Pins> pins, Function<Pins, Option<Pin>> which, BiConsumer<Now, Pin> put) {
    /** The step that drops a pin. */
    public static final String STEP = "s3";

    /** The end of the pin that the task took last. */
    public static Unpin last(Cell<Pins> pins, BiConsumer<Now, Pin> put) {
        return new Unpin(pins, Pins::last, put);
    }

    /** The end of the pin that the task took last through a page-table entry. */
    public static Unpin last(Cell<Pins> pins, PteAt through, BiConsumer<Now, Pin> put) {
        return new Unpin(pins, held -> held.last(through), put);
    }

    /** The operation, whose step stands for {@code function}. */
    public Script script(Source function) {
        return new Script()
                .fairness(NONE)
                .begins(this::begin)
                .in(function)
                .owes(STRONG)
                .step(STEP + " unpin", this::unpin);
    }

    private void begin(Now now) {
        if (which.apply(now.read(pins)).isEmpty()) {
            now.end();
        }
    }

    private void unpin(Now now) {
        Pin pin = which.apply(now.read(pins)).get();
        now.change(pins, held -> held.drop(pin));
        put.accept(now, pin);
    }
}
