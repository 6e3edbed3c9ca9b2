package pagelife.models.migrate;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.util.function.BiConsumer;
import pagelife.checker.model.Now;
import pagelife.checker.model.Operation;
import pagelife.checker.model.Operations;
import pagelife.checker.model.Script;
import pagelife.checker.model.Sort;
import pagelife.checker.model.Task;
import pagelife.models.Workload;
import pagelife.models.page.MmId;
import pagelife.models.page.Owner;
import pagelife.models.page.Pin;
import pagelife.models.page.Pins;
import pagelife.models.page.TaskId;
import pagelife.models.parts.Unpin;

/** What a task may be asked to do with memory that can be in a device. */
public final class MigrateOperations {
    /** The driver migrates the memory to the device. */
    public static final String MIGRATE = "migrate";
    /** A CPU access. */
    public static final String TOUCH = "touch";
    /** {@code fork}. */
    public static final String FORK = "fork";
    /** {@code munmap}. */
    public static final String MUNMAP = "munmap";
    /** {@code get_user_pages}. */
    public static final String PIN_SLOW = "pin slow";
    /** The end of a pin. */
    public static final String UNPIN = "unpin";
    /** The driver is unloaded. */
    public static final String REMOVE = "remove";

    /** The address space of the program. */
    static final MmId PARENT = new MmId(0);

    /** The address space of its child. */
    static final MmId CHILD = new MmId(1);

    private final Kernel kernel;
    private final Programs programs;
    private final Sort<MmId> mms;

    MigrateOperations(Kernel kernel) {
        this.kernel = kernel;
        this.programs = new Programs(kernel);
        this.mms = new Sort<>("mms", kernel.mms());
    }

    /** The address spaces that there can be in a workload. */
    static Seq<MmId> mms(Workload workload) {
        return workload.calls(FORK) ? Vector.of(PARENT, CHILD) : Vector.of(PARENT);
    }

    Operations all() {
        return Operations.of(
                Operation.of(
                        MIGRATE,
                        "the driver migrates the memory of the program to the device",
                        task -> new Migrate(kernel, id(task)).script()),
                Operation.of(
                        TOUCH,
                        "a CPU access of the program: a fault, where the memory is in the device",
                        task -> new CpuFault(kernel, id(task)).script()),
                Operation.of(FORK, "the program forks, unless its child lives", task -> programs.fork()),
                Operation.of(MUNMAP, "unmap the memory", mms, (task, mm) -> programs.munmap(mm)),
                Operation.of(PIN_SLOW, "get_user_pages, under locks", mms, this::pin),
                Operation.of(
                                UNPIN,
                                "drop the pin that was taken last",
                                task -> unpin(Unpin.last(Pins.of(task), put(task))))
                        .undoes(PIN_SLOW),
                Operation.of(
                                UNPIN,
                                "drop the pin that was taken there",
                                mms,
                                (task, mm) -> unpin(Unpin.last(Pins.of(task), Kernel.pteAt(mm), put(task))))
                        .undoes(PIN_SLOW)
                        .narrower(Pins.LATEST_FIRST),
                Operation.of(REMOVE, "unload the driver", task -> new Removal(kernel).script()));
    }

    private Script pin(Task task, MmId mm) {
        return programs.pin(id(task), Pins.of(task), mm);
    }

    private Script unpin(Unpin unpin) {
        return unpin.script(kernel.source("mm/gup.c", "unpin_user_page"));
    }

    private BiConsumer<Now, Pin> put(Task task) {
        Owner owner = new Owner.Pin(id(task));
        return (now, pin) -> kernel.put(now, pin.page(), owner);
    }

    private static TaskId id(Task task) {
        return new TaskId(task.name());
    }
}
