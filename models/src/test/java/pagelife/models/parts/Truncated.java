package pagelife.models.parts;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import pagelife.checker.model.Cell;
import pagelife.checker.model.ModelBuilder;
import pagelife.checker.model.Now;
import pagelife.checker.model.Script;
import pagelife.checker.model.Source;
import pagelife.models.kernel.RwSem;
import pagelife.models.kernel.WaitQueueHead;
import pagelife.models.page.Index;
import pagelife.models.page.Page;
import pagelife.models.page.PageId;
import pagelife.models.page.TaskId;
import pagelife.models.page.WaitKey;
import pagelife.models.page.WaitQueue;

/** A truncate of a file of one page, which is mapped at the start, and a task that may pin it. */
final class Truncated implements Truncate.Rules {
    private static final PageId P0 = new PageId(0);
    private static final TaskId TASK = new TaskId("truncate");

    private final Cell<Page> page;
    private final Cell<WaitQueue> waiters;
    private final Cell<Boolean> mapped;
    private final Cell<Boolean> freed;
    private final Cell<Boolean> pinned;
    private final Truncate steps;
    private final BusyWait<PageId> wait;

    /** @param wakes whether the end of the pin wakes who waits for the page */
    Truncated(ModelBuilder builder, Truncate.Way way, boolean wakes) {
        this.page = builder.cell("page", Page.class, Page.counting(1));
        this.waiters = builder.cell("waiters", WaitQueue.class, WaitQueue.EMPTY);
        this.mapped = builder.cell("mapped", Boolean.class, true);
        this.freed = builder.cell("freed", Boolean.class, false);
        this.pinned = builder.cell("pinned", Boolean.class, false);
        RwSem lock = RwSem.declare(builder, "lock");
        Seq<Index> file = Vector.of(Index.FIRST);
        this.steps = new Truncate(Option.some(lock), file, file, way, this);
        BusyPage pages = new BusyPage(of -> page, of -> head(), refs -> refs == 1);
        this.wait = new BusyWait<>(
                PageId.class, TASK, Option.some(lock), false, pages, BusyWait.Known.page(steps::lookForBusy));
        builder.task(TASK.name())
                .with(script -> steps.steps(
                        script, new Truncate.Sources(Source.NONE, Source.NONE, Source.NONE, Source.NONE, Source.NONE)));
        builder.task("pin").step("s1 pin", this::pin).step("s3 unpin", now -> unpin(now, wakes));
    }

    private WaitQueueHead head() {
        return WaitQueueHead.of(waiters, WaitKey.REFCOUNT);
    }

    private void pin(Now now) {
        if (!now.read(mapped)) {
            now.end();
            return;
        }
        now.change(page, counted -> counted.addRefs(1));
        now.write(pinned, true);
    }

    private void unpin(Now now, boolean wakes) {
        now.change(page, counted -> counted.addRefs(-1));
        now.write(pinned, false);
        if (wakes) {
            head().wakeUpAll(now);
        }
    }

    Cell<Boolean> freed() {
        return freed;
    }

    Cell<Boolean> pinned() {
        return pinned;
    }

    @Override
    public boolean isMapped(Now now) {
        return now.read(mapped);
    }

    @Override
    public void unmapping(Script truncate) {
        truncate.step("t3 unmap", now -> {
            now.write(mapped, false);
            steps.unmapped(now);
        });
    }

    @Override
    public void unmap(Now now) {
        now.go("t3");
    }

    @Override
    public void look(Now now, Truncate.Walk at) {
        if (now.read(page).refs() > 1) {
            wait.begin(now, P0);
        } else {
            steps.goBehind(now, at);
        }
    }

    @Override
    public void waiting(Script truncate) {
        wait.steps(truncate, new BusyWait.Sources(Source.NONE, Source.NONE, Source.NONE, Source.NONE));
    }

    @Override
    public boolean delete(Now now, Truncate.Walk at) {
        return true;
    }

    @Override
    public void free(Now now) {
        now.write(freed, true);
    }
}
