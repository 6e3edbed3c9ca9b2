package pagelife.models.fsdax;

import io.vavr.collection.Seq;
import io.vavr.control.Option;
import pagelife.checker.model.Now;
import pagelife.checker.model.Script;
import pagelife.checker.model.Task;
import pagelife.models.page.Owner;
import pagelife.models.page.PageId;
import pagelife.models.page.Pin;
import pagelife.models.page.PteAt;
import pagelife.models.parts.Unpin;

/**
 * How a pin ends: mm/gup.c and whoever holds pins.
 *
 * @param holders who may hold the pin
 */
record PinEnd(Kernel kernel, Seq<PinHolder> holders) {
    /** @param through the page-table entry through which it was taken; empty for the pin that was taken last */
    Script script(Task task, Option<PteAt> through) {
        return end().script(task, held -> through.fold(held::last, held::last));
    }

    /** The end of a pin of a page that was taken with this flag. */
    Script script(Task task, Foll flag, PageId page) {
        return end().script(task, held -> held.last(page, flag.refs()));
    }

    private Unpin end() {
        return new Unpin(kernel.source("mm/gup.c", "unpin_user_page", "gup_put_folio", "gup_put_folio"), this::put);
    }

    private void put(Now now, Pin pin, Owner owner) {
        kernel.references().put(now, pin.page(), pin.refs(), owner, holder(now).wakes());
    }

    /** Who held the pin, as far as it matters: told when it is dropped, since nothing depends on it before. */
    private PinHolder holder(Now now) {
        return holders.size() == 1
                ? holders.head()
                : PinHolder.putting(holders, now.choose("put by", holders.map(PinHolder::put)));
    }
}
