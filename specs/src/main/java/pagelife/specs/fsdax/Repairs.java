package pagelife.specs.fsdax;

import static pagelife.specs.TabledSpecs.row;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import pagelife.models.fsdax.Bounds;
import pagelife.models.fsdax.Rules;
import pagelife.specs.TabledSpecs.Row;

/**
 * What is expected of kernels that never were: accounts that are wrong on purpose, and a repair that nobody made.
 * Traces are spelt as in {@link Eras}.
 */
final class Repairs {
    private Repairs() {}

    static Seq<Row> rows() {
        return accounts().appendAll(shutDownFirst());
    }

    private static Seq<Row> accounts() {
        String question = "16 Feb 2022, on who decrements at munmap; mm/memory.c zap_pte_range";
        return Vector.of(
                row("7.2-ext4")
                        .id("no-put/7.2")
                        .with(Rules.ZAP_PUTS, 0)
                        .within(Bounds.REMOVALS, 0)
                        .within(Bounds.SLOW_GUPS, 0)
                        .within(Bounds.FAST_GUPS, 0)
                        .violated(9, "INV-L")
                        .violated(12, "LTL-4")
                        .violated(18, "no deadlock")
                        .because(
                                question,
                                "Where zap puts nothing, the reference of a PTE outlives it (INV-L: f1-5 f6a f6b u1"
                                        + " u2), and a truncate waits for it forever."),
                row("7.2-ext4")
                        .id("double-put/7.2")
                        .with(Rules.ZAP_PUTS, 2)
                        .within(Bounds.REMOVALS, 0)
                        .violated(9, "INV-L")
                        .violated(10, "INV-5")
                        .violated(11, "INV-6")
                        .violated(17, "INV-4")
                        .violated(17, "LTL-1'", "LTL-1p")
                        .violated(20, "no deadlock")
                        .because(
                                question,
                                "Where zap puts twice it takes what somebody else holds: the fault's own reference"
                                        + " (INV-L: f1-5 f6a f6b u1 u2; INV-5: then f6c), or a pin (INV-4: f1-5 f6a-c"
                                        + " f7 f8 t1 s1 t3 t3p t4 t10 t11). A count below 0 is not the 0 that a"
                                        + " truncate waits for, and is busy (LTL-1': f1-5 f6a-c f7 f8 t1 t3 t3p"
                                        + " t4-7)."));
    }

    /** What would close the window for read faults: it lies between unmapping and shutting down. */
    private static Seq<Row> shutDownFirst() {
        String order = "fs/xfs/xfs_notify_failure.c xfs_dax_notify_failure, turned round; never proposed";
        return Vector.of(
                row("6.7-xfs")
                        .id("fsdax/6.7-xfs+shut-down-first")
                        .with(Rules.SHUTS_DOWN_FIRST, true)
                        .violated(6, "INV-1", "INV-1s")
                        .violated(22, "INV-3", "ACT-1")
                        .violated(23, "INV-5", "INV-5s")
                        .because(
                                order,
                                "No fault finds a block once the file system is shut down, so that no PTE is set after"
                                        + " the unmapping. Pins are still not waited for (INV-3: f1-8 s1 r0 r0a r0f r0b"
                                        + " r0c r0e r0g r1-6, with s2)."),
                row("7.2-xfs")
                        .id("fsdax/7.2-xfs+shut-down-first")
                        .with(Rules.SHUTS_DOWN_FIRST, true)
                        .violated(24, "INV-3", "ACT-1", "INV-5", "INV-5s")
                        .because(
                                order,
                                "The same where PTEs hold references: only pins are left behind, and what a munmap has"
                                        + " cleared and not yet put (INV-5: f1-5 f6a-c f7 f8 u1 r0 r0a r0f r0b r0c r0e"
                                        + " r0g r1-6 u2)."),
                row("proposed")
                        .id("fsdax/proposed+shut-down-first")
                        .with(Rules.SHOOTDOWN, true)
                        .with(Rules.SHUTS_DOWN_FIRST, true)
                        .violated(26, "INV-5s")
                        .because(
                                order,
                                "With the counts of the 2022 series as well, removal is safe and ends. Only a truncate"
                                        + " that unmapped before it looks at a freed page after it."));
    }
}
