package pagelife.models.fsdax;

import static pagelife.checker.model.Fairness.NONE;
import static pagelife.checker.model.Fairness.WEAK;

import io.vavr.control.Option;
import pagelife.checker.model.ActorBuilder;
import pagelife.checker.model.Cell;
import pagelife.checker.model.Control;
import pagelife.checker.model.ModelBuilder;
import pagelife.checker.model.Source;
import pagelife.checker.model.StepView;
import pagelife.models.page.Index;
import pagelife.models.page.MmId;
import pagelife.models.page.PageId;
import pagelife.models.page.PteAt;
import pagelife.models.page.TaskId;
import pagelife.models.page.Vma;

/**
 * Unmapping by a program: mm/memory.c. Nobody makes it do so. It may be {@code MADV_DONTNEED}, which holds
 * {@code mmap_lock} shared as a fault does; so only the page-table lock orders the two. Where it matters whether a VMA is
 * left (rule {@code mappedShortcut}) it is {@code munmap}, which waits for the faults in that VMA.
 */
final class MunmapSteps {
    private final Kernel kernel;
    private final Cells cells;
    private final TaskId task;
    private final MmId mm;

    MunmapSteps(Kernel kernel, TaskId task, MmId mm) {
        this.kernel = kernel;
        this.cells = kernel.cells();
        this.task = task;
        this.mm = mm;
    }

    void declare(ModelBuilder model) {
        Source zap = kernel.source("mm/memory.c", "zap_pte_range");
        ActorBuilder<Munmap> munmap = model.actor(task.name(), Munmap.class, new Munmap.Clear(Index.FIRST))
                .fairness(NONE)
                .step("u1", "clear PTE", zap, Munmap.Clear.class, this::u1);
        if (kernel.rules().pteHoldsReference()) {
            munmap.step("u2", "flush, put page", kernel.flush(), Munmap.Put.class, WEAK, this::u2);
        } else {
            munmap.without(Munmap.Put.class);
        }
    }

    /** u1: under PTL. */
    private Control u1(Munmap.Clear clear, StepView view) {
        if (kernel.rules().mappedShortcut()) {
            Cell<Vma> vma = cells.vma(mm);
            Vma before = view.read(vma);
            if (before.faults() > 0) {
                return view.waits();
            }
            boolean last = next(clear.next()) == Control.finished();
            view.write(vma, before.to(last ? Vma.Link.UNLINKED : Vma.Link.DETACHED));
        }
        Option<PageId> put = kernel.zap().clear(view, new PteAt(mm, clear.next()));
        return put.<Control>map(
                        page -> new Munmap.Put(clear.next(), page, kernel.zap().flush(view, mm)))
                .getOrElse(() -> next(clear.next()));
    }

    /** u2: after the flush; the last put frees the page and wakes. */
    private Control u2(Munmap.Put put, StepView view) {
        if (kernel.zap().isPending(view, put.flush())) {
            return view.waits();
        }
        kernel.references().putMapping(view, put.page(), new PteAt(mm, put.cleared()));
        return next(put.cleared());
    }

    private Control next(Index done) {
        return Kernel.after(kernel.bounds().indices(), done)
                .<Control>map(Munmap.Clear::new)
                .getOrElse(Control::finished);
    }
}
