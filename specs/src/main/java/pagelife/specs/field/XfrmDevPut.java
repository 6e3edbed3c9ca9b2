package pagelife.specs.field;

import io.vavr.collection.Vector;
import java.util.function.Predicate;
import pagelife.checker.model.Cell;
import pagelife.checker.model.Script;
import pagelife.checker.model.View;
import pagelife.models.Rule;
import pagelife.models.kernel.Refcount;
import pagelife.models.page.Owner;
import pagelife.specs.claims.Phrase;
import pagelife.specs.own.Draft;
import pagelife.specs.own.Outline;
import pagelife.specs.own.Study;

/**
 * A packet that was decrypted asynchronously comes back into the stack: its reference of the device was dropped on
 * entry, and the device used in a netfilter hook after that. CVE-2026-31663, "xfrm: hold dev ref until after
 * transport_finish NF_HOOK", April 2026.
 */
public final class XfrmDevPut implements Study {
    private static final Rule<Boolean> LATE = Rule.flag("late", "the reference is dropped after the hook", false);
    private static final String CVE = "CVE-2026-31663";

    @Override
    public void outline(Outline outline) {
        outline.named("xfrm-dev-put")
                .says("xfrm: the device of a packet is put before its last use")
                .rule(LATE)
                .variant("broken", "dev_put() when the packet comes back", "4.15 to 6.19")
                .variant("fixed", "dev_put() after the hook", "7.0", LATE.is(true))
                .expect(
                        "broken",
                        row -> row.size(10, 13)
                                .violated("FB-12", 4)
                                .because(CVE, "the device is freed while the packet is in the hook"))
                .expect("fixed", row -> row.size(8, 9).because(CVE, "the teardown waits for the packet"));
    }

    @Override
    public void draft(Draft d) {
        boolean late = d.rule(LATE);
        Refcount refs = Refcount.declare(d.model(), "dev->refcnt", 2);
        Cell<Boolean> freed = d.cell("devFreed", false);
        Owner packet = Owner.of("packet");
        Owner registered = Owner.of("registered device");

        Script input = d.task("resume").in("net/xfrm/xfrm_input.c", "xfrm_input_resume", "6.19");
        if (!late) {
            input.step("r1 dev_put", now -> refs.dec(now, packet)).has(refs.heldBy(packet));
        }
        input.in("net/ipv4/xfrm4_input.c", "xfrm4_transport_finish", "6.19")
                .step("r2 NF_HOOK with skb->dev", now -> {});
        if (late) {
            input.has(refs.heldBy(packet));
            input.step("r3 dev_put", now -> refs.dec(now, packet)).has(refs.heldBy(packet));
        }

        d.task("unregister")
                .in("net/core/dev.c", "unregister_netdevice_many", "6.19")
                .step("u1 take from the list", now -> {})
                .in("net/core/dev.c", "netdev_wait_allrefs_any", "6.19")
                .step("u2 wait for references", now -> {
                    now.await(refs.read(now) == 1);
                    now.saw("refs 1: go on");
                })
                .in("net/core/dev.c", "free_netdev", "6.19")
                .step("u3 free", now -> now.write(freed, true));

        d.books(books -> refs.in(books).standing(view -> Vector.of(refs.heldBy(registered))));
        Predicate<View> hook = d.at("resume", "r2");
        d.never(
                        "FB-12 NoFreeUnderPacket",
                        "no device is freed that a packet is about to use",
                        view -> view.read(freed) && hook.test(view))
                .told(new Phrase("resume is about to use the device of its packet", "is about to use the device", hook)
                        .meets(new Phrase("the device is freed", "frees the device", view -> view.read(freed))));
        d.sometimes("it is freed", "what was in use is freed at last", view -> view.read(freed));
    }
}
