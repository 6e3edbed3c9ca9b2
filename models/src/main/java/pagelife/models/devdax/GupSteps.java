package pagelife.models.devdax;

import static pagelife.checker.model.Fairness.NONE;
import static pagelife.checker.model.Fairness.STRONG;
import static pagelife.checker.model.Fairness.WEAK;

import pagelife.checker.model.ActorBuilder;
import pagelife.checker.model.Control;
import pagelife.checker.model.ModelBuilder;
import pagelife.checker.model.StepView;
import pagelife.models.page.Counting;
import pagelife.models.page.Owner;
import pagelife.models.page.PageId;
import pagelife.models.page.Pte;
import pagelife.models.page.PteAt;
import pagelife.models.page.TaskId;

/** get_user_pages under locks, of the last 4K page of a huge entry: mm/gup.c, mm/huge_memory.c. */
final class GupSteps {
    private final Kernel kernel;
    private final Cells cells;
    private final TaskId task;
    private final PteAt at;

    GupSteps(Kernel kernel, TaskId task, PteAt at) {
        this.kernel = kernel;
        this.cells = kernel.cells();
        this.task = task;
        this.at = at;
    }

    void declare(ModelBuilder model) {
        ActorBuilder<Gup> gup = model.actor(task.name(), Gup.class, new Gup.Grab())
                .fairness(NONE)
                .step(
                        "s1",
                        "grab page",
                        kernel.source("mm/huge_memory.c", "follow_devmap_pmd"),
                        Gup.Grab.class,
                        this::s1)
                .step("s3", "unpin", kernel.source("mm/gup.c", "unpin_user_page"), Gup.Pinned.class, STRONG, this::s3);
        if (kernel.rules().gupTakesPagemap()) {
            gup.step(
                    "s2",
                    "put pagemap",
                    kernel.source("include/linux/memremap.h", "put_dev_pagemap"),
                    Gup.PutPagemap.class,
                    WEAK,
                    this::s2);
        } else {
            gup.without(Gup.PutPagemap.class);
        }
    }

    /** s1: atomic under PTL. The page of a tail is counted on its head. */
    private Control s1(Gup.Grab grab, StepView view) {
        Pte pte = view.read(cells.pte(at));
        if (!pte.isPresent()) {
            return Control.finished();
        }
        boolean pagemap = kernel.rules().gupTakesPagemap();
        if (pagemap && !view.read(cells.pagemap()).isLive()) {
            return Control.finished();
        }
        PageId page = kernel.bounds().of(pte.page().get()).last();
        PageId counted =
                kernel.rules().gupResolvesHead() ? view.read(cells.frame(page)).head() : page;
        if (kernel.rules().gupResolvesHead()) {
            if (!Counting.getUnlessZero(view, cells.page(counted), counted, 1, new Owner.Pin(task))) {
                return Control.finished(); // with a warning; the pagemap is let go at once
            }
        } else {
            Counting.get(view, cells.page(counted), counted, 1, new Owner.Pin(task));
        }
        if (!pagemap) {
            return new Gup.Pinned(counted);
        }
        Counting.get(view, cells.pagemap(), 1, new Owner.Transient(task));
        return new Gup.PutPagemap(counted);
    }

    private Control s2(Gup.PutPagemap pinned, StepView view) {
        Counting.put(view, cells.pagemap(), 1, new Owner.Transient(task));
        return new Gup.Pinned(pinned.page());
    }

    private Control s3(Gup.Pinned pinned, StepView view) {
        if (kernel.rules().gupResolvesHead()) {
            kernel.put(view, pinned.page(), 1, new Owner.Pin(task));
        } else {
            Counting.put(view, cells.page(pinned.page()), pinned.page(), 1, new Owner.Pin(task));
        }
        return Control.finished();
    }
}
