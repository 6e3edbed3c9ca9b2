package pagelife.specs.field;

import pagelife.checker.model.Now;
import pagelife.checker.model.Script;
import pagelife.models.Rule;
import pagelife.models.kernel.Atomic;
import pagelife.specs.own.Draft;
import pagelife.specs.own.Outline;
import pagelife.specs.own.Study;

/**
 * Buffers of zero-copy receive count the user's references apart from those of the page pool. The refill ring looks
 * whether there is one and then drops it; the scrub of a dying queue takes all at once, without the lock of the ring.
 * Kernel commit 003049b1c4fb, "io_uring/zcrx: fix user_ref race between scrub and refill paths", February 2026.
 */
public final class ZcrxUref implements Study {
    private static final Rule<Boolean> AT_ONCE =
            Rule.flag("atOnce", "the refill drops a reference unless there is none", false);
    private static final String ZCRX = "io_uring/zcrx.c";
    private static final String FIX = "003049b1c4fb (7.0)";

    @Override
    public void outline(Outline outline) {
        outline.named("zcrx-uref")
                .says("io_uring: refill and scrub both drop the user's last reference")
                .rule(AT_ONCE)
                .variant("broken", "if (!atomic_read(uref)) skip; atomic_dec(uref)", "6.15 to 6.19")
                .variant("fixed", "atomic_try_cmpxchg until it is 0", "from 7.0 on", AT_ONCE.is(true))
                .expect(
                        "broken",
                        row -> row.size(15, 19)
                                .violated("FB-2", 3)
                                .violated("FB-2f", 5)
                                .because(FIX, "the scrub comes between test and decrement"))
                .expect("fixed", row -> row.size(8, 10).because(FIX, "one of the two finds none"));
    }

    @Override
    public void draft(Draft d) {
        boolean atOnce = d.rule(AT_ONCE);
        Atomic uref = Atomic.declare(d.model(), "user_refs", 1);
        Atomic pool = Atomic.declare(d.model(), "pp_ref_count", 1);
        Atomic freed = Atomic.declare(d.model(), "freed", 0);

        Script refill = d.task("refill").in(ZCRX, "io_zcrx_ring_refill", "6.19");
        if (atOnce) {
            refill.step("r1 drop a user reference, if any", now -> {
                if (!uref.addUnless(now, -1, 0)) {
                    now.saw("user references: 0");
                    now.end();
                }
            });
        } else {
            refill.step("r1 any user reference?", now -> {
                        now.saw("user references: %s", uref.read(now));
                        if (uref.read(now) == 0) {
                            now.end();
                        }
                    })
                    .step("r2 drop it", uref::dec);
        }
        refill.in("include/net/page_pool/helpers.h", "page_pool_unref_netmem", "6.19")
                .step("r3 unref, free at 0", now -> unref(now, pool, freed, 1));

        d.task("scrub")
                .in(ZCRX, "io_zcrx_scrub", "6.19")
                .step("s1 take all user references", now -> {
                    int taken = uref.xchg(now, 0);
                    if (taken == 0) {
                        now.saw("user references: 0");
                        now.end();
                    } else {
                        now.hand(taken);
                    }
                })
                .in("include/net/page_pool/helpers.h", "page_pool_unref_netmem", "6.19")
                .step("s2 unref, free at 0", Integer.class, (now, taken) -> unref(now, pool, freed, taken));

        d.always("FB-2 UserRefsSane", "no buffer has a count of user references below 0", view -> uref.read(view) >= 0)
                .told(run -> "user_refs is " + uref.read(run.end()));
        d.always("FB-2f FreedOnce", "no buffer is freed twice", view -> freed.read(view) <= 1)
                .told(run -> "the buffer has been freed " + freed.read(run.end()) + " times");
        d.sometimes("it is freed", "what was in use is freed at last", view -> freed.read(view) == 1);
    }

    /** Who drops all that there is leaves 1 for the next user, and does not count down. */
    private static void unref(Now now, Atomic pool, Atomic freed, int refs) {
        if (pool.read(now) == refs) {
            pool.set(now, 1);
            freed.inc(now);
        } else {
            pool.addReturn(now, -refs);
        }
    }
}
