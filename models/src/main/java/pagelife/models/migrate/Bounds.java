package pagelife.models.migrate;

import pagelife.models.Choices;
import pagelife.models.Rule;
import pagelife.models.Workload;
import pagelife.models.parts.Calls;

/** How everything is at the beginning, and what tasks do unless a workload says otherwise. */
public final class Bounds {
    public static final Rule<Start> START =
            Rule.of("start", "whether the memory is in the host or in the device page", Start.HOST);
    public static final Rule<Integer> FORKS = Rule.number("forks", "1: the program forks", 0, 1);
    public static final Rule<Integer> MUNMAPS = Rule.number("munmaps", "1: programs may unmap their memory", 1, 0);
    public static final Rule<Integer> GUPS = Rule.number("gups", "pins of the program's memory", 0, 1);
    public static final Rule<Integer> CPU_FAULTS =
            Rule.number("cpuFaults", "CPU faults of the program's threads", 0, 1, 2, 3);
    public static final Rule<Integer> DRAINS = Rule.number(
            "drains", "1: a fault's migration waits for work on all CPUs before it replaces the entry", 0, 1);
    public static final Rule<Integer> REMOVALS = Rule.number("removals", "1: the driver is unloaded", 1, 0);

    /** Where the memory is. */
    public enum Start {
        HOST,
        DEVICE
    }

    private Bounds() {}

    /** What the tasks do that the bounds ask for. */
    static Workload usual(Choices bounds) {
        boolean unmaps = bounds.get(MUNMAPS) > 0;
        String child = MigrateOperations.FORK + (unmaps ? "; " + unmap(MigrateOperations.CHILD) : "");
        String pin = Calls.PIN_SLOW + " " + MigrateOperations.PARENT + "; " + Calls.UNPIN;
        return Workload.NONE
                .tasks("migrate", bounds.get(START) == Start.HOST ? 1 : 0, MigrateOperations.MIGRATE)
                .tasks("child", bounds.get(FORKS), child)
                .tasks("munmap", bounds.get(MUNMAPS), unmap(MigrateOperations.PARENT))
                .tasks("gup", bounds.get(GUPS), pin)
                .tasks("fault", bounds.get(CPU_FAULTS), Calls.TOUCH)
                .tasks("removal", bounds.get(REMOVALS), Calls.REMOVE);
    }

    private static String unmap(Object mm) {
        return Calls.MUNMAP + " " + mm;
    }
}
