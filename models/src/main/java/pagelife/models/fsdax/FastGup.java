package pagelife.models.fsdax;

import io.vavr.control.Option;
import pagelife.checker.model.Cell;
import pagelife.checker.model.Now;
import pagelife.checker.model.Script;
import pagelife.models.page.Irqs;
import pagelife.models.page.Owner;
import pagelife.models.page.PageId;
import pagelife.models.page.Pagemap;
import pagelife.models.page.Pins;
import pagelife.models.page.Pte;
import pagelife.models.page.PteAt;
import pagelife.models.page.TaskId;
import pagelife.models.parts.FastPin;

/** get_user_pages_fast by the rules of a variant. */
record FastGup(Kernel kernel, Foll flag) implements FastPin.Rules {
    Script script(TaskId task, Cell<Pins> pins, PteAt at) {
        Cell<Pte> entry = kernel.cells().pte(at);
        // only a TLB flush by interrupt asks
        Option<Cell<Irqs>> irqs = Option.when(
                kernel.rules().is(Rules.IPI_FLUSH), () -> kernel.cells().irqs(task));
        return new FastPin(new FastPin.Walk(task, pins, at, entry, irqs), this)
                .script(new FastPin.Sources(
                        kernel.source("mm/gup.c", "gup_pte_range", "gup_pte_range", "gup_fast_pte_range"),
                        kernel.source("mm/memremap.c", "get_dev_pagemap"),
                        kernel.source("mm/gup.c", "try_grab_compound_head", "try_grab_folio", "try_grab_folio_fast"),
                        kernel.source("include/linux/memremap.h", "put_dev_pagemap")));
    }

    @Override
    public PageId find(Now now, Pte seen) {
        return seen.page().get();
    }

    @Override
    public boolean grab(Now now, PageId page, Owner self) {
        if (kernel.rules().is(Rules.GRAB_UNLESS_ZERO)) {
            return kernel.references().getUnlessZero(now, page, 1, self);
        }
        kernel.references().get(now, page, self);
        return true;
    }

    @Override
    public int refs() {
        return flag.refs();
    }

    @Override
    public void grabMore(Now now, PageId page, int refs, Owner self) {
        kernel.references().getUnlessZero(now, page, refs, self);
    }

    @Override
    public void undo(Now now, PageId page, int refs, Owner self) {
        kernel.references().put(now, page, refs, self, Rules.UNDO_WAKES);
    }

    /**
     * Until 6.16 by the PTE ({@code pte_devmap}), before anything is counted; since 6.15 by the page ({@code
     * folio_is_longterm_pinnable}), which is held by then.
     */
    @Override
    public FastPin.Refusal refuses() {
        if (flag != Foll.LONGTERM) {
            return FastPin.Refusal.NOTHING;
        }
        return kernel.rules().is(Rules.PTE_HOLDS_REFERENCE) ? FastPin.Refusal.PAGE : FastPin.Refusal.ENTRY;
    }

    @Override
    public boolean rechecks() {
        return kernel.rules().is(Rules.RECHECK_PTE);
    }

    @Override
    public Option<Cell<Pagemap>> pagemap() {
        return kernel.gupTakesPagemap();
    }
}
