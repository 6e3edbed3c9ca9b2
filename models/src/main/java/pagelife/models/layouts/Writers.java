package pagelife.models.layouts;

import pagelife.checker.model.ActorBuilder;
import pagelife.checker.model.Cell;
import pagelife.checker.model.Control;
import pagelife.checker.model.ModelBuilder;
import pagelife.checker.model.StepView;
import pagelife.models.page.DaxEntry;
import pagelife.models.page.Index;
import pagelife.models.page.RwSemaphore;
import pagelife.models.page.Vma;

/** What the kernel does with the file beside truncate: writeback, which locks entries, and eviction. */
final class Writers {
    private final Kernel kernel;

    Writers(Kernel kernel) {
        this.kernel = kernel;
    }

    /** Where a writeback is. */
    sealed interface Writeback extends Control {
        /** w1: before the entry is locked. */
        record LockEntry() implements Writeback {}

        /** w4: before it is unlocked; in between the page is flushed. */
        record UnlockEntry() implements Writeback {}
    }

    /** Writeback of the first page. It does not take the invalidate lock. */
    void writeback(ModelBuilder model) {
        Cell<DaxEntry> entry = kernel.entry(Index.FIRST);
        model.actor("writeback", Writeback.class, new Writeback.LockEntry())
                .step(
                        "w1",
                        "lock entry",
                        kernel.source("fs/dax.c", "dax_writeback_one"),
                        Writeback.LockEntry.class,
                        (at, view) -> {
                            if (view.read(entry).page().isEmpty()) {
                                return Control.finished();
                            }
                            view.write(entry, view.read(entry).lock());
                            return new Writeback.UnlockEntry();
                        })
                .step(
                        "w4",
                        "unlock entry",
                        kernel.source("fs/dax.c", "dax_writeback_one"),
                        Writeback.UnlockEntry.class,
                        (at, view) -> {
                            view.write(entry, view.read(entry).unlock());
                            return Control.finished();
                        });
    }

    /** Eviction of the inode, once nobody maps it; a later truncate stands for one after the file was opened again. */
    void eviction(ModelBuilder model) {
        ActorBuilder<Eviction> evict = model.actor("evict", Eviction.class, new Eviction.Begin())
                .step("e0", "begin", kernel.source("fs/inode.c", "evict"), Eviction.Begin.class, this::e0)
                .step(
                        "e2",
                        "delete entry",
                        kernel.source("mm/truncate.c", "truncate_inode_pages_final"),
                        Eviction.Delete.class,
                        this::e2);
        if (kernel.rules().evictionWaits()) {
            evict.step(
                    "e1",
                    "wait until idle",
                    kernel.source("fs/dax.c", "dax_break_layout_final"),
                    Eviction.AwaitIdle.class,
                    this::e1);
        } else {
            evict.without(Eviction.AwaitIdle.class);
        }
    }

    /** e0: nobody uses the inode, so nobody holds or wants its lock before the end. */
    private Control e0(Eviction.Begin begin, StepView view) {
        Cell<RwSemaphore> lock = kernel.invalidateLock();
        if (view.read(kernel.vma()).link() != Vma.Link.UNLINKED
                || !view.read(lock).canWrite()) {
            return view.waits();
        }
        view.write(lock, view.read(lock).downWrite());
        return kernel.rules().evictionWaits() ? new Eviction.AwaitIdle(Index.FIRST) : new Eviction.Delete(Index.FIRST);
    }

    private Control e1(Eviction.AwaitIdle await, StepView view) {
        if (view.read(kernel.page(Kernel.pageAt(await.at()))).refs()
                != kernel.rules().idle()) {
            return view.waits();
        }
        return kernel.after(await.at())
                .<Control>map(Eviction.AwaitIdle::new)
                .getOrElse(() -> new Eviction.Delete(Index.FIRST));
    }

    private Control e2(Eviction.Delete delete, StepView view) {
        if (view.read(kernel.entry(delete.at())).locked()) {
            return view.waits();
        }
        kernel.delete(view, delete.at());
        return kernel.after(delete.at()).<Control>map(Eviction.Delete::new).getOrElse(() -> {
            view.write(
                    kernel.invalidateLock(), view.read(kernel.invalidateLock()).upWrite());
            return Control.finished();
        });
    }
}
