package pagelife.models.devdax;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.util.function.BiConsumer;
import pagelife.checker.model.Now;
import pagelife.checker.model.Operation;
import pagelife.checker.model.Operations;
import pagelife.checker.model.Script;
import pagelife.checker.model.Sort;
import pagelife.checker.model.Task;
import pagelife.models.page.Index;
import pagelife.models.page.MmId;
import pagelife.models.page.Owner;
import pagelife.models.page.PageId;
import pagelife.models.page.Pin;
import pagelife.models.page.Pins;
import pagelife.models.page.PteAt;
import pagelife.models.page.TaskId;
import pagelife.models.parts.Unpin;

/** What a task may be asked to do with a device of huge pages. */
public final class DevdaxOperations {
    /** The driver sets the device up. */
    public static final String PROBE = "probe";
    /** A fault. */
    public static final String TOUCH = "touch";
    /** A fault at any place of a huge page. */
    public static final String TOUCH_AROUND = "touch around";
    /** {@code get_user_pages}. */
    public static final String PIN_SLOW = "pin slow";
    /** {@code get_user_pages_fast}. */
    public static final String PIN_FAST = "pin fast";
    /** The end of a pin. */
    public static final String UNPIN = "unpin";
    /** A machine check. */
    public static final String MEMORY_FAILURE = "memory failure";
    /** Removal of the device. */
    public static final String REMOVE = "remove";

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
        return Operations.of(
                Operation.of(PROBE, "set the device up, if it is not yet", task -> new Memmap(kernel).script()),
                Operation.of(
                                TOUCH,
                                "a page fault at a place of the device",
                                mms,
                                indices,
                                (task, mm, index) -> fault(mm, index, Vector.of(index)))
                        .narrower("a touch around it is at any place of the huge page"),
                Operation.of(
                        TOUCH_AROUND,
                        "a page fault at any place of the huge page",
                        mms,
                        indices,
                        (task, mm, index) -> fault(mm, index, kernel.world().addresses(entry(mm, index)))),
                Operation.of(PIN_SLOW, "get_user_pages, under locks", mms, indices, this::pinSlow),
                Operation.of(PIN_FAST, "get_user_pages_fast, without locks", mms, indices, this::pinFast),
                Operation.of(
                                UNPIN,
                                "drop the pin that was taken last",
                                task -> unpin(Unpin.last(Pins.of(task), put(task))))
                        .undoes(PIN_SLOW, PIN_FAST),
                Operation.of(
                                UNPIN,
                                "drop the pin that was taken there",
                                mms,
                                indices,
                                (task, mm, index) -> unpin(Unpin.last(Pins.of(task), new PteAt(mm, index), put(task))))
                        .undoes(PIN_SLOW, PIN_FAST)
                        .narrower(Pins.LATEST_FIRST),
                Operation.of(
                        MEMORY_FAILURE,
                        "a machine check on any page",
                        task -> new MemoryFailure(
                                        kernel, id(task), kernel.world().pages())
                                .script()),
                Operation.of(
                                MEMORY_FAILURE,
                                "a machine check on a page",
                                pages,
                                (task, page) -> new MemoryFailure(kernel, id(task), Vector.of(page)).script())
                        .narrower("a memory failure strikes any page"),
                Operation.of(
                        REMOVE,
                        "remove the device, unless it is being removed",
                        task -> new Removal(kernel, walkers).script()));
    }

    private PteAt entry(MmId mm, Index address) {
        return kernel.world().entry(mm, address);
    }

    private Script fault(MmId mm, Index index, Seq<Index> addresses) {
        return new Fault(kernel, entry(mm, index), addresses).script();
    }

    private Script pinSlow(Task task, MmId mm, Index index) {
        return new Gup(kernel, new PteAt(mm, index)).script(id(task), Pins.of(task));
    }

    private Script pinFast(Task task, MmId mm, Index index) {
        return new FastGup(kernel, new PteAt(mm, index)).script(id(task), Pins.of(task));
    }

    private Script unpin(Unpin unpin) {
        return unpin.script(kernel.source("mm/gup.c", "unpin_user_page"));
    }

    private BiConsumer<Now, Pin> put(Task task) {
        Owner owner = new Owner.Pin(id(task));
        return (now, pin) -> kernel.unpin(now, pin.page(), owner);
    }

    private static TaskId id(Task task) {
        return new TaskId(task.name());
    }
}
