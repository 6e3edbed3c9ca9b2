package pagelife.models.devdax;

import io.vavr.control.Option;
import pagelife.checker.model.Cell;
import pagelife.checker.model.Now;
import pagelife.checker.model.Script;
import pagelife.checker.model.Source;
import pagelife.models.page.Counting;
import pagelife.models.page.Irqs;
import pagelife.models.page.Owner;
import pagelife.models.page.PageId;
import pagelife.models.page.Pagemap;
import pagelife.models.page.Pins;
import pagelife.models.page.Pte;
import pagelife.models.page.PteAt;
import pagelife.models.page.TaskId;
import pagelife.models.parts.FastPin;

/**
 * get_user_pages_fast of one 4K page of a huge device entry: mm/gup.c.
 *
 * @param at the place of the page
 */
record FastGup(Kernel kernel, PteAt at) implements FastPin.Rules {
    Script script(TaskId task, Cell<Pins> pins) {
        Option<Cell<Irqs>> irqs = Option.some(kernel.cells().irqs(task));
        Source huge = kernel.gup("mm/gup.c", "__gup_device_huge", "try_grab_folio_fast");
        return new FastPin(new FastPin.Walk(task, pins, at, kernel.entry(at), irqs), this)
                .script(new FastPin.Sources(
                        kernel.gup("mm/gup.c", "__gup_device_huge_pmd", "gup_fast_pmd_leaf"), huge, huge, huge));
    }

    @Override
    public PageId find(Now now, Pte seen) {
        PageId page = kernel.world().pageAt(seen.page().get(), at.index());
        return now.read(kernel.cells().frame(page)).head();
    }

    @Override
    public boolean grab(Now now, PageId page, Owner self) {
        return Counting.getUnlessZero(now, kernel.cells().page(page), page, 1, self);
    }

    @Override
    public void undo(Now now, PageId page, int refs, Owner self) {
        kernel.put(now, page, refs, self);
    }

    @Override
    public Option<Cell<Pagemap>> pagemap() {
        return kernel.gupTakesPagemap();
    }

    /** Until 5.12 it was forgotten (6401c4eb57f9). */
    @Override
    public boolean failurePutsPagemap() {
        return kernel.rules().is(Rules.FAILED_GRAB_PUTS_PAGEMAP);
    }
}
