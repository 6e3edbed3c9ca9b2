package pagelife.specs.teardown;

import static pagelife.specs.TabledSpecs.row;

import pagelife.models.teardown.Teardown;
import pagelife.models.teardown.TeardownFamily;
import pagelife.specs.TabledSpecs;
import pagelife.specs.claims.CountClaims;

/** What we expect of tearing a pagemap down. */
public final class TeardownSpecs {
    private static final String STUCK = CountClaims.REMOVAL_NOT_STUCK;

    private TeardownSpecs() {}

    /** The table. */
    public static TabledSpecs<Teardown> table() {
        return forgotten(orders(TabledSpecs.of(TeardownFamily.family(), TeardownClaims::all)));
    }

    private static TabledSpecs<Teardown> orders(TabledSpecs<Teardown> table) {
        String raw = "1629632949-14749-1-git-send-email-sumiyawang@tencent.com (5.15)";
        return table.and(row("5.1")
                        .violated(TeardownClaims.PIN_PAGEMAP, 4)
                        .violated(TeardownClaims.HELD_PAGEMAP, 4)
                        .violated(CountClaims.COUNT_SANE, 5)
                        .cites("50f44ee7248a (5.2)")
                        .why("I-1: s1, r3, r4, r6, and s3 touches a freed struct page"))
                .and(row("5.2").cites("50f44ee7248a (5.2)").why("removal waits for the put"))
                .and(row("5.14-raw")
                        .violated(TeardownClaims.MAPPING, 3)
                        .cites(raw)
                        .why("I-2: I/O enters, the mapping goes, I/O copies"))
                .and(row("5.15-raw").cites(raw).why("the queue is drained first"))
                .and(row("5.19")
                        .violated(TeardownClaims.REFERENCE, 5)
                        .cites("1e57ffb6e3fd (6.0)")
                        .why("I-3: killed and put; then x1 finds the pagemap, r5 frees its reference, x2 takes it"))
                .and(row("6.0").cites("1e57ffb6e3fd (6.0)").why("one pin, one lookup"))
                .and(row("6.0")
                        .label("more-of-both")
                        .within(Teardown.LOOKUPS, 2)
                        .within(Teardown.PINS, 2)
                        .cites("1e57ffb6e3fd (6.0)")
                        .why("the reference is freed after all lookups have left"));
    }

    private static TabledSpecs<Teardown> forgotten(TabledSpecs<Teardown> table) {
        String grab = "6401c4eb57f9 (5.13)";
        String peer = "6220694c52a5";
        return table.and(row("5.3-kvm")
                        .violated(CountClaims.COUNT_IS_OWNERS, 2)
                        .violated(STUCK, 4)
                        .cites("a78986aae9b2 (5.4)")
                        .why("I-18: s1, and s3 forgets; r3, r4, then removal waits forever"))
                .and(row("5.4-kvm").cites("a78986aae9b2 (5.4)").why("KVM puts"))
                .and(row("5.12-gup")
                        .violated(CountClaims.PGREF_CONSERVE, 2)
                        .violated(STUCK, 4)
                        .cites(grab)
                        .why("I-12: g2, a failed g3; r3, r4, then removal waits forever"))
                .and(row("5.13-gup").cites(grab).why("the failed grab lets go"))
                .and(row("p2p-leak")
                        .violated(CountClaims.PGREF_CONSERVE, 2)
                        .violated(STUCK, 4)
                        .cites(peer)
                        .why("I-20: p1, a failed p2; r3, r4, then removal waits forever"))
                .and(row("p2p").cites(peer).why("the failure lets go"));
    }
}
