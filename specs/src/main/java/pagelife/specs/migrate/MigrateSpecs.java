package pagelife.specs.migrate;

import static pagelife.specs.TabledSpecs.row;

import pagelife.models.migrate.Bounds;
import pagelife.models.migrate.MigrateFamily;
import pagelife.models.migrate.Migration;
import pagelife.models.migrate.Rules;
import pagelife.specs.TabledSpecs;
import pagelife.specs.claims.CountClaims;

/** What we expect of memory that migrates to a device. */
public final class MigrateSpecs {
    private static final String COUNT = CountClaims.COUNT_SANE;
    private static final String STUCK = CountClaims.REMOVAL_NOT_STUCK;
    private static final String SEED = "seed 003 (16 Feb 2022), mm/memory.c zap_pte_range";

    private MigrateSpecs() {}

    /** The table. */
    public static TabledSpecs<Migration> table() {
        return faults(normalAndPrivate(devmap(TabledSpecs.of(MigrateFamily.family(), MigrateClaims::all))));
    }

    private static TabledSpecs<Migration> devmap(TabledSpecs<Migration> table) {
        return table.and(row("devmap")
                        .violated(CountClaims.COUNT_IS_OWNERS, 5)
                        .violated(MigrateClaims.MAP_COUNT, 4)
                        .violated(MigrateClaims.NO_LEAK, 6)
                        .violated(STUCK, 7)
                        .cites(SEED)
                        .why("c1 to c4f, then c5 clears the entry and nobody puts; removal waits forever"))
                .and(row("devmap")
                        .label("fork")
                        .within(Bounds.START, Bounds.Start.DEVICE)
                        .within(Bounds.FORKS, 1)
                        .violated(MigrateClaims.MAP_COUNT, 0)
                        .violated(MigrateClaims.PTE_REF, 1)
                        .violated(CountClaims.COUNT_IS_OWNERS, 1)
                        .violated(MigrateClaims.NO_LEAK, 3)
                        .violated(STUCK, 4)
                        .never(MigrateClaims.PTE_PAGEMAP)
                        .never(MigrateClaims.PIN_PAGEMAP)
                        .never("the driver can be unloaded")
                        .cites(SEED)
                        .why("fork copies a devmap entry without a reference"))
                .and(row("devmap-put")
                        .violated(MigrateClaims.NO_LEAK, 7)
                        .violated(MigrateClaims.MAP_COUNT, 4)
                        .cites(SEED)
                        .why("the driver's put makes up for zap, but the page is freed with its mapcount"))
                .and(row("devmap-put")
                        .label("fork")
                        .within(Bounds.START, Bounds.Start.DEVICE)
                        .within(Bounds.FORKS, 1)
                        .violated(MigrateClaims.MAP_COUNT, 0)
                        .violated(MigrateClaims.PTE_REF, 1)
                        .violated(CountClaims.COUNT_IS_OWNERS, 1)
                        .violated(COUNT, 5)
                        .violated(MigrateClaims.NO_LEAK, 4)
                        .violated(MigrateClaims.PTE_PAGEMAP, 6)
                        .cites(SEED)
                        .why("two address spaces: it puts twice"));
    }

    private static TabledSpecs<Migration> normalAndPrivate(TabledSpecs<Migration> table) {
        return table.and(row("coherent").cites("f25cbb7a95a2 (6.0)").why("vm_normal_page sees the page, zap puts it"))
                .and(row("coherent")
                        .label("fork-and-pin")
                        .within(Bounds.FORKS, 1)
                        .within(Bounds.GUPS, 1)
                        .cites("f25cbb7a95a2 (6.0)")
                        .why("and fork and pins count as with any page"))
                .and(row("coherent")
                        .label("removal-does-not-wait")
                        .with(Rules.REMOVAL_WAITS, false)
                        .within(Bounds.START, Bounds.Start.DEVICE)
                        .within(Bounds.GUPS, 1)
                        .violated(MigrateClaims.PIN_PAGEMAP, 4)
                        .violated(MigrateClaims.PTE_PAGEMAP, 3)
                        .violated(COUNT, 4)
                        .cites("mm/memremap.c memunmap_pages, 6.1")
                        .why("a mutant: nobody looks whether the page is still in use"))
                .and(row("private").cites(SEED).why("zap puts the page of a swap entry"))
                .and(row("private")
                        .label("fork")
                        .within(Bounds.FORKS, 1)
                        .cites(SEED)
                        .why("and fork gets it"));
    }

    private static TabledSpecs<Migration> faults(TabledSpecs<Migration> table) {
        return table.and(row("fault-unheld")
                        .violated(MigrateClaims.NO_USE_AFTER_FREE, 9)
                        .cites("16ce101db85d (6.1)")
                        .why("I-15: p1; the other thread migrates the page away and it is free; r3, r5, r6; p4"))
                .and(row("fault-held")
                        .cites("16ce101db85d (6.1)")
                        .why("two faults: the reference the check accepts beyond its own is the other fault's"))
                .and(row("fault-held")
                        .label("three")
                        .within(Bounds.CPU_FAULTS, 3)
                        .violated(MigrateClaims.NO_ABORT, 5)
                        .cites("1afaeb8293c9 (6.15)")
                        .why("I-16: three faults hold the page, and each may give up because of the others"))
                .and(row("fault-held-strict")
                        .violated(MigrateClaims.NO_ABORT, 4)
                        .cites("1afaeb8293c9 (6.15)")
                        .why("I-16 with two faults, if the check accepted nothing unexplained"))
                .and(row("fault-locked").cites("1afaeb8293c9 (6.15)").why("two faults"))
                .and(row("fault-locked")
                        .label("three")
                        .within(Bounds.CPU_FAULTS, 3)
                        .cites("1afaeb8293c9 (6.15)")
                        .why("only the one that has the lock takes a reference"))
                .and(row("fault-sleeps").cites("1afaeb8293c9 (6.15)").why("two faults"))
                .and(row("fault-sleeps")
                        .label("three")
                        .within(Bounds.CPU_FAULTS, 3)
                        .cites("b570f37a2ce4 (7.0)")
                        .why("the others sleep meanwhile"))
                .and(row("fault-locked")
                        .label("drain")
                        .within(Bounds.DRAINS, 1)
                        .violated(STUCK, 3)
                        .cites("b570f37a2ce4 (7.0)")
                        .why("the loser spins in the kernel, on a CPU whose work the holder of the lock waits for"))
                .and(row("fault-sleeps")
                        .label("drain")
                        .within(Bounds.DRAINS, 1)
                        .cites("b570f37a2ce4 (7.0)")
                        .why("a fault that sleeps leaves the CPU to the work"));
    }
}
