package pagelife.models.layouts;

import pagelife.checker.model.Now;
import pagelife.checker.model.Place;
import pagelife.checker.model.Script;
import pagelife.models.page.Index;
import pagelife.models.page.Vma;

/** What the kernel does with the file beside truncate: writeback, which locks entries, and eviction. */
final class Writers {
    /** e1: before the page here is waited for. */
    private static final Place<Index> AWAIT_IDLE = Place.of("e1", Index.class);

    /** e2: before the entry here is deleted. */
    private static final Place<Index> DELETE = Place.of("e2", Index.class);

    private final Kernel kernel;

    Writers(Kernel kernel) {
        this.kernel = kernel;
    }

    /** Writeback of the page at this place. It does not take the invalidate lock. */
    Script writeback(Index at) {
        return new Script()
                .in(kernel.source("fs/dax.c", "dax_writeback_one"))
                .step("w1 lock entry", now -> lock(now, at))
                .statement("dax_lock_entry(xas, entry)")
                .step("w4 unlock entry", kernel.entryLock(at)::unlock)
                .statement("dax_unlock_entry(xas, entry)"); // in between it is flushed
    }

    private void lock(Now now, Index at) {
        if (now.read(kernel.entry(at)).page().isEmpty()) {
            now.saw("no entry");
            now.end();
        } else {
            kernel.entryLock(at).waitUnlocked(now);
            kernel.entryLock(at).lock(now);
        }
    }

    /** Eviction of the inode, once nobody maps it; a later truncate stands for one after the file was opened again. */
    Script eviction() {
        Script evict = new Script().in(kernel.source("fs/inode.c", "evict")).step("e0 begin", this::begin);
        if (kernel.rules().is(Rules.EVICTION_WAITS)) {
            evict.in(kernel.source("fs/dax.c", "dax_break_layout_final"))
                    .step(AWAIT_IDLE, "e1 wait until idle", this::awaitIdle)
                    .statement("wait until page_ref_count(page) == idle");
        }
        return evict.in(kernel.source("mm/truncate.c", "truncate_inode_pages_final"))
                .step(DELETE, "e2 delete entry", this::delete)
                .statement("delete the entry");
    }

    /** e0: nobody uses the inode, so nobody holds or wants its lock before the end. */
    private void begin(Now now) {
        now.await(now.read(kernel.vma()).link() == Vma.Link.UNLINKED);
        kernel.lock().downWrite(now);
        now.hand(Index.FIRST);
    }

    private void awaitIdle(Now now, Index at) {
        int refs = now.read(kernel.page(Kernel.pageAt(at))).refs();
        now.await(refs == kernel.rules().idle());
        now.saw("idle? yes, refs %s", refs);
        kernel.after(at).peek(next -> now.go(AWAIT_IDLE, next)).onEmpty(() -> now.go(DELETE, Index.FIRST));
    }

    private void delete(Now now, Index at) {
        kernel.entryLock(at).waitUnlocked(now);
        if (now.read(kernel.entry(at)).page().isEmpty()) {
            now.saw("no entry");
        }
        kernel.delete(now, at);
        kernel.after(at)
                .peek(next -> now.go(DELETE, next))
                .onEmpty(() -> kernel.lock().upWrite(now));
    }
}
