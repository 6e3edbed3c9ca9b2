package pagelife.models.pagefree;

import static pagelife.checker.model.Fairness.NONE;
import static pagelife.checker.model.Fairness.WEAK;

import pagelife.checker.model.Now;
import pagelife.checker.model.Script;
import pagelife.models.page.Custody;
import pagelife.models.page.Holds;
import pagelife.models.page.TaskId;

/** A program that maps P2PDMA memory: drivers/pci/p2pdma.c p2pmem_alloc_mmap. */
final class PeerUser {
    private static final String FILE = "drivers/pci/p2pdma.c";

    private final Kernel kernel;
    private final TaskId task;
    private final Holds one;

    PeerUser(Kernel kernel, TaskId task) {
        this.kernel = kernel;
        this.task = task;
        this.one = Holds.shortly(task, Kernel.PAGE, 1);
    }

    Script script() {
        return new Script()
                .fairness(NONE)
                .in(kernel.source(FILE, "p2pmem_alloc_mmap"))
                .step("p1 allocate", this::allocate)
                .owes(WEAK)
                .in(kernel.source("mm/memory.c", "vm_insert_page"))
                .step("p2 map", this::map)
                .statement("vm_insert_page(vma, addr, page)")
                .has(one)
                .in(kernel.source(FILE, "p2pmem_alloc_mmap"))
                .step("p3 let page go", this::put)
                .statement("put_page(page)")
                .has(Holds.shortly(task, Kernel.PAGE, 2))
                .owes(NONE)
                .in(kernel.source("mm/memory.c", "zap_pte_range"))
                .step("p4 munmap", this::unmap)
                .has(one)
                .owes(WEAK)
                .in(kernel.source(FILE, "p2pmem_alloc_mmap"))
                .step("p2f give up", now -> {});
    }

    /** p1: from 7.2 on the driver sets the count to 1 itself; before, that was the count of an unused page. */
    private void allocate(Now now) {
        now.await(now.read(kernel.custody()) == Custody.FREE);
        kernel.handOut(now, one.owner());
        if (kernel.rules().freePath().unused() == 0) {
            kernel.getFirst(now, one.owner());
        }
    }

    private void map(Now now) {
        if (!kernel.getUnlessZero(now, one.owner())) {
            now.saw("refs 0: give up");
            now.go("p2f");
        }
    }

    /** The callback of P2PDMA lets go of the pagemap itself. */
    private void put(Now now) {
        if (kernel.put(now, one.owner()) && kernel.rules().freePath().does(FreePath.Does.PUTS_PAGEMAP)) {
            kernel.putPagemap(now);
        }
    }

    private void unmap(Now now) {
        put(now);
        now.end();
    }
}
