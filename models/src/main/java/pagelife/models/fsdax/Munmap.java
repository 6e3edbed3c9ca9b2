package pagelife.models.fsdax;

import static pagelife.checker.model.Fairness.NONE;
import static pagelife.checker.model.Fairness.WEAK;

import io.vavr.collection.Seq;
import io.vavr.control.Option;
import pagelife.checker.model.Now;
import pagelife.checker.model.Script;
import pagelife.models.page.Begun;
import pagelife.models.page.Holds;
import pagelife.models.page.Index;
import pagelife.models.page.MmId;
import pagelife.models.page.PageId;
import pagelife.models.page.PteAt;
import pagelife.models.page.TaskId;
import pagelife.models.page.TlbFlush;
import pagelife.models.page.Vma;

/**
 * Unmapping by a program: mm/memory.c. Nobody makes it do so. It may be {@code MADV_DONTNEED}, which holds
 * {@code mmap_lock} shared as a fault does; so only the page-table lock orders the two. Where it matters whether a VMA
 * is left (rule {@code mappedShortcut}) it is {@code munmap}, which waits for the faults in that VMA.
 */
final class Munmap {
    /** A PTE that was cleared, whose reference is still there until the TLB is flushed. */
    record Cleared(Index index, PageId page, TlbFlush flush) {}

    private final Kernel kernel;
    private final TaskId task;
    private final MmId mm;
    private final Seq<Index> indices;

    Munmap(Kernel kernel, TaskId task, MmId mm) {
        this.kernel = kernel;
        this.task = task;
        this.mm = mm;
        this.indices = kernel.world().indices();
    }

    Script script() {
        Script munmap = new Script()
                .fairness(NONE)
                .leaves(after -> "a munmap has run")
                .in(kernel.source("mm/memory.c", "zap_pte_range"))
                .step("u1 clear PTE", now -> clear(now, Index.FIRST))
                .statement("pte = ptep_get_and_clear(ptep)")
                .has(Begun.NOT_YET)
                .owes(WEAK);
        if (indices.size() > 1) {
            munmap.step("u1n clear next PTE", Index.class, this::clear).statement("pte = ptep_get_and_clear(ptep)");
        }
        return kernel.rules().is(Rules.PTE_HOLDS_REFERENCE)
                ? munmap.in(kernel.flush())
                        .step("u2 flush, put page", Cleared.class, this::put)
                        .statement("folio_put(folio)")
                        .has(Cleared.class, cleared -> Holds.shortly(task, cleared.page(), 1))
                : munmap;
    }

    /** u1: under PTL. */
    private void clear(Now now, Index index) {
        if (kernel.rules().is(Rules.MAPPED_SHORTCUT)) {
            Vma before = now.read(kernel.cells().vma(mm));
            now.await(before.faults() == 0);
            boolean last = World.after(indices, index).isEmpty();
            now.write(kernel.cells().vma(mm), before.to(last ? Vma.Link.UNLINKED : Vma.Link.DETACHED));
        }
        Option<PageId> put = kernel.clear(now, new PteAt(mm, index));
        if (put.isEmpty()) {
            goOn(now, index);
        } else {
            now.go("u2", new Cleared(index, put.get(), kernel.zap().flush(now, mm)));
        }
    }

    /** u2: after the flush; the last put frees the page and wakes. */
    private void put(Now now, Cleared cleared) {
        now.await(!kernel.zap().isPending(now, cleared.flush()));
        kernel.references().putMapping(now, cleared.page(), new PteAt(mm, cleared.index()));
        goOn(now, cleared.index());
    }

    private void goOn(Now now, Index done) {
        Option<Index> next = World.after(indices, done);
        if (next.isEmpty()) {
            now.end();
        } else {
            now.go("u1n", next.get());
        }
    }
}
