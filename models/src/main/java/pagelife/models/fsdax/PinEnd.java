package pagelife.models.fsdax;

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
import pagelife.models.parts.Unpin;

/** How a pin ends: mm/gup.c and whoever holds pins. */
final class PinEnd {
    private final Kernel kernel;
    private final Cell<Pins> pins;
    private final Owner owner;
    private final Seq<PinHolder> holders;
    private final Option<PteAt> through;

    /**
     * @param holders who may hold the pin
     * @param through the page-table entry through which it was taken; empty for the pin that was taken last
     */
    PinEnd(Kernel kernel, TaskId task, Cell<Pins> pins, Seq<PinHolder> holders, Option<PteAt> through) {
        this.kernel = kernel;
        this.pins = pins;
        this.owner = new Owner.Pin(task);
        this.holders = holders;
        this.through = through;
    }

    Script script() {
        return new Unpin(pins, held -> through.fold(held::last, held::last), this::put)
                .script(kernel.source("mm/gup.c", "unpin_user_page", "gup_put_folio", "gup_put_folio"));
    }

    private void put(Now now, Pin pin) {
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
