package pagelife.models.devdax;

import io.vavr.control.Option;
import pagelife.checker.model.Cell;
import pagelife.checker.model.Now;
import pagelife.checker.model.Script;
import pagelife.models.page.Counting;
import pagelife.models.page.Owner;
import pagelife.models.page.Page;
import pagelife.models.page.PageId;
import pagelife.models.page.Pins;
import pagelife.models.page.PteAt;
import pagelife.models.page.TaskId;
import pagelife.models.parts.SlowPin;

/**
 * get_user_pages under locks, of one 4K page of a huge entry: mm/gup.c, mm/huge_memory.c.
 *
 * @param at the place of the page
 */
record Gup(Kernel kernel, PteAt at) implements SlowPin.Target {
    Script script(TaskId task, Cell<Pins> pins) {
        return new SlowPin(task, pins, at, 1, this, kernel.gupTakesPagemap())
                .script(
                        kernel.gup("mm/huge_memory.c", "follow_devmap_pmd", "follow_huge_pmd"),
                        kernel.source("include/linux/memremap.h", "put_dev_pagemap"));
    }

    /** The page of a tail is counted on its head. */
    @Override
    public Option<PageId> find(Now now) {
        return now.read(kernel.entry(at))
                .page()
                .map(first -> kernel.world().pageAt(first, at.index()))
                .map(page ->
                        resolvesHead() ? now.read(kernel.cells().frame(page)).head() : page);
    }

    @Override
    public boolean grab(Now now, PageId page, Owner pin) {
        Cell<Page> cell = kernel.cells().page(page);
        if (resolvesHead()) {
            return Counting.getUnlessZero(now, cell, page, 1, pin);
        }
        Counting.get(now, cell, page, 1, pin);
        return true;
    }

    private boolean resolvesHead() {
        return kernel.rules().is(Rules.GUP_RESOLVES_HEAD);
    }
}
