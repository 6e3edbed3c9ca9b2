package pagelife.models.devdax;

import static pagelife.checker.model.Fairness.NONE;
import static pagelife.checker.model.Fairness.WEAK;

import io.vavr.collection.Seq;
import pagelife.checker.model.Cell;
import pagelife.checker.model.Now;
import pagelife.checker.model.Place;
import pagelife.checker.model.Script;
import pagelife.checker.model.Source;
import pagelife.models.page.DaxDevice;
import pagelife.models.page.EntryAt;
import pagelife.models.page.Index;
import pagelife.models.page.Mapping;
import pagelife.models.page.Page;
import pagelife.models.page.PageId;
import pagelife.models.page.PteAt;
import pagelife.models.page.TaskId;

/** A page fault of a huge page: drivers/dax/device.c. Under srcu from end to end, unlike a fault of FS-DAX. */
final class Fault {
    /**
     * A page that is about to get its mapping and index.
     *
     * @param address the place that the program touched
     * @param page the page
     */
    record Associate(Index address, PageId page) {
        @Override
        public String toString() {
            return page + " at " + address;
        }
    }

    private static final Place<Associate> ASSOCIATE = Place.of("v5", Associate.class);
    private static final Place<Index> INSERT = Place.of("v6", Index.class);
    private static final String LEAVE = "v7";

    private final Kernel kernel;
    private final Cells cells;
    private final TaskId task;
    private final PteAt at;
    private final PageId first;
    private final Seq<Index> addresses;

    /**
     * @param at the huge entry
     * @param addresses the places that the program may touch
     */
    Fault(Kernel kernel, TaskId task, PteAt at, Seq<Index> addresses) {
        this.kernel = kernel;
        this.cells = kernel.cells();
        this.task = task;
        this.at = at;
        this.first = new PageId(at.index().number());
        this.addresses = addresses;
    }

    Script script() {
        Source fault = kernel.source("drivers/dax/device.c", "dev_dax_huge_fault");
        boolean counted = kernel.rules().is(Rules.PTE_HOLDS_REFERENCE);
        return new Script()
                .fairness(NONE)
                .in(fault)
                .step("v1 enter srcu", this::enter)
                .statement("dax_read_lock()")
                .owes(WEAK)
                .in(kernel.source("drivers/dax/device.c", "__dev_dax_pmd_fault"))
                .step("v2 check alive", Index.class, (now, address) -> check(now))
                .statement("if (!dax_alive(dax_dev)) return")
                .step("v3 find page", Index.class, this::translate)
                .in(kernel.source("drivers/dax/device.c", "dev_dax_huge_fault", "dax_set_mapping"))
                .step(ASSOCIATE, "v5 set mapping", this::associate)
                .statement("page->mapping = mapping")
                .in(kernel.source("mm/huge_memory.c", counted ? "vmf_insert_folio_pmd" : "insert_pfn_pmd"))
                .step(INSERT, "v6 set entry", this::insert)
                .statement("set_pte_at(mm, addr, pte, entry)")
                .in(fault)
                .step(LEAVE + " leave srcu", this::leave)
                .statement("dax_read_unlock(id)");
    }

    private void enter(Now now) {
        cells.probe().waitFor(now);
        Index address = addresses.size() > 1 ? now.choose("address", addresses) : addresses.head();
        cells.srcu().readLock(now, task);
        now.hand(address);
    }

    private void check(Now now) {
        if (!kernel.rules().is(Rules.FAULT_UNDER_SRCU)) {
            cells.srcu().readUnlock(now, task); // mutant: the section ends with the lookup, as in FS-DAX
        }
        if (now.read(cells.device()) != DaxDevice.ALIVE) {
            now.saw("device dead: SIGBUS");
            now.go(LEAVE);
        } else {
            now.saw("device alive");
        }
    }

    /** v3: the page is that of the rounded address in every version. */
    private void translate(Now now, Index address) {
        if (kernel.rules().mappingSetFirst()) {
            now.go(ASSOCIATE, new Associate(address, first));
        } else {
            now.go(INSERT, address);
        }
    }

    /** v5: one page after the other; the head alone where there is one. What is set already stays as it is. */
    private void associate(Now now, Associate set) {
        Cell<Page> cell = cells.page(set.page());
        Page page = now.read(cell);
        if (page.mapping() != Mapping.NONE) {
            now.saw("mapping of %s set already", set.page());
        } else {
            now.write(cell, page.associate(new EntryAt(World.DEVICE, indexFor(set))));
        }
        boolean last = kernel.isCompound() || kernel.world().of(first).last().equals(set.page());
        if (!last) {
            now.go(ASSOCIATE, new Associate(set.address(), kernel.next(set.page())));
        } else if (kernel.rules().mappingSetFirst()) {
            now.go(INSERT, set.address());
        } else {
            now.go(LEAVE);
        }
    }

    /** {@code ALIGN} rounds up, {@code ALIGN_DOWN} does what was meant (7fcbd9785d4c). */
    private Index indexFor(Associate set) {
        int align = kernel.world().align();
        int address = set.address().number();
        return new Index((address + kernel.rules().roundingUp(align)) / align * align
                + set.page().number()
                - first.number());
    }

    /** v6: under PTL. */
    private void insert(Now now, Index address) {
        kernel.set(now, at, first);
        if (kernel.rules().mappingSetFirst()) {
            now.go(LEAVE);
        } else {
            now.go(ASSOCIATE, new Associate(address, first));
        }
    }

    private void leave(Now now) {
        if (kernel.rules().is(Rules.FAULT_UNDER_SRCU)) {
            cells.srcu().readUnlock(now, task);
        }
    }
}
