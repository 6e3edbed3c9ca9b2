package pagelife.specs.devdax;

import static pagelife.specs.TabledSpecs.row;

import pagelife.models.devdax.Devdax;
import pagelife.specs.TabledSpecs;
import pagelife.specs.claims.CountClaims;

/** The bugs DB4 to DB8 of device-dax, beside their repairs. */
final class DevdaxBugs {
    private static final String COUNT = CountClaims.COUNT_SANE;
    private static final String STUCK = CountClaims.STUCK_REMOVAL;

    private DevdaxBugs() {}

    /** {@code table} with the rows about them. */
    static TabledSpecs<Devdax> rows(TabledSpecs<Devdax> table) {
        return faults(grabs(tails(table)));
    }

    private static TabledSpecs<Devdax> tails(TabledSpecs<Devdax> table) {
        return table.and(row("5.17")
                        .label("tail-pinned")
                        .rules("gupResolvesHead=off")
                        .bounds("start=mapped faults=0")
                        .violated(DevdaxClaims.PTE_REF, 0)
                        .violated(COUNT, 1)
                        .violated(DevdaxClaims.TAIL_ZERO, 1)
                        .violated(DevdaxClaims.PIN_PAGEMAP, 9)
                        .cites(DevdaxSpecs.SEED)
                        .why("DB4: nobody waits for a reference on a tail"))
                .and(row("5.17")
                        .label("tail-pinned-and-checked")
                        .rules("gupResolvesHead=off tailCheck=on")
                        .bounds("start=mapped faults=0")
                        .violated(DevdaxClaims.PTE_REF, 0)
                        .violated(COUNT, 1)
                        .violated(DevdaxClaims.TAIL_ZERO, 1)
                        .cites(DevdaxSpecs.SEED)
                        .why("the check proposed in review keeps the memory map under the pin"));
    }

    private static TabledSpecs<Devdax> grabs(TabledSpecs<Devdax> table) {
        return table.and(row("5.12")
                        .violated(DevdaxClaims.PTE_REF, 8)
                        .violated(DevdaxClaims.MAP_ASSOC, 8)
                        .cites("6401c4eb57f9 (5.13)")
                        .why("as 5.10: without fast GUP nothing else shows"))
                .and(row("5.12")
                        .label("failed-grab")
                        .rules("ipiFlush=off")
                        .bounds("start=mapped faults=0 gups=0 fastGups=1")
                        .violated(DevdaxClaims.PTE_REF, 0)
                        .violated(DevdaxClaims.PGREF_CONSERVE, 9)
                        .violated(STUCK, 9)
                        .cites("6401c4eb57f9 (5.13)")
                        .why("DB8: removal puts the page between g2 and g3; the failed grab forgets the pagemap"))
                .and(row("5.10")
                        .label("failed-grab")
                        .rules("ipiFlush=off")
                        .bounds("start=mapped faults=0 gups=0 fastGups=1")
                        .violated(DevdaxClaims.PTE_REF, 0)
                        .cites("6401c4eb57f9 (5.13)")
                        .why("the failed grab lets go of the pagemap"))
                .and(row("5.18")
                        .label("srcu-ends-early")
                        .rules("faultUnderSrcu=off")
                        .bounds("start=ready gups=0")
                        .violated(DevdaxClaims.PTE_REF, 5)
                        .violated(DevdaxClaims.PTE_PAGEMAP, 12)
                        .cites("drivers/dax/device.c dev_dax_huge_fault, 6.1")
                        .why("mutant M22: it is the srcu section that keeps faults away from a removed device"));
    }

    private static TabledSpecs<Devdax> faults(TabledSpecs<Devdax> table) {
        String failure = "start=ready memoryFailures=1 gups=0 removals=0";
        return table.and(row("5.10")
                        .label("memory-failure")
                        .bounds(failure)
                        .violated(DevdaxClaims.PTE_REF, 4)
                        .violated(DevdaxClaims.MAP_ASSOC, 4)
                        .violated(DevdaxClaims.FAILURE_FINDS, 6)
                        .cites("0e7325f03f09 (5.17)")
                        .why("DB6: a failure between v6 and v5 finds no mapping and unmaps nothing"))
                .and(row("5.17")
                        .label("memory-failure")
                        .bounds(failure)
                        .violated(DevdaxClaims.PTE_REF, 5)
                        .cites("0e7325f03f09 (5.17)")
                        .why("the mapping is there before the entry"))
                .and(row("5.17")
                        .label("unaligned")
                        .bounds(failure + " unaligned=1")
                        .violated(DevdaxClaims.PTE_REF, 5)
                        .violated(DevdaxClaims.MAP_ASSOC, 5)
                        .violated(DevdaxClaims.FAILURE_FINDS, 7)
                        .cites("7fcbd9785d4c (6.12)")
                        .why("DB5: ALIGN rounds up, the index is one huge page too far"))
                .and(row("6.12")
                        .label("unaligned")
                        .bounds(failure + " unaligned=1")
                        .violated(DevdaxClaims.PTE_REF, 5)
                        .cites("7fcbd9785d4c (6.12)")
                        .why("ALIGN_DOWN"))
                .and(row("6.15")
                        .label("two-huge-pages")
                        .bounds("start=ready regions=2 mms=2 faults=2 gups=0 memoryFailures=1")
                        .cites("aed877c2b425 (6.15)")
                        .why("entries hold references: without pins everything is in order"));
    }
}
