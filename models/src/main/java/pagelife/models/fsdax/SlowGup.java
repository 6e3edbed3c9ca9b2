package pagelife.models.fsdax;

import static pagelife.checker.model.Fairness.NONE;

import io.vavr.control.Option;
import pagelife.checker.model.Cell;
import pagelife.checker.model.Now;
import pagelife.checker.model.Script;
import pagelife.models.page.Begun;
import pagelife.models.page.Owner;
import pagelife.models.page.PageId;
import pagelife.models.page.Pins;
import pagelife.models.page.Pte;
import pagelife.models.page.PteAt;
import pagelife.models.page.TaskId;
import pagelife.models.parts.SlowPin;

/** get_user_pages under locks: the page of an entry, unless it is special. */
record SlowGup(Kernel kernel, Foll flag, PteAt at) implements SlowPin.Target {
    Script script(TaskId task, Cell<Pins> pins) {
        if (flag == Foll.LONGTERM) {
            return refusal();
        }
        return new SlowPin(task, pins, at, flag.refs(), this, kernel.gupTakesPagemap())
                .script(
                        kernel.source("mm/gup.c", "follow_page_pte"),
                        kernel.source("include/linux/memremap.h", "put_dev_pagemap"));
    }

    /** {@code vma_is_fsdax}: refused before anything is looked at. */
    private Script refusal() {
        return new Script()
                .fairness(NONE)
                .in(kernel.source("mm/gup.c", "check_vma_flags"))
                .step("s1 check VMA", now -> now.saw("a file on persistent memory: no long-term pin, EOPNOTSUPP"))
                .statement("if (gup_flags & FOLL_LONGTERM && vma_is_fsdax(vma)) return -EOPNOTSUPP")
                .has(Begun.NOT_YET);
    }

    @Override
    public Option<PageId> find(Now now) {
        Pte pte = now.read(kernel.cells().pte(at));
        return pte.kind() == Pte.Kind.SPECIAL ? Option.none() : pte.page();
    }

    @Override
    public boolean grab(Now now, PageId page, Owner pin) {
        return kernel.references().getUnlessZero(now, page, flag.refs(), pin);
    }
}
