package pagelife.models.fsdax;

import static pagelife.checker.model.Fairness.NONE;
import static pagelife.checker.model.Fairness.WEAK;

import pagelife.checker.model.Cell;
import pagelife.checker.model.Now;
import pagelife.checker.model.Script;
import pagelife.models.page.Begun;
import pagelife.models.page.Holds;
import pagelife.models.page.Owner;
import pagelife.models.page.PageId;
import pagelife.models.page.Pagemap;
import pagelife.models.page.Pin;
import pagelife.models.page.Pins;
import pagelife.models.page.Pte;
import pagelife.models.page.PteAt;
import pagelife.models.page.TaskId;

/**
 * get_user_pages under {@code mmap_lock} and the page-table lock: mm/gup.c. Where nothing is mapped, or the pagemap is
 * dying, it ends empty-handed: that the kernel then runs a fault and tries again is a fault of the model and another GUP.
 */
final class SlowGup {
    private final Kernel kernel;
    private final Cell<Pins> pins;
    private final PteAt at;
    private final Owner pin;
    private final Holds pagemap;
    private final boolean takesPagemap;

    SlowGup(Kernel kernel, TaskId task, Cell<Pins> pins, PteAt at) {
        this.kernel = kernel;
        this.pins = pins;
        this.at = at;
        this.pin = new Owner.Pin(task);
        this.pagemap = Holds.shortly(task, Pagemap.Id.PAGEMAP, 1);
        this.takesPagemap = kernel.rules().is(Rules.GUP_TAKES_PAGEMAP);
    }

    Script script() {
        Script gup = new Script()
                .fairness(NONE)
                .in(kernel.source("mm/gup.c", "follow_page_pte"))
                .step("s1 grab page", this::grab)
                .has(Begun.NOT_YET);
        return takesPagemap
                ? gup.owes(WEAK)
                        .in(kernel.source("include/linux/memremap.h", "put_dev_pagemap"))
                        .step("s2 put pagemap", this::putPagemap)
                        .has(pagemap)
                : gup;
    }

    /** s1: atomic under PTL, against zaps though not against puts. */
    private void grab(Now now) {
        Pte pte = now.read(kernel.cells().pte(at));
        if (!pte.isPresent()
                || pte.kind() == Pte.Kind.SPECIAL
                || takesPagemap && !now.read(kernel.cells().pagemap()).isLive()) {
            now.end();
            return;
        }
        PageId page = pte.page().get();
        int refs = kernel.rules().pinRefs();
        if (!kernel.references().getUnlessZero(now, page, refs, pin)) {
            now.end(); // with a warning; the pagemap is let go at once
            return;
        }
        now.change(pins, held -> held.take(Pin.through(at, page, refs)));
        if (takesPagemap) {
            kernel.references().getPagemap(now, pagemap.owner());
        }
    }

    private void putPagemap(Now now) {
        kernel.references().putPagemap(now, pagemap.owner());
    }
}
