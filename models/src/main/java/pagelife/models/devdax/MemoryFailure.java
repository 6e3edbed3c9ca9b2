package pagelife.models.devdax;

import io.vavr.collection.Seq;
import pagelife.checker.model.Now;
import pagelife.checker.model.Script;
import pagelife.checker.model.Source;
import pagelife.models.kernel.PercpuRef;
import pagelife.models.page.EntryAt;
import pagelife.models.page.Holds;
import pagelife.models.page.Mapping;
import pagelife.models.page.Owner;
import pagelife.models.page.PageId;
import pagelife.models.page.Pagemap;
import pagelife.models.page.PteAt;
import pagelife.models.page.TaskId;

/**
 * A memory failure on a device page: mm/memory-failure.c. It trusts the pagemap reference alone; what it unmaps is what
 * the page says of itself.
 */
final class MemoryFailure {
    /**
     * A page that is about to be poisoned.
     *
     * @param head the page, or its head
     * @param found what it says it is mapped for
     */
    record Poison(PageId head, Mapping found) {}

    private static final String FINISH = "m6";

    private final Kernel kernel;
    private final Cells cells;
    private final Holds pagemap;
    private final Seq<PageId> pages;

    /** @param pages the pages on which it may be */
    MemoryFailure(Kernel kernel, TaskId task, Seq<PageId> pages) {
        this.kernel = kernel;
        this.cells = kernel.cells();
        this.pagemap = Holds.shortly(task, Pagemap.Id.PAGEMAP, 1);
        this.pages = pages;
    }

    Script script() {
        Source take = kernel.source("mm/memory-failure.c", "memory_failure_dev_pagemap");
        return new Script()
                .in(take)
                .step("m1 take pagemap", this::takePagemap)
                .statement("get_dev_pagemap(pfn)")
                .in(kernel.source("mm/memory-failure.c", "memory_failure_dev_pagemap", "mf_generic_kill_procs"))
                .step("m2 read mapping", PageId.class, this::readMapping)
                .statement("mapping = page->mapping")
                .has(pagemap)
                .step("m3 poison head", Poison.class, this::poison)
                .statement("SetPageHWPoison(page)")
                .has(pagemap)
                .in(kernel.source("mm/memory-failure.c", "memory_failure_dev_pagemap", "unmap_and_kill"))
                .step("m4 unmap and signal", EntryAt.class, this::unmap)
                .has(pagemap)
                .in(take)
                .step(
                        FINISH + " put pagemap",
                        now -> PercpuRef.of(cells.pagemap()).putMany(now, 1, pagemap.owner()))
                .statement("put_dev_pagemap(pgmap)")
                .has(pagemap);
    }

    private void takePagemap(Now now) {
        cells.probe().waitFor(now);
        if (PercpuRef.of(cells.pagemap()).trygetLive(now, pagemap.owner())) {
            now.hand(pages.size() > 1 ? now.choose("page", pages) : pages.head());
        } else {
            now.saw("pagemap dying: leave");
            now.end();
        }
    }

    private void readMapping(Now now, PageId page) {
        PageId head = now.read(cells.frame(page)).head();
        Mapping mapping = now.read(cells.page(head)).mapping();
        now.saw("mapping of %s: %s", head, mapping);
        now.hand(new Poison(head, mapping));
    }

    private void poison(Now now, Poison poison) {
        now.write(cells.health(poison.head()), Health.POISONED);
        if (poison.found() instanceof Mapping.File place) {
            now.hand(place.at());
        } else {
            now.saw("no mapping: nobody is told");
            now.go(FINISH);
        }
    }

    /** m4: the whole huge entry that covers the place found, in every address space. */
    private void unmap(Now now, EntryAt found) {
        int align = kernel.world().align();
        int first = found.index().number() / align * align;
        Seq<PteAt> ptes = kernel.world().ptes().filter(pte -> pte.index().number() == first);
        if (ptes.forAll(at -> !now.read(cells.pte(at)).isPresent())) {
            now.saw("nothing mapped");
        }
        for (PteAt at : ptes) {
            kernel.clear(now, at).forEach(head -> kernel.put(now, head, 1, new Owner.Mapping(at)));
        }
    }
}
