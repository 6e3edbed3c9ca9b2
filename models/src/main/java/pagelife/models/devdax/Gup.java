package pagelife.models.devdax;

import static pagelife.checker.model.Fairness.NONE;
import static pagelife.checker.model.Fairness.WEAK;

import pagelife.checker.model.Cell;
import pagelife.checker.model.Now;
import pagelife.checker.model.Script;
import pagelife.models.page.Counting;
import pagelife.models.page.Holds;
import pagelife.models.page.Owner;
import pagelife.models.page.PageId;
import pagelife.models.page.Pagemap;
import pagelife.models.page.Pin;
import pagelife.models.page.Pins;
import pagelife.models.page.Pte;
import pagelife.models.page.PteAt;
import pagelife.models.page.TaskId;

/** get_user_pages under locks, of one 4K page of a huge entry: mm/gup.c, mm/huge_memory.c. */
final class Gup {
    private final Kernel kernel;
    private final Cells cells;
    private final Rules rules;
    private final Cell<Pins> pins;
    private final PteAt at;
    private final Owner pin;
    private final Holds pagemap;

    /** @param at the place of the page */
    Gup(Kernel kernel, TaskId task, Cell<Pins> pins, PteAt at) {
        this.kernel = kernel;
        this.cells = kernel.cells();
        this.rules = kernel.rules();
        this.pins = pins;
        this.at = at;
        this.pin = new Owner.Pin(task);
        this.pagemap = Holds.shortly(task, Pagemap.Id.PAGEMAP, 1);
    }

    Script script() {
        Script gup = new Script()
                .fairness(NONE)
                .in(kernel.gup("mm/huge_memory.c", "follow_devmap_pmd", "follow_huge_pmd"))
                .step("s1 grab page", this::grab);
        return rules.is(Rules.GUP_TAKES_PAGEMAP)
                ? gup.owes(WEAK)
                        .in(kernel.source("include/linux/memremap.h", "put_dev_pagemap"))
                        .step("s2 put pagemap", this::putPagemap)
                        .has(pagemap)
                : gup;
    }

    /** s1: atomic under PTL. The page of a tail is counted on its head. */
    private void grab(Now now) {
        Pte pte = now.read(cells.pte(kernel.world().entry(at.mm(), at.index())));
        if (!pte.isPresent()
                || rules.is(Rules.GUP_TAKES_PAGEMAP)
                        && !now.read(cells.pagemap()).isLive()) {
            now.end();
            return;
        }
        PageId page = kernel.world().pageAt(pte.page().get(), at.index());
        PageId counted =
                rules.is(Rules.GUP_RESOLVES_HEAD) ? now.read(cells.frame(page)).head() : page;
        if (!count(now, counted)) {
            now.end(); // with a warning; the pagemap is let go at once
            return;
        }
        now.change(pins, held -> held.take(Pin.through(at, counted, 1)));
        if (rules.is(Rules.GUP_TAKES_PAGEMAP)) {
            Counting.get(now, cells.pagemap(), 1, pagemap.owner());
        }
    }

    private boolean count(Now now, PageId page) {
        if (rules.is(Rules.GUP_RESOLVES_HEAD)) {
            return Counting.getUnlessZero(now, cells.page(page), page, 1, pin);
        }
        Counting.get(now, cells.page(page), page, 1, pin);
        return true;
    }

    private void putPagemap(Now now) {
        Counting.put(now, cells.pagemap(), 1, pagemap.owner());
    }
}
