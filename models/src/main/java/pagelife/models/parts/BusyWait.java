package pagelife.models.parts;

import static pagelife.checker.model.Fairness.NONE;
import static pagelife.checker.model.Fairness.STRONG;
import static pagelife.checker.model.Fairness.WEAK;

import io.vavr.control.Option;
import java.util.function.Consumer;
import pagelife.checker.model.Now;
import pagelife.checker.model.Place;
import pagelife.checker.model.Script;
import pagelife.checker.model.Source;
import pagelife.models.kernel.RwSem;
import pagelife.models.kernel.WaitQueueHead;
import pagelife.models.page.PageId;
import pagelife.models.page.TaskId;

/**
 * The part of a truncate that waits for a busy page: queue, test, drop the lock, sleep, take the lock, queue again. It
 * queues before it tests, so that no wake-up falls between. include/linux/wait_bit.h.
 *
 * @param <B> what it knows of the busy page before it sleeps
 */
public final class BusyWait<B> {
    /** t8: asleep, unless it was woken and has not noticed yet. */
    public static final Place<PageId> ASLEEP = Place.of("t8", PageId.class);

    /** t9: before the lock is taken again. */
    public static final Place<PageId> RELOCK = Place.of("t9", PageId.class);

    /** What is known of the page that is waited for, which differs between families. */
    public interface Known<B> {
        /** The page of what is known. */
        PageId page(B busy);

        /** What is known of a page once the task has slept for it. */
        B slept(PageId page);

        /** The page is idle: goes on to where the look for busy pages starts over, usually. */
        void goOn(Now now, B busy);

        /** Nothing but which page it is; once it is idle, {@code rescan} goes to where the look starts. */
        static Known<PageId> page(Consumer<Now> rescan) {
            return new Known<>() {
                @Override
                public PageId page(PageId busy) {
                    return busy;
                }

                @Override
                public PageId slept(PageId page) {
                    return page;
                }

                @Override
                public void goOn(Now now, PageId busy) {
                    rescan.accept(now);
                }
            };
        }
    }

    /** The functions that the steps stand for: t5, t6, t7 and t9, t8. */
    public record Sources(Source queue, Source test, Source callback, Source sleep) {}

    private final Place<B> start;
    private final TaskId task;
    private final Option<RwSem> lock;
    private final boolean signals;
    private final BusyPage pages;
    private final Known<B> known;

    /**
     * @param carries the class of what is known of a busy page
     * @param lock what it holds and must not hold asleep: the invalidate lock; empty where it holds none
     * @param signals whether a signal may end the sleep
     * @param pages the pages that it may wait for
     * @param known what it knows of one, and where it goes on
     */
    public BusyWait(
            Class<B> carries, TaskId task, Option<RwSem> lock, boolean signals, BusyPage pages, Known<B> known) {
        this.start = Place.of("t5", carries);
        this.task = task;
        this.lock = lock;
        this.signals = signals;
        this.pages = pages;
        this.known = known;
    }

    /** Adds the steps, which the kernel owes. */
    public void steps(Script truncate, Sources sources) {
        truncate.in(sources.queue())
                .step(start, "t5 queue for page", this::enqueue)
                .in(sources.test())
                .step("t6 page idle?", start.carries(), this::test)
                .statement("if (page_ref_count(page) == idle) break");
        lock.forEach(held -> truncate.in(sources.callback())
                .step("t7 drop invalidate lock", PageId.class, (now, busy) -> held.upWrite(now)));
        truncate.in(sources.sleep())
                .step(ASLEEP, "t8 wake up", this::sleep)
                .has(PageId.class, busy -> pages.waiters(busy).asleep());
        if (signals) {
            truncate.in(sources.queue())
                    .owes(NONE)
                    .or("t8s leave by signal", PageId.class, this::leave)
                    .statement("return -ERESTARTSYS");
        }
        lock.forEach(held -> truncate.in(sources.callback())
                .owes(STRONG) // a writer that waits for the semaphore keeps later readers out
                .step(RELOCK, "t9 retake invalidate lock", (now, busy) -> relock(now, held, busy))
                .owes(WEAK));
    }

    /** Goes to where a page that is busy is waited for. */
    public void begin(Now now, B busy) {
        now.go(start, busy);
    }

    private void enqueue(Now now, B busy) {
        WaitQueueHead waiters = pages.waiters(known.page(busy));
        if (!waiters.isAsleep(now, task)) {
            waiters.prepareToWait(now, task);
        }
    }

    /** t6: one idle page does not say that the others are. */
    private void test(Now now, B busy) {
        PageId page = known.page(busy);
        int refs = pages.refs(now, page);
        boolean idle = pages.isIdle(refs);
        now.saw("idle? %s, refs %s", idle ? "yes" : "no", refs);
        if (idle) {
            pages.waiters(page).finishWait(now, task);
            known.goOn(now, busy);
        } else {
            now.hand(page);
        }
    }

    /** t8: schedule() returns once a wake-up has taken the task out of the queue. */
    private void sleep(Now now, PageId busy) {
        pages.waiters(busy).sleep(now, task);
        now.saw("woken");
        if (lock.isEmpty()) {
            begin(now, known.slept(busy));
        }
    }

    /** t8s: the blocks stay, the pin stays, the caller gets EINTR. */
    private void leave(Now now, PageId busy) {
        pages.waiters(busy).finishWait(now, task);
        now.end();
    }

    private void relock(Now now, RwSem held, PageId busy) {
        held.downWrite(now);
        begin(now, known.slept(busy));
    }
}
