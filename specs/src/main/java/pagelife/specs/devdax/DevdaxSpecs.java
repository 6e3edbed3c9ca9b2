package pagelife.specs.devdax;

import static pagelife.specs.TabledSpecs.row;

import pagelife.models.devdax.Devdax;
import pagelife.models.devdax.DevdaxFamily;
import pagelife.specs.TabledSpecs;
import pagelife.specs.TabledSpecs.Row;
import pagelife.specs.claims.CountClaims;

/**
 * What we expect of device-dax: the put loops D0 to D5, and the bugs DB1 to DB8. A cold start takes d1, d2 (and d3, d4) and
 * d5 first; then removal takes r1, r2, r2b, r3 to its loop.
 */
public final class DevdaxSpecs {
    private static final String COUNT = CountClaims.COUNT_SANE;
    private static final String STUCK = CountClaims.REMOVAL_NOT_STUCK;
    private static final String SEED =
            "Message-ID 20210714193542.21857-13-joao.m.martins@oracle.com, reply of Dan Williams";

    private DevdaxSpecs() {}

    /** The table. */
    public static TabledSpecs<Devdax> table() {
        return faults(bugs(later(series(TabledSpecs.of(DevdaxFamily.family(), DevdaxClaims::all)))));
    }

    private static TabledSpecs<Devdax> series(TabledSpecs<Devdax> table) {
        return table.and(
                        row("5.10")
                                .violated(DevdaxClaims.PTE_REF, 8)
                                .violated(DevdaxClaims.MAP_ASSOC, 8)
                                .cites("mm/memremap.c memunmap_pages, drivers/dax/device.c, 5.10.223")
                                .why(
                                        "loop D0: entries hold no reference and page->mapping is set after them; pins are waited for"))
                .and(putLoop("5.14-rc1", "", 11, 5)
                        .label("removal")
                        .why("loop D1, DB1 and DB3: init, r1 to r3, and the second put meets a count of 0"))
                .and(putLoop("5.14-rc1", "align=4", 13, 7)
                        .label("removal of four")
                        .why("the second put is the one too many, however large the huge page"))
                .and(row("5.14-rc1")
                        .label("tails cleared")
                        .rules("tailsCleared=on")
                        .bounds("faults=0 gups=0")
                        .violated(COUNT, 11)
                        .violated(DevdaxClaims.COUNT_IS_OWNERS, 11)
                        .cites(SEED)
                        .why("setting the count of tails to 0 is not what the BUG was about"))
                .and(row("5.14-stride")
                        .bounds("faults=0 gups=0")
                        .violated(STUCK, 10)
                        .never("the device can be removed")
                        .cites("mm/memremap.c pagemap_range, 5.17: pfn_len")
                        .why("loop D2, DB2: the pagemap took a reference per page and gives one back per compound"))
                .and(row("5.17")
                        .violated(DevdaxClaims.PTE_REF, 10)
                        .cites("c4386bd8ee3a, mm/memremap.c, 5.17")
                        .why("loop D3: entries hold no reference, everything else is in order"));
    }

    private static Row putLoop(String variant, String bounds, int secondPut, int initialised) {
        return row(variant)
                .bounds("faults=0 gups=0 " + bounds)
                .violated(COUNT, secondPut)
                .violated(DevdaxClaims.TAIL_ZERO, initialised)
                .violated(DevdaxClaims.COUNT_IS_OWNERS, initialised)
                .cites(SEED);
    }

    private static TabledSpecs<Devdax> later(TabledSpecs<Devdax> table) {
        String bulk =
                "no page is waited for: the pin survives the memory map (DB7), and unpinning touches freed memory";
        return table.and(row("5.18")
                        .bounds("start=mapped faults=0")
                        .violated(DevdaxClaims.PTE_REF, 0)
                        .violated(DevdaxClaims.PIN_PAGEMAP, 9)
                        .violated(COUNT, 10)
                        .cites("27674ef6c73f (5.18)")
                        .why("loop D4: " + bulk))
                .and(row("6.15")
                        .bounds("start=mapped faults=0")
                        .violated(DevdaxClaims.PIN_PAGEMAP, 10)
                        .violated(COUNT, 11)
                        .cites("aed877c2b425 (6.15)")
                        .why("loop D5: " + bulk + "; the entry's reference is dropped in a step of its own"))
                .and(row("7.2")
                        .bounds("start=mapped faults=0")
                        .violated(DevdaxClaims.PIN_PAGEMAP, 9)
                        .violated(COUNT, 10)
                        .cites("aed877c2b425 (6.15), fd2825b0760a (6.17); mm/memremap.c, 7.2.13")
                        .why("loop D5: " + bulk + "; GUP has no s2 any more"))
                .and(row("7.2")
                        .label("fast GUP")
                        .bounds("start=mapped faults=0 gups=0 fastGups=1")
                        .violated(DevdaxClaims.PIN_PAGEMAP, 11)
                        .violated(COUNT, 12)
                        .cites("mm/gup.c, mm/memremap.c, 7.2.13")
                        .why("the same through get_user_pages_fast; the flush waits for its walk"))
                .and(row("7.2")
                        .label("fast GUP without interrupts")
                        .rules("ipiFlush=off")
                        .bounds("start=mapped faults=0 gups=0 fastGups=1")
                        .violated(DevdaxClaims.PIN_PAGEMAP, 11)
                        .violated(COUNT, 10)
                        .cites("20250603134738.GG386142@ziepe.ca")
                        .why("C-5 for device-dax: the grab itself may touch freed memory"));
    }

    private static TabledSpecs<Devdax> bugs(TabledSpecs<Devdax> table) {
        return table.and(row("5.17")
                        .label("tail pinned")
                        .rules("gupResolvesHead=off")
                        .bounds("start=mapped faults=0")
                        .violated(DevdaxClaims.PTE_REF, 0)
                        .violated(COUNT, 1)
                        .violated(DevdaxClaims.TAIL_ZERO, 1)
                        .violated(DevdaxClaims.PIN_PAGEMAP, 9)
                        .cites(SEED)
                        .why("DB4: nobody waits for a reference on a tail"))
                .and(row("5.17")
                        .label("tail pinned and checked")
                        .rules("gupResolvesHead=off tailCheck=on")
                        .bounds("start=mapped faults=0")
                        .violated(DevdaxClaims.PTE_REF, 0)
                        .violated(COUNT, 1)
                        .violated(DevdaxClaims.TAIL_ZERO, 1)
                        .cites(SEED)
                        .why("the check proposed in review keeps the memory map under the pin"))
                .and(
                        row("5.12")
                                .rules("ipiFlush=off")
                                .bounds("start=mapped faults=0 gups=0 fastGups=1")
                                .violated(DevdaxClaims.PTE_REF, 0)
                                .violated(DevdaxClaims.PGREF_CONSERVE, 9)
                                .violated(STUCK, 9)
                                .cites("6401c4eb57f9 (5.13)")
                                .why(
                                        "DB8: removal puts the page to 0 between g2 and g3, the grab fails and forgets the pagemap"))
                .and(row("5.10")
                        .label("failed grab")
                        .rules("ipiFlush=off")
                        .bounds("start=mapped faults=0 gups=0 fastGups=1")
                        .violated(DevdaxClaims.PTE_REF, 0)
                        .cites("6401c4eb57f9 (5.13)")
                        .why("the failed grab lets go of the pagemap"))
                .and(row("5.18")
                        .label("srcu ends early")
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
                        .label("memory failure")
                        .bounds(failure)
                        .violated(DevdaxClaims.PTE_REF, 4)
                        .violated(DevdaxClaims.MAP_ASSOC, 4)
                        .violated(DevdaxClaims.FAILURE_FINDS, 6)
                        .cites("0e7325f03f09 (5.17)")
                        .why("DB6: a failure between v6 and v5 finds no mapping and unmaps nothing"))
                .and(row("5.17")
                        .label("memory failure")
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
                        .label("two huge pages")
                        .bounds("start=ready regions=2 mms=2 faults=2 gups=0 memoryFailures=1")
                        .cites("aed877c2b425 (6.15)")
                        .why("entries hold references: without pins everything is in order"));
    }
}
