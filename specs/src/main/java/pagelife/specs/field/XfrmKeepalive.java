package pagelife.specs.field;

import pagelife.checker.model.Cell;
import pagelife.checker.model.Now;
import pagelife.models.Rule;
import pagelife.models.kernel.Work;
import pagelife.models.page.TaskId;
import pagelife.specs.claims.Phrase;
import pagelife.specs.own.Draft;
import pagelife.specs.own.Outline;
import pagelife.specs.own.Study;

/**
 * The end of a network namespace cancels work, then flushes what queues that work again, then frees the namespace.
 * CVE-2026-31406, "xfrm: Fix work re-schedule after cancel in xfrm_nat_keepalive_net_fini()", April 2026.
 */
public final class XfrmKeepalive implements Study {
    private static final Rule<Boolean> DISABLES = Rule.flag("disables", "the work cannot be queued any more", false);
    private static final TaskId CLEANUP = new TaskId("cleanup");
    private static final String CVE = "CVE-2026-31406";

    @Override
    public void outline(Outline outline) {
        outline.named("xfrm-keepalive")
                .says("xfrm: work is queued again after it was cancelled, and runs on freed memory")
                .rule(DISABLES)
                .variant("broken", "cancel_delayed_work_sync()", "6.11 to 6.19")
                .variant("fixed", "disable_delayed_work_sync()", "7.0", DISABLES.is(true))
                .expect(
                        "broken",
                        row -> row.size(41, 64)
                                .violated("FB-11", 6)
                                .because(CVE, "the flush of the states queues the work, and nobody cancels it again"))
                .expect("fixed", row -> row.size(15, 21).because(CVE, "the flush queues nothing"));
    }

    @Override
    public void draft(Draft d) {
        boolean disables = d.rule(DISABLES);
        Work work = Work.declare(d.model(), "nat_keepalive_work");
        Cell<Boolean> freed = d.cell("netFreed", false);
        Cell<Boolean> bad = d.cell("usedAfterFree", false);

        work.worker(
                d.model(),
                "kworker",
                function -> function.in("net/xfrm/xfrm_nat_keepalive.c", "nat_keepalive_work", "6.19")
                        .step("k1 walk the states of net", now -> {
                            now.saw(now.read(freed) ? "net is freed" : "net is there");
                            now.write(bad, now.read(freed));
                        }));

        d.task("update")
                .in("net/xfrm/xfrm_nat_keepalive.c", "xfrm_nat_keepalive_state_updated", "6.19")
                .step("u1 queue work", now -> {
                    if (now.read(freed)) {
                        now.saw("net is freed");
                        now.end();
                        return;
                    }
                    queue(now, work);
                });

        d.task(CLEANUP.name())
                .in("net/xfrm/xfrm_nat_keepalive.c", "xfrm_nat_keepalive_net_fini", "6.19")
                .with(disables ? work.disableSync(CLEANUP, "c") : work.cancelSync(CLEANUP, "c"))
                .in("net/xfrm/xfrm_state.c", "xfrm_state_fini", "6.19")
                .step("c3 flush states: queue work", now -> queue(now, work))
                .in("net/core/net_namespace.c", "net_complete_free", "6.19")
                .step("c4 free net", now -> now.write(freed, true));

        d.never("FB-11 NoWorkAfterFree", "no work runs on a namespace that is freed", view -> view.read(bad))
                .told(new Phrase(
                                "the work has run on a namespace that was freed",
                                "runs on a namespace that was freed",
                                view -> view.read(bad))
                        .isSoAtLast());
        d.sometimes("it is freed", "what was in use is freed at last", view -> view.read(freed));
    }

    private static void queue(Now now, Work work) {
        if (!work.queue(now)) {
            now.saw("queued already, or disabled");
        }
    }
}
