package pagelife.models.fsdax;

import static pagelife.checker.model.Fairness.NONE;
import static pagelife.checker.model.Fairness.STRONG;

import io.vavr.collection.Seq;
import io.vavr.control.Option;
import pagelife.checker.model.Cell;
import pagelife.checker.model.Now;
import pagelife.checker.model.Script;
import pagelife.models.page.Owner;
import pagelife.models.page.Pin;
import pagelife.models.page.Pins;
import pagelife.models.page.PteAt;
import pagelife.models.page.TaskId;

/**
 * The end of a pin, some day: mm/gup.c and whoever holds pins. A task that has no such pin does nothing, and takes no step.
 */
final class Unpin {
    private final Kernel kernel;
    private final Cell<Pins> pins;
    private final Owner owner;
    private final Seq<PinHolder> holders;
    private final Option<PteAt> through;

    /**
     * @param holders who may hold the pin
     * @param through the page-table entry through which it was taken; empty for the pin that was taken last
     */
    Unpin(Kernel kernel, TaskId task, Cell<Pins> pins, Seq<PinHolder> holders, Option<PteAt> through) {
        this.kernel = kernel;
        this.pins = pins;
        this.owner = new Owner.Pin(task);
        this.holders = holders;
        this.through = through;
    }

    Script script() {
        return new Script()
                .fairness(NONE)
                .begins(this::begin)
                .in(kernel.source("mm/gup.c", "unpin_user_page", "gup_put_folio", "gup_put_folio"))
                .owes(STRONG)
                .step("s3 unpin", this::unpin);
    }

    private void begin(Now now) {
        if (pin(now).isEmpty()) {
            now.end();
        }
    }

    private Option<Pin> pin(Now now) {
        Pins held = now.read(pins);
        return through.fold(held::last, held::last);
    }

    private void unpin(Now now) {
        Pin pin = pin(now).get();
        now.change(pins, held -> held.drop(pin));
        kernel.references()
                .put(now, pin.page(), pin.refs(), owner, kernel.rules().wakes(holder(now)));
    }

    /** Who held the pin, as far as it matters: told when it is dropped, since nothing depends on it before. */
    private PinHolder holder(Now now) {
        return holders.size() == 1
                ? holders.head()
                : PinHolder.putting(holders, now.choose("put by", holders.map(PinHolder::put)));
    }
}
