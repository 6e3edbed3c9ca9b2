package pagelife.models.migrate;

import pagelife.models.TabledFamily;
import pagelife.models.TabledFamily.Table;

/** Anonymous memory that moves to device pages. */
public final class MigrateFamily {
    private MigrateFamily() {}

    /** The family. */
    public static TabledFamily<Migration> family() {
        return faults(entries(TabledFamily.table(
                                "migrate", "private anonymous memory that migrates to a device page: who puts it")
                        .rule("entry", "the kind of entry that refers to a device page", "normal devmap private")
                        .rule("driverPuts", "the driver puts the page when it is unmapped", "off on")
                        .rule(
                                "faultHolds",
                                "what a CPU fault holds of a private page while it calls the driver",
                                "lockOrSleep nothing reference lock")
                        .rule("removalWaits", "the unloading of the driver waits for who holds the pagemap", "on off")
                        .rule("spareReference", "the check of the count accepts one reference too many", "on off")
                        .bound("start", "whether the memory is in the host or in the device page", "host device")
                        .bound("forks", "1: the program forks", "0 1")
                        .bound("munmaps", "1: programs may unmap their memory", "1 0")
                        .bound("gups", "pins of the program's memory", "0 1")
                        .bound("cpuFaults", "CPU faults of the program's threads", "0 1 2 3")
                        .bound(
                                "drains",
                                "1: a fault's migration waits for work on all CPUs before it replaces the entry",
                                "0 1")
                        .bound("removals", "1: the driver is unloaded", "1 0")))
                .madeBy(Migration::make);
    }

    private static Table entries(Table table) {
        return table.variant(
                        "devmap",
                        "entries are devmap: nobody puts at munmap",
                        "proposed in 2022, never merged",
                        "entry=devmap")
                .variant(
                        "devmap-put",
                        "entries are devmap, and the driver puts at munmap",
                        "never: the wrong repair",
                        "entry=devmap driverPuts=on")
                .variant("coherent", "entries are normal (f25cbb7a95a2)", "6.0 to 7.2", "")
                .variant("private", "entries are swap entries", "4.14 to 7.2", "entry=private");
    }

    private static Table faults(Table table) {
        String faults = "start=device munmaps=0 cpuFaults=2";
        return table.variant(
                        "fault-unheld",
                        "a CPU fault holds nothing of the page",
                        "until 6.0",
                        "entry=private faultHolds=nothing",
                        faults)
                .variant(
                        "fault-held",
                        "a CPU fault holds a reference (16ce101db85d)",
                        "6.1 to 6.14",
                        "entry=private faultHolds=reference",
                        faults)
                .variant(
                        "fault-held-strict",
                        "as fault-held, and the check accepts no more than it can explain",
                        "never: the check without its leftover",
                        "entry=private faultHolds=reference spareReference=off",
                        faults)
                .variant(
                        "fault-locked",
                        "a CPU fault locks the page first, losers spin (1afaeb8293c9)",
                        "6.15 to 6.19",
                        "entry=private faultHolds=lock",
                        faults)
                .variant(
                        "fault-sleeps",
                        "as fault-locked, losers sleep (b570f37a2ce4)",
                        "7.0 to 7.2",
                        "entry=private faultHolds=lockOrSleep",
                        faults);
    }
}
