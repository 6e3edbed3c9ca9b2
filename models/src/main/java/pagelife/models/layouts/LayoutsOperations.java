package pagelife.models.layouts;

import pagelife.checker.model.Operation;
import pagelife.checker.model.Operations;
import pagelife.checker.model.Sort;
import pagelife.models.page.Index;
import pagelife.models.page.Pins;
import pagelife.models.page.TaskId;
import pagelife.models.parts.Calls;
import pagelife.models.parts.Unpin;

/** What a task may be asked to do with the file. */
public final class LayoutsOperations {
    /** Writeback of a page. */
    public static final String WRITEBACK = "writeback";
    /** Eviction of the inode. */
    public static final String EVICT = "evict";

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
        Unpin unpin = new Unpin(
                kernel.source("mm/gup.c", "gup_put_folio"), (now, pin, owner) -> kernel.unpin(now, pin.page(), owner));
        return Operations.of(
                Operation.of(Calls.TOUCH, "a page fault, in one step", indices, (task, at) -> users.fault(at)),
                Operation.of(
                        Calls.PIN_SLOW,
                        "get_user_pages, under locks",
                        indices,
                        (task, at) -> users.pin(TaskId.of(task), Pins.of(task), at)),
                unpin.last().undoes(Calls.PIN_SLOW),
                Operation.of(Calls.UNPIN, Unpin.THERE, indices, (task, at) -> unpin.through(task, Kernel.pteAt(at)))
                        .undoes(Calls.PIN_SLOW)
                        .narrower(Pins.LATEST_FIRST),
                Operation.of(Calls.MUNMAP, "unmap the file, unless that is done", task -> users.munmap()),
                Operation.of(
                        WRITEBACK,
                        "write the page back, with its entry locked",
                        indices,
                        (task, at) -> writers.writeback(at)),
                Operation.of(EVICT, "evict the inode, once nobody maps it", task -> writers.eviction()),
                Operation.of(
                        Calls.TRUNCATE,
                        "truncate the file to nothing",
                        task -> new FileTruncate(kernel, TaskId.of(task)).script()));
    }
}
