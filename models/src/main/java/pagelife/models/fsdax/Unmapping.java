package pagelife.models.fsdax;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.function.Consumer;
import pagelife.checker.model.Now;
import pagelife.checker.model.Script;
import pagelife.models.page.Holds;
import pagelife.models.page.PageId;
import pagelife.models.page.PteAt;
import pagelife.models.page.TaskId;
import pagelife.models.page.TlbFlush;

/**
 * The part of an operation that clears page-table entries one by one, whoever mapped them: {@code unmap_mapping_pages},
 * mm/memory.c. Under PTL; then the flush; then the reference of the PTE goes, all at once unless the flush has to wait.
 * It is flushed whoever cleared the PTE: that one's flush may not be done yet ({@code mm_tlb_flush_nested}).
 */
final class Unmapping {
    /** A PTE that was cleared, whose flush has to wait, and the page whose reference goes after it. */
    record Cleared(PteAt pte, TlbFlush flush, Vector<PageId> put) {}

    private final Kernel kernel;
    private final TaskId task;
    private final Seq<PteAt> ptes;
    private final Consumer<Now> then;
    private String place = "";

    /** @param then what is done in the step in which the last entry is done with */
    Unmapping(Kernel kernel, TaskId task, Seq<PteAt> ptes, Consumer<Now> then) {
        this.kernel = kernel;
        this.task = task;
        this.ptes = ptes;
        this.then = then;
    }

    /** The steps, at {@code first} and, where a flush may have to wait, at the place of that name and an f. */
    Consumer<Script> steps(String first) {
        place = first;
        return script -> {
            script.step(first + " unmap", PteAt.class, this::clear);
            if (kernel.rules().is(Rules.IPI_FLUSH)) {
                script.in(kernel.flush())
                        .step(first + "f flush done", Cleared.class, this::flushed)
                        .hasAll(Cleared.class, this::held);
            }
        };
    }

    private Seq<Holds> held(Cleared cleared) {
        return cleared.put().map(page -> Holds.shortly(task, page, 1));
    }

    /** Goes to the first entry, or on when there is none. */
    void begin(Now now) {
        goTo(now, ptes.headOption());
    }

    private void clear(Now now, PteAt at) {
        Option<PageId> put = kernel.clear(now, at);
        TlbFlush flush = kernel.zap().flush(now, at.mm());
        if (flush.isDone()) {
            unmapped(now, at, put.toVector());
        } else {
            now.go(place + "f", new Cleared(at, flush, put.toVector()));
        }
    }

    private void flushed(Now now, Cleared cleared) {
        now.await(!kernel.zap().isPending(now, cleared.flush()));
        unmapped(now, cleared.pte(), cleared.put());
    }

    private void unmapped(Now now, PteAt at, Vector<PageId> put) {
        put.forEach(page -> kernel.references().putMapping(now, page, at));
        goTo(now, World.after(ptes, at));
    }

    private void goTo(Now now, Option<PteAt> next) {
        if (next.isEmpty()) {
            then.accept(now);
        } else {
            now.go(place, next.get());
        }
    }
}
