package pagelife.models.fsdax;

import static pagelife.checker.model.Fairness.WEAK;

import pagelife.checker.model.ActorBuilder;
import pagelife.checker.model.Control;
import pagelife.checker.model.Source;
import pagelife.checker.model.StepView;
import pagelife.models.page.Owner;
import pagelife.models.page.Page;
import pagelife.models.page.PageId;
import pagelife.models.page.Pte;
import pagelife.models.page.PteAt;
import pagelife.models.page.TaskId;

/**
 * How a fault sets the PTE, with the entry locked: f6 where PTEs hold no reference, f6a to f6c where they do. fs/dax.c,
 * mm/memory.c.
 */
final class FaultInsert {
    private final Kernel kernel;
    private final Cells cells;
    private final Rules rules;
    private final TaskId task;
    private final PteAt at;

    FaultInsert(Kernel kernel, TaskId task, PteAt at) {
        this.kernel = kernel;
        this.cells = kernel.cells();
        this.rules = kernel.rules();
        this.task = task;
        this.at = at;
    }

    void declare(ActorBuilder<Fault> fault) {
        if (rules.pteHoldsReference()) {
            Source hold = kernel.source("fs/dax.c", "dax_fault_iter");
            Source insert = kernel.source("mm/memory.c", "insert_page_into_pte_locked");
            fault.step("f6a", "hold page", hold, Fault.Hold.class, WEAK, this::f6a)
                    .step("f6b", "set PTE", insert, Fault.InsertCounted.class, WEAK, this::f6b)
                    .step("f6c", "let page go", hold, Fault.LetGo.class, WEAK, this::f6c)
                    .without(Fault.Insert.class);
        } else {
            Source insert = kernel.source("mm/memory.c", "insert_pfn");
            fault.step("f6", "set PTE", insert, Fault.Insert.class, WEAK, this::f6)
                    .without(Fault.Hold.class)
                    .without(Fault.InsertCounted.class)
                    .without(Fault.LetGo.class);
        }
    }

    /** f6: under PTL. No reference is taken. */
    private Control f6(Fault.Insert insert, StepView view) {
        if (!view.read(cells.pte(at)).isPresent()) {
            view.write(cells.pte(at), Pte.devmap(insert.page()));
        }
        return new Fault.Unlock(insert.access());
    }

    /** f6a: from 0 if need be, by licence of the entry lock. A page that comes into use may have to hold its pagemap. */
    private Control f6a(Fault.Hold hold, StepView view) {
        PageId page = hold.page();
        if (rules.pagemapWaitsFor() == PagemapTie.PAGES
                && view.read(cells.page(page)).refs() == 0
                && !kernel.references().getPagemap(view, new Owner.UsedPage(page))) {
            return new Fault.Unlock(hold.access());
        }
        kernel.references().get(view, page, new Owner.Transient(task));
        return new Fault.InsertCounted(hold.access(), page);
    }

    /** f6b: under PTL. The PTE gets a reference and a mapcount of its own. */
    private Control f6b(Fault.InsertCounted insert, StepView view) {
        PageId page = insert.page();
        if (!view.read(cells.pte(at)).isPresent()) {
            view.write(cells.pte(at), Pte.normal(page));
            kernel.references().get(view, page, new Owner.Mapping(at));
            Page counted = view.read(cells.page(page));
            view.write(cells.page(page), counted.addMappings(1));
        }
        return new Fault.LetGo(insert.access(), page);
    }

    private Control f6c(Fault.LetGo letGo, StepView view) {
        kernel.references().put(view, letGo.page(), 1, new Owner.Transient(task), true);
        return new Fault.Unlock(letGo.access());
    }
}
