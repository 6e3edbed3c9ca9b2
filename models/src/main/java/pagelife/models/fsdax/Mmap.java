package pagelife.models.fsdax;

import static pagelife.checker.model.Fairness.NONE;

import pagelife.checker.model.Cell;
import pagelife.checker.model.Now;
import pagelife.checker.model.Script;
import pagelife.checker.model.Source;
import pagelife.models.page.Begun;
import pagelife.models.page.MmId;
import pagelife.models.page.Vma;

/** {@code mmap} of a file where it was mapped before: no PTE is set, faults will do that. It waits for an unmapping. */
record Mmap(Kernel kernel, MmId mm) {
    Script script() {
        return new Script()
                .fairness(NONE)
                .leaves(after -> "the file is mapped again")
                .in(function())
                .step("m1 map file", this::map)
                .has(Begun.NOT_YET);
    }

    private Source function() {
        return kernel.rules().is(Rules.PTE_HOLDS_REFERENCE)
                ? Source.kernel("mm/vma.c", "mmap_region", "7.2")
                : kernel.source("mm/mmap.c", "mmap_region");
    }

    private void map(Now now) {
        Cell<Vma> vma = kernel.cells().vma(mm);
        now.await(now.read(vma).link() != Vma.Link.DETACHED);
        if (now.read(vma).link() == Vma.Link.MAPPED) {
            now.saw("mapped already");
        } else {
            now.write(vma, Vma.MAPPED);
        }
    }
}
