package pagelife.specs.examples;

import java.util.function.Predicate;
import pagelife.checker.model.Cell;
import pagelife.checker.model.Script;
import pagelife.checker.model.View;
import pagelife.models.Rule;
import pagelife.models.kernel.Completion;
import pagelife.models.kernel.PercpuRef;
import pagelife.models.page.Owner;
import pagelife.specs.claims.Phrase;
import pagelife.specs.own.Draft;
import pagelife.specs.own.Outline;
import pagelife.specs.own.Study;

/** A killed percpu_ref gives nothing out any more; what it gave out before is still there until the last put. */
public final class PercpuRefTeardown implements Study {
    private static final Rule<Boolean> WAITS = Rule.flag("waits", "a removal waits for the last put", false);

    @Override
    public void outline(Outline outline) {
        outline.named("08-percpu-ref-teardown")
                .says("a removal kills a percpu_ref and frees before the last put")
                .rule(WAITS)
                .variant("broken", "percpu_ref_kill, then free")
                .variant("fixed", "percpu_ref_kill, wait for the release, then free", WAITS.is(true))
                .expect(
                        "broken",
                        row -> row.size(9, 12)
                                .violated("EX-8", 3)
                                .because("lib/percpu-refcount.c", "a reference is out when the memory goes"))
                .expect(
                        "fixed",
                        row -> row.size(10, 13)
                                .because("lib/percpu-refcount.c", "the last put lets the removal go on"));
    }

    @Override
    public void draft(Draft d) {
        PercpuRef ref = PercpuRef.declare(d.model(), "queue->ref");
        Completion done = Completion.declare(d.model(), "done");
        Cell<Boolean> freed = d.cell("freed", false);
        Owner user = Owner.task("user");

        d.task("user")
                .in("include/linux/percpu-refcount.h", "percpu_ref_tryget_live", "6.12")
                .step("u1 get", now -> {
                    if (!ref.trygetLive(now, user)) {
                        now.saw("dying: give up");
                        now.end();
                    }
                })
                .in("include/linux/percpu-refcount.h", "percpu_ref_put", "6.12")
                .step("u2 put", now -> ref.put(now, user, done::complete))
                .has(ref.heldBy(user));

        Script removal = d.task("removal")
                .in("lib/percpu-refcount.c", "percpu_ref_kill_and_confirm", "6.12")
                .step("r1 kill", now -> ref.kill(now, done::complete));
        if (d.rule(WAITS)) {
            removal.in("kernel/sched/completion.c", "wait_for_completion", "6.12")
                    .step("r2 wait", done::waitFor);
        }
        removal.in("mm/slub.c", "kfree", "6.12").step("r3 free", now -> now.write(freed, true));

        d.books(ref::in);
        Predicate<View> uses = d.at("user", "u2");
        d.never(
                        "EX-8 NoFreeInUse",
                        "nothing is freed while somebody has a reference to it",
                        view -> view.read(freed) && uses.test(view))
                .told(new Phrase("user has a reference", "takes a reference", uses)
                        .meets(new Phrase("the queue is freed", "frees the queue", view -> view.read(freed))));
        d.sometimes("it is freed", "what was in use is freed at last", view -> view.read(freed));
    }
}
