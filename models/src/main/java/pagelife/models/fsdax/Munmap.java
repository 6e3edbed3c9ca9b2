package pagelife.models.fsdax;

import static pagelife.checker.model.Fairness.NONE;
import static pagelife.checker.model.Fairness.WEAK;

import io.vavr.collection.Vector;
import pagelife.checker.model.Now;
import pagelife.checker.model.Script;
import pagelife.models.page.Begun;
import pagelife.models.page.MmId;
import pagelife.models.page.PteAt;
import pagelife.models.page.TaskId;
import pagelife.models.page.Vma;
import pagelife.models.parts.Gather;
import pagelife.models.parts.Unmap;

/**
 * Unmapping by a program: mm/memory.c. Nobody makes it do so. It may be {@code MADV_DONTNEED}, which holds
 * {@code mmap_lock} shared as a fault does; so only the page-table lock orders the two. Where it matters whether a VMA
 * is left (rule {@code mappedShortcut}) it is {@code munmap}, which waits for the faults in that VMA.
 */
final class Munmap implements Unmap.Caller {
    private final Kernel kernel;
    private final MmId mm;
    private final Vector<PteAt> ptes;
    private final Unmap unmap;

    Munmap(Kernel kernel, TaskId task, MmId mm) {
        this.kernel = kernel;
        this.mm = mm;
        this.ptes = kernel.world().ptes().filter(at -> at.mm().equals(mm)).toVector();
        this.unmap = new Unmap("u1n", "u2", task, kernel, this);
    }

    Script script() {
        Script munmap = new Script()
                .fairness(NONE)
                .leaves(after -> "a munmap has run")
                .in(kernel.source("mm/memory.c", "zap_pte_range"))
                .step("u1 clear PTE", this::begin)
                .statement("pte = ptep_get_and_clear(ptep)")
                .has(Begun.NOT_YET)
                .owes(WEAK);
        if (ptes.size() > 1) {
            unmap.clearing(munmap, "clear next PTE");
        }
        unmap.putting(munmap, kernel.flush());
        return munmap;
    }

    /** u1: faults find the VMA no more. Under PTL the first entry is cleared. */
    private void begin(Now now) {
        if (kernel.rules().is(Rules.MAPPED_SHORTCUT)) {
            Vma before = now.read(kernel.cells().vma(mm));
            now.await(before.faults() == 0);
            now.write(kernel.cells().vma(mm), before.to(Vma.Link.DETACHED));
        }
        unmap.clear(now, new Unmap.Range(ptes), Gather.NOTHING, Vector.empty());
    }

    /** The file does not find the VMA either ({@code free_pgtables}), before the TLB is flushed. */
    @Override
    public void cleared(Now now) {
        if (kernel.rules().is(Rules.MAPPED_SHORTCUT)) {
            now.change(kernel.cells().vma(mm), vma -> vma.to(Vma.Link.UNLINKED));
        }
    }

    @Override
    public void done(Now now, PteAt last) {
        now.end();
    }
}
