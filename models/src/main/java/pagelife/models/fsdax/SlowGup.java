package pagelife.models.fsdax;

import io.vavr.control.Option;
import pagelife.checker.model.Cell;
import pagelife.checker.model.Now;
import pagelife.checker.model.Script;
import pagelife.models.page.Owner;
import pagelife.models.page.PageId;
import pagelife.models.page.Pins;
import pagelife.models.page.Pte;
import pagelife.models.page.PteAt;
import pagelife.models.page.TaskId;
import pagelife.models.parts.SlowPin;

/** get_user_pages under locks: the page of an entry, unless it is special. */
record SlowGup(Kernel kernel, PteAt at) implements SlowPin.Target {
    Script script(TaskId task, Cell<Pins> pins) {
        return new SlowPin(task, pins, at, kernel.rules().pinRefs(), this, kernel.gupTakesPagemap())
                .script(
                        kernel.source("mm/gup.c", "follow_page_pte"),
                        kernel.source("include/linux/memremap.h", "put_dev_pagemap"));
    }

    @Override
    public Option<PageId> find(Now now) {
        Pte pte = now.read(kernel.cells().pte(at));
        return pte.kind() == Pte.Kind.SPECIAL ? Option.none() : pte.page();
    }

    @Override
    public boolean grab(Now now, PageId page, Owner pin) {
        return kernel.references().getUnlessZero(now, page, kernel.rules().pinRefs(), pin);
    }
}
