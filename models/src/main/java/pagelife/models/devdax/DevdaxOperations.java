package pagelife.models.devdax;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import pagelife.checker.model.Operation;
import pagelife.checker.model.Operations;
import pagelife.checker.model.Script;
import pagelife.checker.model.Sort;
import pagelife.checker.model.Task;
import pagelife.models.page.Index;
import pagelife.models.page.MmId;
import pagelife.models.page.PageId;
import pagelife.models.page.Pins;
import pagelife.models.page.PteAt;
import pagelife.models.page.TaskId;
import pagelife.models.parts.Calls;
import pagelife.models.parts.Unpin;

/** What a task may be asked to do with a device of huge pages. */
public final class DevdaxOperations {
    /** The driver sets the device up. */
    public static final String PROBE = "probe";
    /** A fault at any place of a huge page. */
    public static final String TOUCH_AROUND = "touch around";
    /** A machine check. */
    public static final String MEMORY_FAILURE = "memory failure";

    private final Kernel kernel;
    private final Seq<TaskId> walkers;
    private final Sort<MmId> mms;
    private final Sort<Index> indices;
    private final Sort<PageId> pages;

    /** @param walkers who may walk page tables with interrupts off */
    DevdaxOperations(Kernel kernel, Seq<TaskId> walkers) {
        this.kernel = kernel;
        this.walkers = walkers;
        this.mms = new Sort<>("mms", kernel.world().mms());
        this.indices = new Sort<>("indices", kernel.world().indices());
        this.pages = new Sort<>("pages", kernel.world().pages());
    }

    Operations all() {
        Unpin unpin = new Unpin(
                kernel.source("mm/gup.c", "unpin_user_page"),
                (now, pin, owner) -> kernel.unpin(now, pin.page(), owner));
        return Operations.of(
                Operation.of(PROBE, "set the device up, if it is not yet", task -> new Memmap(kernel).script()),
                Operation.of(
                                Calls.TOUCH,
                                "a page fault at a place of the device",
                                mms,
                                indices,
                                (task, mm, index) -> fault(task, mm, index, Vector.of(index)))
                        .narrower("a touch around it is at any place of the huge page"),
                Operation.of(
                        TOUCH_AROUND,
                        "a page fault at any place of the huge page",
                        mms,
                        indices,
                        (task, mm, index) ->
                                fault(task, mm, index, kernel.world().addresses(entry(mm, index)))),
                Operation.of(Calls.PIN_SLOW, "get_user_pages, under locks", mms, indices, this::pinSlow),
                Operation.of(Calls.PIN_FAST, "get_user_pages_fast, without locks", mms, indices, this::pinFast),
                unpin.last().undoes(Calls.PIN_SLOW, Calls.PIN_FAST),
                Operation.of(
                                Calls.UNPIN,
                                Unpin.THERE,
                                mms,
                                indices,
                                (task, mm, index) -> unpin.through(task, new PteAt(mm, index)))
                        .undoes(Calls.PIN_SLOW, Calls.PIN_FAST)
                        .narrower(Pins.LATEST_FIRST),
                Operation.of(
                        MEMORY_FAILURE,
                        "a machine check on any page",
                        task -> new MemoryFailure(
                                        kernel, TaskId.of(task), kernel.world().pages())
                                .script()),
                Operation.of(
                                MEMORY_FAILURE,
                                "a machine check on a page",
                                pages,
                                (task, page) -> new MemoryFailure(kernel, TaskId.of(task), Vector.of(page)).script())
                        .narrower("a memory failure strikes any page"),
                Operation.of(
                        Calls.REMOVE,
                        "remove the device, unless it is being removed",
                        task -> new Removal(kernel, walkers).script()));
    }

    private PteAt entry(MmId mm, Index address) {
        return kernel.world().entry(mm, address);
    }

    private Script fault(Task task, MmId mm, Index index, Seq<Index> addresses) {
        return new Fault(kernel, TaskId.of(task), entry(mm, index), addresses).script();
    }

    private Script pinSlow(Task task, MmId mm, Index index) {
        return new Gup(kernel, new PteAt(mm, index)).script(TaskId.of(task), Pins.of(task));
    }

    private Script pinFast(Task task, MmId mm, Index index) {
        return new FastGup(kernel, new PteAt(mm, index)).script(TaskId.of(task), Pins.of(task));
    }
}
