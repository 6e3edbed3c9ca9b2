package pagelife.models.migrate;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import pagelife.models.Choices;
import pagelife.models.page.MmId;
import pagelife.models.page.TaskId;
import pagelife.models.page.Tasks;

/**
 * How much of everything this model has.
 *
 * @param migrated whether the memory is in the device page at the beginning
 * @param forks whether the program forks
 * @param munmaps whether programs may unmap their memory
 * @param gups pins
 * @param faults CPU faults
 * @param drains whether a migration waits for work on all CPUs before it replaces the entry
 * @param removals whether the driver is unloaded
 */
public record Bounds(
        boolean migrated, boolean forks, boolean munmaps, int gups, int faults, boolean drains, boolean removals) {
    /** The address space of the program. */
    public static final MmId PARENT = new MmId(0);

    /** The address space of its child. */
    public static final MmId CHILD = new MmId(1);

    static Bounds of(Choices bounds) {
        return new Bounds(
                bounds.get("start").equals("device"),
                bounds.number("forks") > 0,
                bounds.number("munmaps") > 0,
                bounds.number("gups"),
                bounds.number("cpuFaults"),
                bounds.number("drains") > 0,
                bounds.number("removals") > 0);
    }

    /** The address spaces. */
    public Seq<MmId> mms() {
        return forks ? Vector.of(PARENT, CHILD) : Vector.of(PARENT);
    }

    /** The tasks that fault. */
    Seq<TaskId> faulting() {
        return Tasks.named("fault", faults);
    }
}
