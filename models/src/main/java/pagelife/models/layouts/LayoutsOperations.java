package pagelife.models.layouts;

import java.util.function.BiConsumer;
import pagelife.checker.model.Now;
import pagelife.checker.model.Operation;
import pagelife.checker.model.Operations;
import pagelife.checker.model.Script;
import pagelife.checker.model.Sort;
import pagelife.checker.model.Task;
import pagelife.models.page.Index;
import pagelife.models.page.Owner;
import pagelife.models.page.Pin;
import pagelife.models.page.Pins;
import pagelife.models.page.TaskId;
import pagelife.models.parts.Unpin;

/** What a task may be asked to do with the file. */
public final class LayoutsOperations {
    /** A fault. */
    public static final String TOUCH = "touch";
    /** {@code get_user_pages}. */
    public static final String PIN_SLOW = "pin slow";
    /** The end of a pin. */
    public static final String UNPIN = "unpin";
    /** {@code munmap}. */
    public static final String MUNMAP = "munmap";
    /** Writeback of a page. */
    public static final String WRITEBACK = "writeback";
    /** Eviction of the inode. */
    public static final String EVICT = "evict";
    /** Truncate. */
    public static final String TRUNCATE = "truncate";

    private final Kernel kernel;
    private final Users users;
    private final Writers writers;
    private final Sort<Index> indices;

    LayoutsOperations(Kernel kernel) {
        this.kernel = kernel;
        this.users = new Users(kernel);
        this.writers = new Writers(kernel);
        this.indices = new Sort<>("indices", kernel.indices());
    }

    Operations all() {
        return Operations.of(
                Operation.of(TOUCH, "a page fault, in one step", indices, (task, at) -> users.fault(at)),
                Operation.of(
                        PIN_SLOW,
                        "get_user_pages, under locks",
                        indices,
                        (task, at) -> users.pin(id(task), Pins.of(task), at)),
                Operation.of(
                                UNPIN,
                                "drop the pin that was taken last",
                                task -> unpin(Unpin.last(Pins.of(task), put(task))))
                        .undoes(PIN_SLOW),
                Operation.of(
                                UNPIN,
                                "drop the pin that was taken there",
                                indices,
                                (task, at) -> unpin(Unpin.last(Pins.of(task), Kernel.pteAt(at), put(task))))
                        .undoes(PIN_SLOW)
                        .narrower(Pins.LATEST_FIRST),
                Operation.of(MUNMAP, "unmap the file, unless that is done", task -> users.munmap()),
                Operation.of(
                        WRITEBACK,
                        "write the page back, with its entry locked",
                        indices,
                        (task, at) -> writers.writeback(at)),
                Operation.of(EVICT, "evict the inode, once nobody maps it", task -> writers.eviction()),
                Operation.of(
                        TRUNCATE, "truncate the file to nothing", task -> new Truncate(kernel, id(task)).script()));
    }

    private Script unpin(Unpin unpin) {
        return unpin.script(kernel.source("mm/gup.c", "gup_put_folio"));
    }

    private BiConsumer<Now, Pin> put(Task task) {
        Owner owner = new Owner.Pin(id(task));
        return (now, pin) -> kernel.unpin(now, pin.page(), owner);
    }

    private static TaskId id(Task task) {
        return new TaskId(task.name());
    }
}
