package pagelife.models.fsdax;

import static pagelife.checker.model.Fairness.WEAK;

import io.vavr.collection.Seq;
import pagelife.checker.model.ActorBuilder;
import pagelife.checker.model.Cell;
import pagelife.checker.model.Control;
import pagelife.checker.model.Source;
import pagelife.checker.model.StepView;
import pagelife.models.page.Block;
import pagelife.models.page.EntryAt;
import pagelife.models.page.Extent;
import pagelife.models.page.FileId;
import pagelife.models.page.Index;
import pagelife.models.page.PageId;
import pagelife.models.page.PteAt;
import pagelife.models.page.TaskId;

/** How a truncate deletes the DAX entries and then frees the blocks. mm/truncate.c, fs/dax.c and the file systems. */
final class TruncateDelete {
    private final Kernel kernel;
    private final Cells cells;
    private final TaskId task;
    private final FileId file;
    private final Seq<Index> indices;

    TruncateDelete(Kernel kernel, TaskId task, FileId file) {
        this.kernel = kernel;
        this.cells = kernel.cells();
        this.task = task;
        this.file = file;
        this.indices = kernel.bounds().indices();
    }

    void declare(ActorBuilder<Truncate> truncate) {
        Source delete = kernel.source("mm/truncate.c", "truncate_pagecache");
        Source wait = kernel.source("fs/dax.c", "dax_delete_mapping_entry");
        Source free = kernel.source(FsCall.FREE_BLOCKS);
        truncate.step("t10", "delete entry", delete, Truncate.Delete.class, WEAK, this::t10)
                .step("t10w", "look again", wait, Truncate.AwaitDelete.class, WEAK, this::t10w)
                .step("t11", "free blocks", free, Truncate.FreeBlocks.class, WEAK, this::t11);
    }

    /**
     * t10: unmap again, wait for the entry's lock, disassociate the page, delete the entry, wake all who wait for it. The
     * unmapping finds nothing where faults have been locked out since t3; so no flush is waited for.
     */
    private Control t10(Truncate.Delete delete, StepView view) {
        EntryAt at = new EntryAt(file, delete.next());
        if (view.read(cells.entry(at)).locked()) {
            kernel.awaitEntry(view, at, task, true);
            return new Truncate.AwaitDelete(delete.next(), delete.scanned());
        }
        for (PteAt pte : kernel.bounds().mapping(at)) {
            for (PageId page : kernel.zap().clear(view, pte)) {
                kernel.references().putMapping(view, page, pte);
            }
        }
        kernel.deleteEntry(view, at);
        kernel.references().wakeEntry(view, at, true);
        return Kernel.after(indices, delete.next())
                .<Control>map(next -> new Truncate.Delete(next, delete.scanned()))
                .getOrElse(() -> new Truncate.FreeBlocks(delete.scanned()));
    }

    private Control t10w(Truncate.AwaitDelete asleep, StepView view) {
        return kernel.awaitsEntry(view, new EntryAt(file, asleep.next()), task)
                ? view.waits()
                : new Truncate.Delete(asleep.next(), asleep.scanned());
    }

    /** t11: one transaction for the whole range. */
    private Control t11(Truncate.FreeBlocks free, StepView view) {
        for (Index index : indices) {
            Cell<Extent> extent = cells.extent(new EntryAt(file, index));
            for (PageId page : view.read(extent).page()) {
                view.write(cells.block(page), Block.FREE);
            }
            view.write(extent, Extent.BEYOND_EOF);
        }
        return new Truncate.Release();
    }
}
