package pagelife.models.migrate;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import pagelife.checker.model.Operation;
import pagelife.checker.model.Operations;
import pagelife.checker.model.Script;
import pagelife.checker.model.Sort;
import pagelife.checker.model.Task;
import pagelife.models.Workload;
import pagelife.models.page.MmId;
import pagelife.models.page.Pins;
import pagelife.models.page.TaskId;
import pagelife.models.parts.Calls;
import pagelife.models.parts.Unpin;

/** What a task may be asked to do with memory that can be in a device. */
public final class MigrateOperations {
    /** The driver migrates the memory to the device. */
    public static final String MIGRATE = "migrate";
    /** {@code fork}. */
    public static final String FORK = "fork";

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
        Unpin unpin = new Unpin(
                kernel.source("mm/gup.c", "unpin_user_page"), (now, pin, owner) -> kernel.put(now, pin.page(), owner));
        return Operations.of(
                Operation.of(
                        MIGRATE,
                        "the driver migrates the memory of the program to the device",
                        task -> new Migrate(kernel, TaskId.of(task)).script()),
                Operation.of(
                        Calls.TOUCH,
                        "a CPU access of the program: a fault, where the memory is in the device",
                        task -> new CpuFault(kernel, TaskId.of(task)).script()),
                Operation.of(FORK, "the program forks, unless its child lives", task -> programs.fork()),
                Operation.of(Calls.MUNMAP, "unmap the memory", mms, (task, mm) -> programs.munmap(mm)),
                Operation.of(Calls.PIN_SLOW, "get_user_pages, under locks", mms, this::pin),
                unpin.last().undoes(Calls.PIN_SLOW),
                Operation.of(Calls.UNPIN, Unpin.THERE, mms, (task, mm) -> unpin.through(task, Kernel.pteAt(mm)))
                        .undoes(Calls.PIN_SLOW)
                        .narrower(Pins.LATEST_FIRST),
                Operation.of(Calls.REMOVE, "unload the driver", task -> new Removal(kernel).script()));
    }

    private Script pin(Task task, MmId mm) {
        return programs.pin(TaskId.of(task), Pins.of(task), mm);
    }
}
