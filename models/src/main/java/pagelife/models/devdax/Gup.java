package pagelife.models.devdax;

import static pagelife.checker.model.Fairness.NONE;
import static pagelife.checker.model.Fairness.STRONG;
import static pagelife.checker.model.Fairness.WEAK;

import pagelife.checker.model.Now;
import pagelife.checker.model.Script;
import pagelife.models.page.Counting;
import pagelife.models.page.Holds;
import pagelife.models.page.Owner;
import pagelife.models.page.PageId;
import pagelife.models.page.Pagemap;
import pagelife.models.page.Pte;
import pagelife.models.page.PteAt;
import pagelife.models.page.TaskId;

/** get_user_pages under locks, of the last 4K page of a huge entry: mm/gup.c, mm/huge_memory.c. */
final class Gup {
    private final Kernel kernel;
    private final Cells cells;
    private final Rules rules;
    private final PteAt at;
    private final Owner pin;
    private final Holds pagemap;

    Gup(Kernel kernel, TaskId task, PteAt at) {
        this.kernel = kernel;
        this.cells = kernel.cells();
        this.rules = kernel.rules();
        this.at = at;
        this.pin = new Owner.Pin(task);
        this.pagemap = Holds.shortly(task, Pagemap.Id.PAGEMAP, 1);
    }

    Script script() {
        Script gup = new Script()
                .fairness(NONE)
                .in(kernel.gup("mm/huge_memory.c", "follow_devmap_pmd", "follow_huge_pmd"))
                .step("s1 grab page", this::grab);
        if (rules.gupTakesPagemap()) {
            gup.owes(WEAK)
                    .in(kernel.source("include/linux/memremap.h", "put_dev_pagemap"))
                    .step("s2 put pagemap", PageId.class, (now, page) -> putPagemap(now))
                    .has(PageId.class, this::pinOf)
                    .has(pagemap);
        }
        return gup.owes(STRONG)
                .in(kernel.source("mm/gup.c", "unpin_user_page"))
                .step("s3 unpin", PageId.class, this::unpin)
                .has(PageId.class, this::pinOf);
    }

    private Holds pinOf(PageId page) {
        return new Holds(page, pin, 1);
    }

    /** s1: atomic under PTL. The page of a tail is counted on its head. */
    private void grab(Now now) {
        Pte pte = now.read(cells.pte(at));
        if (!pte.isPresent()
                || rules.gupTakesPagemap() && !now.read(cells.pagemap()).isLive()) {
            now.end();
            return;
        }
        PageId page = kernel.bounds().of(pte.page().get()).last();
        PageId counted = rules.gupResolvesHead() ? now.read(cells.frame(page)).head() : page;
        if (!count(now, counted)) {
            now.end(); // with a warning; the pagemap is let go at once
            return;
        }
        if (rules.gupTakesPagemap()) {
            Counting.get(now, cells.pagemap(), 1, pagemap.owner());
        }
        now.hand(counted);
    }

    private boolean count(Now now, PageId page) {
        if (rules.gupResolvesHead()) {
            return Counting.getUnlessZero(now, cells.page(page), page, 1, pin);
        }
        Counting.get(now, cells.page(page), page, 1, pin);
        return true;
    }

    private void putPagemap(Now now) {
        Counting.put(now, cells.pagemap(), 1, pagemap.owner());
    }

    private void unpin(Now now, PageId page) {
        if (rules.gupResolvesHead()) {
            kernel.put(now, page, 1, pin);
        } else {
            Counting.put(now, cells.page(page), page, 1, pin);
        }
    }
}
