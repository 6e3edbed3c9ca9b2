package pagelife.models.devdax;

import pagelife.checker.model.Control;
import pagelife.checker.model.ModelBuilder;
import pagelife.checker.model.Source;
import pagelife.checker.model.StepView;
import pagelife.models.page.Counting;
import pagelife.models.page.Owner;
import pagelife.models.page.PageId;
import pagelife.models.page.Pte;
import pagelife.models.page.PteAt;
import pagelife.models.page.TaskId;

/**
 * A memory failure on a device page: mm/memory-failure.c. It trusts the pagemap reference alone; what it unmaps is what
 * the page says of itself.
 */
final class MemoryFailureSteps {
    private final Kernel kernel;
    private final Cells cells;
    private final TaskId task;

    MemoryFailureSteps(Kernel kernel, TaskId task) {
        this.kernel = kernel;
        this.cells = kernel.cells();
        this.task = task;
    }

    void declare(ModelBuilder model) {
        Source pagemap = kernel.source("mm/memory-failure.c", "memory_failure_dev_pagemap");
        Source kill = kernel.source("mm/memory-failure.c", "mf_generic_kill_procs");
        Source unmap = kernel.source("mm/memory-failure.c", "unmap_and_kill");
        model.actor(task.name(), MemoryFailure.class, new MemoryFailure.Begin())
                .step("m1", "take pagemap", pagemap, MemoryFailure.Begin.class, this::m1)
                .step("m2", "read mapping", kill, MemoryFailure.Lookup.class, this::m2)
                .step("m3", "poison head", kill, MemoryFailure.Poison.class, this::m3)
                .step("m4", "unmap and signal", unmap, MemoryFailure.Unmap.class, this::m4)
                .step("m6", "put pagemap", pagemap, MemoryFailure.Finish.class, this::m6);
    }

    private Control m1(MemoryFailure.Begin begin, StepView view) {
        if (view.read(cells.probe()) == Probe.RUNNING) {
            return view.waits();
        }
        return Counting.tryGet(view, cells.pagemap(), new Owner.Transient(task))
                ? new MemoryFailure.Lookup(view.choose("page", kernel.bounds().pages()))
                : Control.finished();
    }

    private Control m2(MemoryFailure.Lookup lookup, StepView view) {
        PageId head = view.read(cells.frame(lookup.page())).head();
        return new MemoryFailure.Poison(head, view.read(cells.page(head)).mapping());
    }

    private Control m3(MemoryFailure.Poison poison, StepView view) {
        view.write(cells.health(poison.head()), Health.POISONED);
        return poison.found().<Control>map(MemoryFailure.Unmap::new).getOrElse(MemoryFailure.Finish::new);
    }

    /** m4: the whole huge entry that covers the place found, in every address space. */
    private Control m4(MemoryFailure.Unmap unmap, StepView view) {
        int align = kernel.bounds().align();
        int first = unmap.found().index().number() / align * align;
        for (PteAt at : kernel.bounds().ptes().filter(pte -> pte.index().number() == first)) {
            Pte pte = view.read(cells.pte(at));
            if (pte.isPresent()) {
                view.write(cells.pte(at), Pte.NONE);
                kernel.uncount(view, pte).forEach(head -> kernel.put(view, head, 1, new Owner.Mapping(at)));
            }
        }
        return new MemoryFailure.Finish();
    }

    private Control m6(MemoryFailure.Finish finish, StepView view) {
        Counting.put(view, cells.pagemap(), 1, new Owner.Transient(task));
        return Control.finished();
    }
}
