package pagelife.models.layouts;

import static pagelife.checker.model.Fairness.NONE;
import static pagelife.checker.model.Fairness.STRONG;
import static pagelife.checker.model.Fairness.WEAK;

import pagelife.checker.model.ActorBuilder;
import pagelife.checker.model.Cell;
import pagelife.checker.model.Control;
import pagelife.checker.model.ModelBuilder;
import pagelife.checker.model.StepView;
import pagelife.models.page.Block;
import pagelife.models.page.Counting;
import pagelife.models.page.DaxEntry;
import pagelife.models.page.Index;
import pagelife.models.page.Owner;
import pagelife.models.page.PageId;
import pagelife.models.page.RwSemaphore;
import pagelife.models.page.TaskId;
import pagelife.models.page.Vma;

/** What programs do with the file: pin, unpin, unmap, fault. */
final class Users {
    private final Kernel kernel;

    Users(Kernel kernel) {
        this.kernel = kernel;
    }

    /** Somebody who pins a page from the beginning. */
    void holder(ModelBuilder model, PageId page) {
        TaskId task = new TaskId("pin-" + page);
        unpin(model.actor(task.name(), Pin.class, new Pin.Pinned(page)), task).without(Pin.Grab.class);
    }

    /** Somebody who may pin the page at this place. */
    void pinner(ModelBuilder model, TaskId task, Index at) {
        unpin(model.actor(task.name(), Pin.class, new Pin.Grab()), task)
                .step("s1", "grab page", kernel.source("mm/gup.c", "follow_page_pte"), Pin.Grab.class, (grab, view) -> {
                    PageId page = Kernel.pageAt(at);
                    return view.read(kernel.pte(at)).isPresent()
                                    && Counting.getUnlessZero(view, kernel.page(page), page, 1, new Owner.Pin(task))
                            ? new Pin.Pinned(page)
                            : Control.finished();
                });
    }

    private ActorBuilder<Pin> unpin(ActorBuilder<Pin> pin, TaskId task) {
        return pin.fairness(NONE)
                .step(
                        "s3",
                        "unpin",
                        kernel.source("mm/gup.c", "gup_put_folio"),
                        Pin.Pinned.class,
                        STRONG,
                        (at, view) -> {
                            for (int i = 0; i < kernel.rules().unpinPuts(); i++) {
                                kernel.put(view, at.page(), new Owner.Pin(task));
                            }
                            return Control.finished();
                        });
    }

    /** The program unmaps the file; with the last place its VMA is gone. */
    void munmap(ModelBuilder model) {
        ActorBuilder<Unmapping> munmap = model.actor("munmap", Unmapping.class, new Unmapping.Clear(Index.FIRST))
                .fairness(NONE)
                .step(
                        "u1",
                        "clear PTE",
                        kernel.source("mm/memory.c", "zap_pte_range"),
                        Unmapping.Clear.class,
                        this::u1);
        if (kernel.rules().counted()) {
            munmap.step(
                    "u2",
                    "put page",
                    kernel.source("mm/mmu_gather.c", "tlb_finish_mmu"),
                    Unmapping.Put.class,
                    WEAK,
                    (at, view) -> {
                        kernel.put(view, at.page(), Kernel.mappingAt(at.at()));
                        return afterClear(at.at(), view);
                    });
        } else {
            munmap.without(Unmapping.Put.class);
        }
    }

    /** u1: faults do not find the VMA any more, though the file does until the end. */
    private Control u1(Unmapping.Clear clear, StepView view) {
        view.write(kernel.vma(), view.read(kernel.vma()).to(Vma.Link.DETACHED));
        return kernel.clear(view, clear.at())
                .<Control>map(page -> new Unmapping.Put(clear.at(), page))
                .getOrElse(() -> afterClear(clear.at(), view));
    }

    private Control afterClear(Index at, StepView view) {
        return kernel.after(at).<Control>map(Unmapping.Clear::new).getOrElse(() -> {
            view.write(kernel.vma(), view.read(kernel.vma()).to(Vma.Link.UNLINKED));
            return Control.finished();
        });
    }

    /** A program is about to touch the page at this place. */
    record Touch(Index at) implements Control {}

    /** A fault, all of it in one step: it needs the invalidate lock, and what it does under it is the FS-DAX family. */
    void fault(ModelBuilder model, TaskId task, Index at) {
        model.actor(task.name(), Touch.class, new Touch(at))
                .fairness(NONE)
                .step("f", "fault", kernel.source("fs/dax.c", "dax_iomap_pte_fault"), Touch.class, this::fault);
    }

    private Control fault(Touch touch, StepView view) {
        Index at = touch.at();
        Cell<RwSemaphore> lock = kernel.invalidateLock();
        if (!view.read(lock).canRead() || view.read(kernel.entry(at)).locked()) {
            return view.waits();
        }
        boolean allocated = !view.read(kernel.block(Kernel.pageAt(at))).equals(Block.FREE);
        if (view.read(kernel.vma()).link() == Vma.Link.MAPPED
                && allocated
                && !view.read(kernel.pte(at)).isPresent()) {
            if (view.read(kernel.entry(at)).page().isEmpty()) {
                view.write(kernel.entry(at), DaxEntry.ABSENT.insert(Kernel.pageAt(at)));
            }
            kernel.map(view, at);
        }
        return Control.finished();
    }
}
