package pagelife.specs.devdax;

import static pagelife.specs.TabledSpecs.row;

import pagelife.models.devdax.Bounds;
import pagelife.models.devdax.Devdax;
import pagelife.models.devdax.Rules;
import pagelife.models.devdax.World;
import pagelife.specs.TabledSpecs;
import pagelife.specs.TabledSpecs.Row;
import pagelife.specs.claims.CountClaims;

/** The bugs DB4 to DB8 of device-dax, beside their repairs. */
final class DevdaxBugs {
    private static final String COUNT = CountClaims.COUNT_SANE;
    private static final String STUCK = CountClaims.REMOVAL_NOT_STUCK;

    private DevdaxBugs() {}

    /** {@code table} with the rows about them. */
    static TabledSpecs<Devdax> rows(TabledSpecs<Devdax> table) {
        return faults(grabs(tails(table)));
    }

    private static TabledSpecs<Devdax> tails(TabledSpecs<Devdax> table) {
        return table.and(DevdaxSpecs.mapped("5.17", "tail-pinned")
                        .with(Rules.GUP_RESOLVES_HEAD, false)
                        .violated(DevdaxClaims.PTE_REF, 0)
                        .violated(COUNT, 1)
                        .violated(DevdaxClaims.TAIL_ZERO, 1)
                        .violated(DevdaxClaims.PIN_PAGEMAP, 9)
                        .cites(DevdaxSpecs.SEED)
                        .why("DB4: nobody waits for a reference on a tail"))
                .and(DevdaxSpecs.mapped("5.17", "tail-pinned-and-checked")
                        .with(Rules.GUP_RESOLVES_HEAD, false)
                        .with(Rules.TAIL_CHECK, true)
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
                .and(DevdaxSpecs.fastGup("5.12", "failed-grab")
                        .with(Rules.IPI_FLUSH, false)
                        .violated(DevdaxClaims.PTE_REF, 0)
                        .violated(CountClaims.PGREF_CONSERVE, 9)
                        .violated(STUCK, 9)
                        .cites("6401c4eb57f9 (5.13)")
                        .why("DB8: removal puts the page between g2 and g3; the failed grab forgets the pagemap"))
                .and(DevdaxSpecs.fastGup("5.10", "failed-grab")
                        .with(Rules.IPI_FLUSH, false)
                        .violated(DevdaxClaims.PTE_REF, 0)
                        .cites("6401c4eb57f9 (5.13)")
                        .why("the failed grab lets go of the pagemap"))
                .and(row("5.18")
                        .label("srcu-ends-early")
                        .with(Rules.FAULT_UNDER_SRCU, false)
                        .within(Bounds.START, World.Start.READY)
                        .within(Bounds.GUPS, 0)
                        .violated(DevdaxClaims.PTE_REF, 5)
                        .violated(DevdaxClaims.PTE_PAGEMAP, 12)
                        .cites("drivers/dax/device.c dev_dax_huge_fault, 6.1")
                        .why("mutant M22: it is the srcu section that keeps faults away from a removed device"));
    }

    /** A memory failure beside a fault, and nothing else. */
    private static Row failure(String variant, String label) {
        return row(variant)
                .label(label)
                .within(Bounds.START, World.Start.READY)
                .within(Bounds.MEMORY_FAILURES, 1)
                .within(Bounds.GUPS, 0)
                .within(Bounds.REMOVALS, 0);
    }

    private static TabledSpecs<Devdax> faults(TabledSpecs<Devdax> table) {
        return table.and(failure("5.10", "memory-failure")
                        .violated(DevdaxClaims.PTE_REF, 4)
                        .violated(DevdaxClaims.MAP_ASSOC, 4)
                        .violated(DevdaxClaims.FAILURE_FINDS, 6)
                        .cites("0e7325f03f09 (5.17)")
                        .why("DB6: a failure between v6 and v5 finds no mapping and unmaps nothing"))
                .and(failure("5.17", "memory-failure")
                        .violated(DevdaxClaims.PTE_REF, 5)
                        .cites("0e7325f03f09 (5.17)")
                        .why("the mapping is there before the entry"))
                .and(failure("5.17", "unaligned")
                        .within(Bounds.UNALIGNED, 1)
                        .violated(DevdaxClaims.PTE_REF, 5)
                        .violated(DevdaxClaims.MAP_ASSOC, 5)
                        .violated(DevdaxClaims.FAILURE_FINDS, 7)
                        .cites("7fcbd9785d4c (6.12)")
                        .why("DB5: ALIGN rounds up, the index is one huge page too far"))
                .and(failure("6.12", "unaligned")
                        .within(Bounds.UNALIGNED, 1)
                        .violated(DevdaxClaims.PTE_REF, 5)
                        .cites("7fcbd9785d4c (6.12)")
                        .why("ALIGN_DOWN"))
                .and(row("6.15")
                        .label("two-huge-pages")
                        .within(Bounds.START, World.Start.READY)
                        .within(Bounds.REGIONS, 2)
                        .within(Bounds.MMS, 2)
                        .within(Bounds.FAULTS, 2)
                        .within(Bounds.GUPS, 0)
                        .within(Bounds.MEMORY_FAILURES, 1)
                        .cites("aed877c2b425 (6.15)")
                        .why("entries hold references: without pins everything is in order"));
    }
}
