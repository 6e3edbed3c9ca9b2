package pagelife.models.migrate;

import static pagelife.models.migrate.Rules.DRIVER_PUTS;
import static pagelife.models.migrate.Rules.ENTRY;
import static pagelife.models.migrate.Rules.FAULT_HOLDS;
import static pagelife.models.migrate.Rules.SPARE_REFERENCE;

import pagelife.models.Settings;
import pagelife.models.TabledFamily;
import pagelife.models.TabledFamily.Table;
import pagelife.models.migrate.Rules.Entry;
import pagelife.models.migrate.Rules.FaultHolds;

/** Anonymous memory that moves to device pages. */
public final class MigrateFamily {
    private static final Settings DEVMAP = ENTRY.is(Entry.DEVMAP);
    private static final Settings PRIVATE = ENTRY.is(Entry.PRIVATE);

    private MigrateFamily() {}

    /** The family. */
    public static TabledFamily<Migration> family() {
        return faults(entries(TabledFamily.table(
                                "migrate", "private anonymous memory that migrates to a device page: who puts it")
                        .rules(ENTRY, DRIVER_PUTS, FAULT_HOLDS, Rules.REMOVAL_WAITS, SPARE_REFERENCE)
                        .bound(Bounds.START)
                        .tasks(Bounds.FORKS)
                        .tasks(Bounds.MUNMAPS)
                        .tasks(Bounds.GUPS)
                        .tasks(Bounds.CPU_FAULTS)
                        .bound(Bounds.DRAINS)
                        .tasks(Bounds.REMOVALS)))
                .madeBy((rules, bounds) -> Bounds.usual(bounds), Migration::make);
    }

    private static Table entries(Table table) {
        return table.variant(
                        "devmap", "entries are devmap: nobody puts at munmap", "proposed in 2022, never merged", DEVMAP)
                .variant(
                        "devmap-put",
                        "entries are devmap, and the driver puts at munmap",
                        "never: the wrong repair",
                        DEVMAP,
                        DRIVER_PUTS.is(true))
                .variant("coherent", "entries are normal (f25cbb7a95a2)", "6.0 to 7.2")
                .variant("private", "entries are swap entries", "4.14 to 7.2", PRIVATE);
    }

    private static Table faults(Table table) {
        Settings faults =
                Bounds.START.is(Bounds.Start.DEVICE).and(Bounds.MUNMAPS.is(0)).and(Bounds.CPU_FAULTS.is(2));
        return table.bounded(
                        "fault-unheld",
                        "a CPU fault holds nothing of the page",
                        "until 6.0",
                        faults,
                        PRIVATE,
                        FAULT_HOLDS.is(FaultHolds.NOTHING))
                .bounded(
                        "fault-held",
                        "a CPU fault holds a reference (16ce101db85d)",
                        "6.1 to 6.14",
                        faults,
                        PRIVATE,
                        FAULT_HOLDS.is(FaultHolds.REFERENCE))
                .bounded(
                        "fault-held-strict",
                        "as fault-held, and the check accepts no more than it can explain",
                        "never: the check without its leftover",
                        faults,
                        PRIVATE,
                        FAULT_HOLDS.is(FaultHolds.REFERENCE),
                        SPARE_REFERENCE.is(false))
                .bounded(
                        "fault-locked",
                        "a CPU fault locks the page first, losers spin (1afaeb8293c9)",
                        "6.15 to 6.19",
                        faults,
                        PRIVATE,
                        FAULT_HOLDS.is(FaultHolds.LOCK))
                .bounded(
                        "fault-sleeps",
                        "as fault-locked, losers sleep (b570f37a2ce4)",
                        "7.0 to 7.2",
                        faults,
                        PRIVATE,
                        FAULT_HOLDS.is(FaultHolds.LOCK_OR_SLEEP));
    }
}
