package pagelife.models.devdax;

import static pagelife.checker.model.Fairness.NONE;
import static pagelife.checker.model.Fairness.WEAK;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import pagelife.checker.model.Cell;
import pagelife.checker.model.Control;
import pagelife.checker.model.ModelBuilder;
import pagelife.checker.model.Source;
import pagelife.checker.model.StepView;
import pagelife.models.page.Counting;
import pagelife.models.page.DaxDevice;
import pagelife.models.page.EntryAt;
import pagelife.models.page.Index;
import pagelife.models.page.Owner;
import pagelife.models.page.Page;
import pagelife.models.page.PageId;
import pagelife.models.page.Pte;
import pagelife.models.page.PteAt;
import pagelife.models.page.Srcu;
import pagelife.models.page.TaskId;

/** A page fault of a huge page: drivers/dax/device.c. Under srcu from end to end, unlike a fault of FS-DAX. */
final class FaultSteps {
    private final Kernel kernel;
    private final Cells cells;
    private final TaskId task;
    private final PteAt at;

    FaultSteps(Kernel kernel, TaskId task, PteAt at) {
        this.kernel = kernel;
        this.cells = kernel.cells();
        this.task = task;
        this.at = at;
    }

    void declare(ModelBuilder model) {
        Source fault = kernel.source("drivers/dax/device.c", "dev_dax_huge_fault");
        Source pmd = kernel.source("drivers/dax/device.c", "__dev_dax_pmd_fault");
        Source set = kernel.source("drivers/dax/device.c", "dax_set_mapping");
        Source insert = kernel.source("mm/huge_memory.c", "insert_pfn_pmd");
        model.actor(task.name(), Fault.class, new Fault.Touch())
                .fairness(NONE)
                .step("v1", "enter srcu", fault, Fault.Touch.class, this::v1)
                .step("v2", "check alive", pmd, Fault.Check.class, WEAK, this::v2)
                .step("v3", "find page", pmd, Fault.Translate.class, WEAK, this::v3)
                .step("v5", "set mapping", set, Fault.Associate.class, WEAK, this::v5)
                .step("v6", "set entry", insert, Fault.Insert.class, WEAK, this::v6)
                .step("v7", "leave srcu", fault, Fault.Leave.class, WEAK, this::v7);
    }

    private Control v1(Fault.Touch touch, StepView view) {
        if (view.read(cells.probe()) == Probe.RUNNING) {
            return view.waits();
        }
        Index first = at.index();
        Index address = kernel.bounds().unaligned() ? view.choose("address", addresses()) : first;
        view.write(cells.srcu(), view.read(cells.srcu()).enter());
        return new Fault.Check(address);
    }

    private Seq<Index> addresses() {
        int first = at.index().number();
        return Vector.range(first, first + kernel.bounds().align()).map(Index::new);
    }

    private Control v2(Fault.Check check, StepView view) {
        if (!kernel.rules().faultUnderSrcu()) {
            leave(view); // mutant: the section ends with the lookup, as in FS-DAX
        }
        return view.read(cells.device()) == DaxDevice.ALIVE ? new Fault.Translate(check.address()) : new Fault.Leave();
    }

    /** v3: the page is that of the rounded address in every version. */
    private Control v3(Fault.Translate translate, StepView view) {
        PageId first = new PageId(at.index().number());
        return kernel.rules().mappingSetFirst()
                ? new Fault.Associate(translate.address(), first, first)
                : new Fault.Insert(translate.address(), first);
    }

    /** v5: one page after the other; the head alone where there is one. What is set already stays as it is. */
    private Control v5(Fault.Associate set, StepView view) {
        Cell<Page> cell = cells.page(set.page());
        Page page = view.read(cell);
        if (page.mapping().isEmpty()) {
            view.write(cell, page.associate(new EntryAt(Bounds.DEVICE, indexFor(set))));
        }
        boolean last =
                kernel.isCompound() || kernel.bounds().of(set.first()).last().equals(set.page());
        if (!last) {
            return new Fault.Associate(set.address(), set.first(), kernel.next(set.page()));
        }
        return kernel.rules().mappingSetFirst() ? new Fault.Insert(set.address(), set.first()) : new Fault.Leave();
    }

    /** {@code ALIGN} rounds up, {@code ALIGN_DOWN} does what was meant (7fcbd9785d4c). */
    private Index indexFor(Fault.Associate set) {
        int align = kernel.bounds().align();
        int address = set.address().number();
        int up = kernel.rules().addressRoundsUp() ? align - 1 : 0;
        return new Index((address + up) / align * align
                + set.page().number()
                - set.first().number());
    }

    /** v6: under PTL. */
    private Control v6(Fault.Insert insert, StepView view) {
        if (!view.read(cells.pte(at)).isPresent()) {
            boolean counted = kernel.rules().pteHoldsReference();
            view.write(cells.pte(at), counted ? Pte.normal(insert.first()) : Pte.devmap(insert.first()));
            if (counted) {
                count(view, insert.first());
            }
        }
        return kernel.rules().mappingSetFirst()
                ? new Fault.Leave()
                : new Fault.Associate(insert.address(), insert.first(), insert.first());
    }

    private void count(StepView view, PageId first) {
        Cell<Page> head = cells.page(view.read(cells.frame(first)).head());
        Counting.get(view, head, first, 1, new Owner.Mapping(at));
        view.write(head, view.read(head).addMappings(1));
    }

    private Control v7(Fault.Leave end, StepView view) {
        if (kernel.rules().faultUnderSrcu()) {
            leave(view);
        }
        return Control.finished();
    }

    private void leave(StepView view) {
        Cell<Srcu> srcu = cells.srcu();
        view.write(srcu, view.read(srcu).leave());
    }
}
