package pagelife.specs.examples;

import pagelife.models.Rule;
import pagelife.models.kernel.FolioRef;
import pagelife.models.kernel.WaitQueueHead;
import pagelife.models.page.Owner;
import pagelife.models.page.TaskId;
import pagelife.specs.own.Draft;
import pagelife.specs.own.Outline;
import pagelife.specs.own.Study;

/** Waiters share queues by a hash of what they wait for; a wake-up that names another address passes them by. */
public final class WrongWakeKey implements Study {
    private static final Rule<Boolean> SAME = Rule.flag("same", "the wake-up names what the waiter waits for", false);
    private static final TaskId WAITER = new TaskId("waiter");

    @Override
    public void outline(Outline outline) {
        outline.named("06-wrong-wake-key")
                .says("a waiter waits for one address and a wake-up names another")
                .rule(SAME)
                .variant("broken", "wait_var_event(&page->_refcount), wake_up_var(page)")
                .variant("fixed", "both name the page", SAME.is(true))
                .expect(
                        "broken",
                        row -> row.size(11, 13)
                                .violated("no deadlock", 4)
                                .because("166329930818.2786261, patch 1 of a series of 2022", "the key is another one"))
                .expect("fixed", row -> row.size(11, 14).because("kernel/sched/wait_bit.c", "the keys are the same"));
    }

    @Override
    public void draft(Draft d) {
        WaitQueueHead table = WaitQueueHead.declare(d.model(), "bit_wait_table");
        FolioRef refs = FolioRef.declare(d.model(), "page->_refcount", 1);
        WaitQueueHead waiters = table.var("page").until(refs.what());
        Owner pin = Owner.task("unpin");

        d.task("waiter")
                .in("include/linux/wait_bit.h", "___wait_var_event", "6.12")
                .with((d.rule(SAME) ? waiters : waiters.var("&page->_refcount"))
                        .waitEvent(WAITER, "w", now -> refs.read(now) == 0));

        d.task("unpin")
                .in("mm/gup.c", "unpin_user_page", "6.12")
                .step("u1 put", now -> refs.putTestzero(now, pin))
                .has(refs.heldBy(pin))
                .in("kernel/sched/wait_bit.c", "wake_up_var", "6.12")
                .step("u2 wake up", waiters::wakeUp);

        d.books(refs::in);
        d.sometimes("it sleeps", "the waiter sleeps", view -> waiters.isAsleep(view, WAITER));
    }
}
