package pagelife.models.waitwake;

import io.vavr.control.Option;
import pagelife.checker.model.Now;
import pagelife.checker.model.Place;
import pagelife.checker.model.Script;
import pagelife.models.page.PageId;
import pagelife.models.page.TaskId;

/** {@code ___wait_var_event} in a loop over pages, as a file system breaks layouts: it wants all pages idle. */
public final class Waiter {
    /** W1: before it queues for a page; whether it has slept since it looked for pages. */
    public record Enqueue(PageId page, boolean slept) {}

    /** W2: before it looks at a page. */
    public record Test(PageId page, boolean slept, boolean queued) {}

    /** W4: asleep. */
    public record Asleep(PageId page, boolean queued) {}

    private static final Place<Enqueue> ENQUEUE = Place.of("w1", Enqueue.class);
    private static final Place<Test> TEST = Place.of("w2", Test.class);

    /** W4: where it sleeps. */
    public static final Place<Asleep> ASLEEP = Place.of("w4", Asleep.class);

    private final Pages pages;
    private final Rules rules;
    private final TaskId task;

    Waiter(Pages pages, Rules rules, TaskId task) {
        this.pages = pages;
        this.rules = rules;
        this.task = task;
    }

    Script script(boolean signals) {
        Script waiter = new Script()
                .in("fs/dax.c", "dax_layout_busy_page", "6.1")
                .step("w0 find page in use", this::findBusy)
                .in("include/linux/wait_bit.h", "___wait_var_event", "6.1")
                .step(ENQUEUE, "w1 enqueue", this::enqueue)
                .statement("prepare_to_wait_event(wq)")
                .step(TEST, "w2 test", this::test)
                .statement("if (page_ref_count(page) == 1) break")
                .in("kernel/sched/core.c", "schedule", "6.1")
                .step(ASLEEP, "w4 sleep", this::sleep)
                .has(Asleep.class, asleep -> pages.waiters(asleep.page()).asleep());
        return signals
                ? waiter.in("include/linux/wait_bit.h", "___wait_var_event", "6.1")
                        .or("w3 signal", Asleep.class, this::signal)
                : waiter;
    }

    private void findBusy(Now now) {
        Option<PageId> busy =
                pages.ids().find(page -> now.read(pages.page(page)).refs() > Rules.IDLE);
        if (busy.isEmpty()) {
            now.saw("busy? no");
            now.end();
            return;
        }
        now.saw("busy? yes, refs %s", now.read(pages.page(busy.get())).refs());
        if (rules.enqueuesFirst()) {
            now.go(ENQUEUE, new Enqueue(busy.get(), false));
        } else {
            now.go(TEST, new Test(busy.get(), false, false));
        }
    }

    private void enqueue(Now now, Enqueue at) {
        if (rules.exclusive()) {
            pages.waiters(at.page()).prepareToWaitExclusive(now, task);
        } else {
            pages.waiters(at.page()).prepareToWait(now, task);
        }
        if (rules.enqueuesFirst()) {
            now.go(TEST, new Test(at.page(), at.slept(), true));
        } else {
            now.go(ASLEEP, new Asleep(at.page(), true));
        }
    }

    /** W2 and W3: with nothing to wait for it leaves the queue. */
    private void test(Now now, Test at) {
        int refs = now.read(pages.page(at.page())).refs();
        boolean idle = rules.looksIdle(refs);
        now.saw("idle? %s, refs %s", idle ? "yes" : "no", refs);
        if (idle) {
            leaveIdle(now, at);
        } else if (rules.enqueuesFirst()) {
            now.go(ASLEEP, new Asleep(at.page(), at.queued()));
        } else {
            now.go(ENQUEUE, new Enqueue(at.page(), at.slept()));
        }
    }

    private void leaveIdle(Now now, Test at) {
        if (at.queued()) {
            pages.waiters(at.page()).finishWait(now, task);
        }
        if (rules.is(Rules.ALWAYS_RETRIES) || at.slept()) {
            now.go("w0");
        } else {
            now.end();
        }
    }

    /** W4: a sleeper that is not queued is woken by nobody. */
    private void sleep(Now now, Asleep at) {
        now.await(at.queued());
        pages.waiters(at.page()).sleep(now, task);
        now.saw("woken");
        if (rules.is(Rules.REQUEUES) && rules.enqueuesFirst()) {
            now.go(ENQUEUE, new Enqueue(at.page(), true));
        } else {
            now.go(TEST, new Test(at.page(), true, false));
        }
    }

    /** W3: {@code -ERESTARTSYS}. */
    private void signal(Now now, Asleep at) {
        now.saw("signal: give up");
        if (at.queued()) {
            pages.waiters(at.page()).finishWait(now, task);
        }
        now.end();
    }
}
