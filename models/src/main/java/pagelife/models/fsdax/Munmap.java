package pagelife.models.fsdax;

import static pagelife.checker.model.Fairness.NONE;
import static pagelife.checker.model.Fairness.WEAK;

import io.vavr.collection.Vector;
import pagelife.checker.model.Now;
import pagelife.checker.model.Script;
import pagelife.models.page.Begun;
import pagelife.models.page.Index;
import pagelife.models.page.MmId;
import pagelife.models.page.PteAt;
import pagelife.models.page.TaskId;
import pagelife.models.page.Vma;
import pagelife.models.parts.Gather;
import pagelife.models.parts.Unmap;

/**
 * Unmapping by a program: mm/memory.c. Nobody makes it do so. {@code MADV_DONTNEED} holds {@code mmap_lock} shared as a
 * fault does, so that only the page-table lock orders the two; its VMA stays. {@code munmap} waits for the faults in
 * the VMA, and takes it away. Where VMAs do not come and go, one may be the other.
 */
final class Munmap implements Unmap.Caller {
    /** What becomes of the VMA. */
    private enum Way {
        /** {@code munmap}. */
        TAKES_VMA,
        /** {@code MADV_DONTNEED}. */
        KEEPS_VMA
    }

    private final Kernel kernel;
    private final MmId mm;
    private final Vector<PteAt> ptes;
    private final Way way;
    private final Unmap unmap;

    private Munmap(Kernel kernel, TaskId task, MmId mm, Vector<PteAt> ptes, Way way) {
        this.kernel = kernel;
        this.mm = mm;
        this.ptes = ptes;
        this.way = way;
        this.unmap = new Unmap("u1n", "u2", task, kernel, this);
    }

    /** {@code munmap} of all of the file. */
    static Script munmap(Kernel kernel, TaskId task, MmId mm) {
        return new Munmap(kernel, task, mm, kernel.world().ptes(mm).toVector(), Way.TAKES_VMA).script("a munmap");
    }

    /** {@code MADV_DONTNEED} of all of the file. */
    static Script madvise(Kernel kernel, TaskId task, MmId mm) {
        return new Munmap(kernel, task, mm, kernel.world().ptes(mm).toVector(), Way.KEEPS_VMA).script("a madvise");
    }

    /** {@code MADV_DONTNEED} from one page to another; just of the first where the second is before it. */
    static Script madvise(Kernel kernel, TaskId task, PteAt from, Index to) {
        Vector<PteAt> ptes = Index.range(from.index(), to).map(index -> new PteAt(from.mm(), index));
        return new Munmap(kernel, task, from.mm(), ptes, Way.KEEPS_VMA).script("a madvise");
    }

    private Script script(String name) {
        Script munmap = new Script()
                .fairness(NONE)
                .leaves(after -> name + " has run")
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

    /** u1: under PTL the first entry is cleared. */
    private void begin(Now now) {
        if (kernel.cells().hasVmas()) {
            Vma before = now.read(kernel.cells().vma(mm));
            if (way == Way.TAKES_VMA) {
                now.await(before.faults().isEmpty());
                now.write(kernel.cells().vma(mm), before.to(Vma.Link.DETACHED));
            } else if (before.link() != Vma.Link.MAPPED) {
                now.saw("nothing is mapped here: ENOMEM");
                now.end();
                return;
            }
        }
        unmap.clear(now, new Unmap.Range(ptes), Gather.NOTHING, Unmap.NO_MORE);
    }

    /** The file does not find the VMA either ({@code free_pgtables}), before the TLB is flushed. */
    @Override
    public void cleared(Now now) {
        if (kernel.cells().hasVmas() && way == Way.TAKES_VMA) {
            now.change(kernel.cells().vma(mm), vma -> vma.to(Vma.Link.UNLINKED));
        }
    }

    @Override
    public void done(Now now, PteAt last) {
        now.end();
    }
}
